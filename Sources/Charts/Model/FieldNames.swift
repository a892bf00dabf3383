import Documents

/// What computed columns are called, as expressions and sorts of a specification may name them.
enum FieldNames {
  /// The column of a channel's values after bins, time units and aggregates.
  static func column(_ spec: ChannelSpec) -> String? {
    switch spec.aggregate {
    case .named("count"): return "__count"
    case .named(let op): return spec.field.map { "\(op)_\(flat($0))" }
    case .argmin(let by): return spec.field.map { "argmin_\(flat(by)).\(flat($0))" }
    case .argmax(let by): return spec.field.map { "argmax_\(flat(by)).\(flat($0))" }
    case nil: break
    }
    guard let field = spec.field else { return nil }
    if let parameters = spec.bin?.parameters { return bin(parameters, field) }
    if let unit = spec.timeUnit { return timeUnit(unit, field) }
    return field
  }

  static func bin(_ parameters: Properties, _ field: String) -> String {
    let words = parameters.values.keys.sorted().map { key -> String in
      let value = parameters[key]
      let text = value?.number.map { JavaScriptNumber.text($0) } ?? value?.string ?? "set"
      return "_\(key)_\(text)"
    }
    return "bin\(words.joined())_\(flat(field))"
  }

  static func timeUnit(_ spec: TimeUnitSpec, _ field: String) -> String {
    spec.isBinned ? field : "\(spec.unit?.fullName ?? "timeunit")_\(flat(field))"
  }

  /// A path as the name of a column: `a[0].b` is `a.0.b`.
  static func flat(_ path: String) -> String { FieldPath(path).name }
}
