/// One value of a chart's data: the values that JavaScript's expressions know, with dates apart from numbers.
public enum ChartValue: Hashable, Sendable {
  /// No such field, or the result of a lookup that found nothing.
  case undefined
  /// Present and empty.
  case null
  /// True or false.
  case boolean(Bool)
  /// A number; NaN and the infinities are possible.
  case number(Double)
  /// A moment, in milliseconds since 1 January 1970 UTC; NaN is an invalid date.
  case time(Double)
  /// A text.
  case text(String)
  /// A list.
  case list([ChartValue])
  /// A record of named values.
  case record([String: ChartValue])
}

extension ChartValue {
  /// Whether there is no value: `null` or `undefined`.
  public var isMissing: Bool {
    switch self {
    case .undefined, .null: true
    default: false
    }
  }

  /// Whether the value counts as valid in Vega's sense: neither missing, nor a number or date that is NaN.
  public var isValid: Bool {
    switch self {
    case .undefined, .null: false
    case .number(let value), .time(let value): !value.isNaN
    default: true
    }
  }

  /// The number of a number or the milliseconds of a time, else nil. No coercion; see `toNumber`.
  public var double: Double? {
    switch self {
    case .number(let value), .time(let value): value
    default: nil
    }
  }

  /// The text of a text value, else nil. No coercion; see `toText`.
  public var text: String? {
    if case .text(let value) = self { value } else { nil }
  }

  /// The elements of a list, else nil.
  public var list: [ChartValue]? {
    if case .list(let values) = self { values } else { nil }
  }

  /// The entries of a record, else nil.
  public var record: [String: ChartValue]? {
    if case .record(let values) = self { values } else { nil }
  }

  /// Whether the value is a moment.
  public var isTime: Bool {
    if case .time = self { true } else { false }
  }

  /// The value as a key of groups and discrete domains: values that d3's `InternMap` takes as one are
  /// equal. A moment is its number, `-0` is `0`, and every NaN is one key.
  public var key: ChartValue {
    switch self {
    case .time(let value), .number(let value):
      value.isNaN ? .text("NaN\u{0}") : .number(value == 0 ? 0 : value)
    default: self
    }
  }

  /// A member by name or by position, as `object[name]` in JavaScript; undefined where there is none.
  public func member(_ name: String) -> ChartValue {
    switch self {
    case .record(let entries):
      return entries[name] ?? .undefined
    case .list(let values):
      if name == "length" { return .number(Double(values.count)) }
      guard let index = Int(name), values.indices.contains(index) else { return .undefined }
      return values[index]
    case .text(let text):
      if name == "length" { return .number(Double(text.utf16.count)) }
      guard let index = Int(name), index >= 0 else { return .undefined }
      let units = Array(text.utf16)
      return index < units.count
        ? .text(String(decoding: [units[index]], as: UTF16.self)) : .undefined
    default:
      return .undefined
    }
  }
}

extension ChartValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A list.
  public init(arrayLiteral elements: ChartValue...) { self = .list(elements) }
}
