/// A function of the expression language: a name, the number of its arguments, and what it does.
package struct ExpressionFunction: Sendable {
  /// The name.
  package let name: String
  /// How many arguments it takes.
  package let arity: ClosedRange<Int>
  /// From the arguments to the result; arguments left out are not in the list.
  package let body: @Sendable ([ChartValue]) -> ChartValue

  init(
    _ name: String, _ arity: ClosedRange<Int>,
    _ body: @escaping @Sendable ([ChartValue]) -> ChartValue
  ) {
    self.name = name
    self.arity = arity
    self.body = body
  }

  /// A function from numbers to a number; arguments left out are NaN.
  init(
    numbers name: String, _ arity: ClosedRange<Int>,
    _ body: @escaping @Sendable ([Double]) -> Double
  ) {
    self.init(name, arity) { .number(body($0.map(\.toNumber))) }
  }

  /// The function of a name, or nil.
  package static func named(_ name: String) -> ExpressionFunction? { table[name] }

  /// The names of all functions, for suggestions.
  package static var names: [String] { Array(table.keys) + Array(hostNames) + ["if"] }

  /// Names of constants.
  static let constants: [String: ChartValue] = [
    "true": true, "false": false, "null": .null, "undefined": .undefined, "NaN": .number(.nan),
    "Infinity": .number(.infinity), "E": .number(2.718281828459045),
    "LN2": .number(0.6931471805599453),
    "LN10": .number(2.302585092994046), "LOG2E": .number(1.4426950408889634),
    "LOG10E": .number(0.4342944819032518), "PI": .number(.pi), "SQRT1_2": .number(0.5.squareRoot()),
    "SQRT2": .number(2.0.squareRoot()), "MAX_VALUE": .number(.greatestFiniteMagnitude),
    "MIN_VALUE": .number(.leastNonzeroMagnitude),
  ]

  /// Functions that need the chart: they read its scales, data or size.
  static let hostNames: Set<String> = [
    "scale", "invert", "domain", "range", "bandwidth", "data", "indata", "gradient", "geoArea",
    "geoBounds", "geoCentroid", "geoScale", "copy", "vlSelectionTest", "containerSize",
    "windowSize", "screen",
  ]

  /// Functions that are left out on purpose, and what to do instead.
  static let refused: [String: String] = [
    "now": "charts do not read the clock: put the date into the data or a parameter",
    "random": "charts are drawn the same every time: put the numbers into the data",
    "sampleNormal": "charts are drawn the same every time: put the numbers into the data",
    "sampleLogNormal": "charts are drawn the same every time: put the numbers into the data",
    "sampleUniform": "charts are drawn the same every time: put the numbers into the data",
  ]

  private static let table: [String: ExpressionFunction] = {
    let all =
      math + statistics + texts + sequences + types + dates + formats + colors
    return Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
  }()
}

extension Array where Element == ChartValue {
  /// An argument by its place; undefined where it was left out.
  func argument(_ place: Int) -> ChartValue { place < count ? self[place] : .undefined }
}
