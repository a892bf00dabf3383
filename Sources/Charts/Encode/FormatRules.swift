import Diagnostics
import Documents
import Tables

/// How values are written in texts and guides.
struct FormatRules {
  let config: Config
  let columns: ColumnFacts
  let context: SpecContext

  typealias Formatter = (ChartValue) -> String

  /// The text of a channel's values: by its own format, or the type's default.
  func formatter(_ spec: ChannelSpec, isText: Bool) -> Formatter {
    let given = spec.format ?? columnFormat(spec)
    if isTime(spec, format: given) {
      return time(given ?? timeUnitFormat(spec) ?? config.node["timeFormat"])
    }
    if spec.type == .quantitative || spec.formatType == "number" {
      let standard = isText ? "" : ","
      return number(given?.string ?? config.node["numberFormat"]?.string ?? standard, given)
    }
    if let given, given.string != nil { return number(given.string ?? "", given) }
    return Self.plain
  }

  /// Whether values are written as moments.
  func isTime(_ spec: ChannelSpec, format: DocumentNode?) -> Bool {
    if spec.formatType == "time" || spec.formatType == "utc" { return true }
    if spec.formatType == "number" { return false }
    return spec.type == .temporal || spec.timeUnit != nil
  }

  /// The format that a time unit asks for.
  func timeUnitFormat(_ spec: ChannelSpec) -> DocumentNode? {
    spec.timeUnit?.unit.map { DocumentNode(.string($0.formatSpecifier)) }
  }

  /// The format that the data's column declares.
  private func columnFormat(_ spec: ChannelSpec) -> DocumentNode? {
    guard spec.type == .quantitative, let field = spec.field, let format = columns.formats[field]
    else { return nil }
    switch spec.aggregate {
    case nil: return .init(.string(format))
    case .named(let op) where ["count", "distinct", "valid", "missing"].contains(op): return nil
    default: return .init(.string(format))
    }
  }

  /// A number by a d3-format specifier; a faulty one is reported.
  func number(_ specifier: String, _ node: DocumentNode? = nil) -> Formatter {
    guard let format = numberFormat(specifier, node) else { return Self.plain }
    return { value in
      switch value {
      case .undefined, .null: return "null"
      case .text, .list, .record: return value.toText
      default: return format.format(value.toNumber)
      }
    }
  }

  func numberFormat(_ specifier: String, _ node: DocumentNode? = nil) -> NumberFormat? {
    do {
      return try NumberFormat(specifier)
    } catch {
      context.error(
        "bad-format", at: node?.range ?? .start, "the number format is not one of d3-format",
        found: "`\(specifier)`", expected: error.reason)
      return nil
    }
  }

  /// A moment by a d3-time-format specifier, or by Vega's forms for the part of the calendar it
  /// begins.
  func time(_ node: DocumentNode?) -> Formatter {
    guard let node, let specifier = node.string else { return CalendarLabel(node).text }
    guard let format = timeFormat(specifier, node) else { return Self.plain }
    return { value in
      switch value {
      case .undefined, .null: return "null"
      case .text(let text): return DateText.parse(text).map(format.format) ?? text
      default: return format.format(value.toNumber)
      }
    }
  }

  private func timeFormat(_ specifier: String, _ node: DocumentNode) -> TimeFormat? {
    do {
      return try TimeFormat(specifier)
    } catch {
      context.error(
        "bad-format", at: node.range, "the time format is not one of d3-time-format",
        found: "`\(specifier)`", expected: error.reason)
      return nil
    }
  }

  /// Values as JavaScript writes them; a moment as a number would be of no use to a reader.
  static let plain: @Sendable (ChartValue) -> String = { value in
    switch value {
    case .undefined, .null: "null"
    case .number(let number): JavaScriptNumber.text(number)
    case .time(let moment): DateText.iso(moment)
    default: value.toText
    }
  }
}

/// The labels of time axes where no format is given: what the moment begins, a year, a month, a day
/// (d3-time's and Vega's multi-level format).
struct CalendarLabel {
  private let formats: [CalendarUnit: TimeFormat]

  private static let standard: [CalendarUnit: String] = [
    .year: "%Y", .month: "%B", .week: "%b %d", .day: "%a %d", .hour: "%I %p", .minute: "%I:%M",
    .second: ":%S", .millisecond: ".%L",
  ]
  private static let names: [(String, CalendarUnit)] = [
    ("year", .year), ("quarter", .quarter), ("month", .month), ("week", .week), ("date", .day),
    ("day", .day),
    ("hours", .hour), ("minutes", .minute), ("seconds", .second), ("milliseconds", .millisecond),
  ]

  /// `node` may give formats by unit: `{"year": "%Y", "month": "%b"}`.
  init(_ node: DocumentNode? = nil) {
    var specifiers = Self.standard
    for (name, unit) in Self.names {
      if let given = node?[name]?.string { specifiers[unit] = given }
    }
    formats = specifiers.compactMapValues { try? TimeFormat($0) }
  }

  func text(_ value: ChartValue) -> String {
    let moment = value.toNumber
    guard let time = CivilTime(moment) else { return value.toText }
    var unit = Self.unit(time)
    if unit == .month, time.month.isMultiple(of: 3), formats[.quarter] != nil { unit = .quarter }
    return formats[unit]?.format(moment) ?? ""
  }

  private static func unit(_ time: CivilTime) -> CalendarUnit {
    if time.millisecond != 0 { return .millisecond }
    if time.second != 0 { return .second }
    if time.minute != 0 { return .minute }
    if time.hour != 0 { return .hour }
    if time.day != 1 { return time.weekday == 0 ? .week : .day }
    return time.month != 0 ? .month : .year
  }
}
