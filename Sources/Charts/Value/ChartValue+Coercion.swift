/// JavaScript's conversions (ECMA-262, chapter 7.1).
extension ChartValue {
  /// The value as a number, as unary `+` gives it: null is 0, undefined NaN, a time its milliseconds.
  public var toNumber: Double {
    switch self {
    case .undefined, .record: .nan
    case .null: 0
    case .boolean(let flag): flag ? 1 : 0
    case .number(let value), .time(let value): value
    case .text(let text): JavaScriptNumber.number(text)
    case .list: JavaScriptNumber.number(toText)
    }
  }

  /// The value as a truth value, as `!!` gives it.
  public var toBoolean: Bool {
    switch self {
    case .undefined, .null: false
    case .boolean(let flag): flag
    case .number(let value): !(value == 0 || value.isNaN)
    case .text(let text): !text.isEmpty
    case .time, .list, .record: true
    }
  }

  /// The value as a text, as `'' + x` gives it: lists are joined by commas, dates are written out.
  public var toText: String {
    switch self {
    case .undefined: "undefined"
    case .null: "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .number(let value): JavaScriptNumber.text(value)
    case .time(let value): DateText.javaScript(value)
    case .text(let text): text
    case .list(let values): Self.joined(values)
    case .record: "[object Object]"
    }
  }

  /// Joins nested lists without recursion: `[1, [2, 3]]` is `1,2,3`.
  private static func joined(_ values: [ChartValue]) -> String {
    var parts: [String] = []
    var pending = Array(values.reversed())
    while let value = pending.popLast() {
      switch value {
      case .list(let inner) where inner.isEmpty: parts.append("")
      case .list(let inner): pending.append(contentsOf: inner.reversed())
      case .undefined, .null: parts.append("")
      default: parts.append(value.toText)
      }
    }
    return parts.joined(separator: ",")
  }

  /// What `typeof` says, with `date`, `array` and `null` told apart for diagnostics.
  public var typeName: String {
    switch self {
    case .undefined: "undefined"
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .time: "date"
    case .text: "string"
    case .list: "array"
    case .record: "object"
    }
  }
}
