#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

extension ExpressionFunction {
  /// The functions of JavaScript's `Math`, and Vega's `clamp`.
  static let math: [ExpressionFunction] = [
    .init("isNaN", 1...1) { .boolean($0[0].double?.isNaN ?? false) },
    .init("isFinite", 1...1) { .boolean($0[0].double?.isFinite ?? false) },
    .init(numbers: "abs", 1...1) { $0[0].magnitude },
    .init(numbers: "acos", 1...1) { acos($0[0]) },
    .init(numbers: "asin", 1...1) { asin($0[0]) },
    .init(numbers: "atan", 1...1) { atan($0[0]) },
    .init(numbers: "atan2", 2...2) { atan2($0[0], $0[1]) },
    .init(numbers: "ceil", 1...1) { $0[0].rounded(.up) },
    .init(numbers: "cos", 1...1) { cos($0[0]) },
    .init(numbers: "exp", 1...1) { exp($0[0]) },
    .init(numbers: "floor", 1...1) { $0[0].rounded(.down) },
    .init(numbers: "hypot", 0...Int.max) { $0.reduce(0) { hypot($0, $1) } },
    .init(numbers: "log", 1...1) { log($0[0]) },
    .init(numbers: "max", 0...Int.max) { extreme($0, -.infinity, Swift.max) },
    .init(numbers: "min", 0...Int.max) { extreme($0, .infinity, Swift.min) },
    .init(numbers: "pow", 2...2) { power($0[0], $0[1]) },
    .init(numbers: "round", 1...1) { jsRound($0[0]) },
    .init(numbers: "sin", 1...1) { sin($0[0]) },
    .init(numbers: "sqrt", 1...1) { $0[0].squareRoot() },
    .init(numbers: "tan", 1...1) { tan($0[0]) },
    .init(numbers: "clamp", 3...3) { Swift.max($0[1], Swift.min($0[2], $0[0])) },
  ]

  private static func extreme(
    _ values: [Double], _ start: Double, _ pick: (Double, Double) -> Double
  ) -> Double {
    values.contains(where: \.isNaN) ? .nan : values.reduce(start, pick)
  }

  /// JavaScript's power, where 1 to the power of an infinity is NaN.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent.isNaN || (base.magnitude == 1 && exponent.isInfinite) { return .nan }
    return pow(base, exponent)
  }
}
