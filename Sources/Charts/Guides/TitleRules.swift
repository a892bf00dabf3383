import Documents

/// The titles of channels where none is written (Vega-Lite's verbal titles).
struct TitleRules {
  let config: Config
  let columns: ColumnFacts

  /// The title of a channel; empty for none.
  func title(_ spec: ChannelSpec) -> [String] {
    switch spec.title {
    case .given(let lines): return lines
    case .off: return []
    case .unset: break
    }
    let text = standard(spec)
    return text.isEmpty ? [] : [text]
  }

  /// The composed title.
  func standard(_ spec: ChannelSpec) -> String {
    if spec.aggregate == .named("count") {
      return config.node["countTitle"]?.string ?? "Count of Records"
    }
    guard let field = spec.field else { return "" }
    let name = columns.titles[field] ?? field
    let style = config.node["fieldTitle"]?.string ?? "verbal"
    if style == "plain" { return name }
    if spec.isBinned { return style == "functional" ? "BIN(\(name))" : "\(name) (binned)" }
    if let unit = spec.timeUnit, !unit.isBinned {
      let parts = (unit.unit?.parts ?? []).map(\.rawValue)
      return style == "functional"
        ? "\(parts.joined().uppercased())(\(name))" : "\(name) (\(parts.joined(separator: "-")))"
    }
    switch spec.aggregate {
    case .named(let op):
      if style == "functional" { return "\(op.uppercased())(\(name))" }
      return "\(op.prefix(1).uppercased() + op.dropFirst()) of \(name)"
    case .argmin(let by): return "\(name) for min \(by)"
    case .argmax(let by): return "\(name) for max \(by)"
    case nil: return name
    }
  }

  /// The titles of several views as one: each once, joined by commas.
  static func merged(_ titles: [[String]]) -> [String] {
    var seen: [[String]] = []
    for title in titles where !title.isEmpty && !seen.contains(title) { seen.append(title) }
    guard seen.count > 1 else { return seen.first ?? [] }
    return [seen.map { $0.joined(separator: " ") }.joined(separator: ", ")]
  }
}
