extension ExpressionFunction {
  /// Tests of types, and conversions.
  static let types: [ExpressionFunction] = [
    .init("isArray", 1...1) { .boolean($0[0].list != nil) },
    .init("isBoolean", 1...1) { .boolean($0[0].typeName == "boolean") },
    .init("isDate", 1...1) { .boolean($0[0].isTime) },
    .init("isDefined", 1...1) { .boolean($0[0] != .undefined) },
    .init("isNumber", 1...1) { .boolean($0[0].typeName == "number") },
    .init("isObject", 1...1) {
      .boolean(["object", "array", "date"].contains($0[0].typeName))
    },
    .init("isRegExp", 1...1) { .boolean(RegularExpression.isValue($0[0])) },
    .init("isString", 1...1) { .boolean($0[0].text != nil) },
    .init("isTuple", 1...1) { .boolean($0[0].record != nil) },
    .init("isValid", 1...1) { .boolean($0[0].isValid) },
    .init("toBoolean", 1...1) { $0[0].isBlank ? .null : .boolean(boolean($0[0])) },
    .init("toDate", 1...1) { $0[0].isBlank ? .null : .number($0[0].moment) },
    .init("toNumber", 1...1) { $0[0].isBlank ? .null : .number($0[0].toNumber) },
    .init("toString", 1...1) { $0[0].isBlank ? .null : .text($0[0].toText) },
  ]

  /// vega-util's `toBoolean`: the texts `false` and `0` are false too.
  private static func boolean(_ value: ChartValue) -> Bool {
    value != "false" && value != "0" && value.toBoolean
  }
}

extension ChartValue {
  /// Whether the value is missing or the empty text, which vega-util's conversions make null.
  var isBlank: Bool {
    switch self {
    case .undefined, .null: true
    case .text(let text): text.isEmpty
    default: false
    }
  }

  /// The value as a moment, as `new Date(x)` takes it: texts are read, the rest is a number.
  package var moment: Double {
    if case .text(let text) = self { return DateText.parse(text) ?? .nan }
    let number = toNumber
    return number.magnitude <= CivilTime.limit ? number.rounded(.towardZero) : .nan
  }
}
