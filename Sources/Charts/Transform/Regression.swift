#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// A curve fitted to points by least squares (vega-statistics: `regression`).
struct Regression {
  /// The form of the curve.
  enum Method: String, Hashable, Sendable, CaseIterable {
    /// The mean.
    case constant
    /// a + b x.
    case linear
    /// a + b ln x.
    case log
    /// a e^(b x).
    case exp
    /// a x^b.
    case pow
    /// a + b x + c x².
    case quad
    /// A polynomial of an order.
    case poly
  }

  /// The coefficients, from the constant up.
  let coefficients: [Double]
  /// The share of the variance that the curve explains.
  let rSquared: Double
  /// The value of the curve.
  let predict: (Double) -> Double

  /// A fit; nil where there are not more points than the order asks for.
  init?(_ method: Method, order: Int = 3, _ points: [(x: Double, y: Double)]) {
    let order = Self.degree(method, order)
    guard points.count > order else { return nil }
    let center = points.reduce(0) { $0 + $1.x } / Double(points.count)
    switch method {
    case .constant, .linear, .quad, .poly:
      let solved = Polynomial.fit(points, degree: order, center: center)
      coefficients = Polynomial.uncentered(solved, center: center)
      predict = { Polynomial.value(solved, $0 - center) }
    case .log:
      let line = Self.line(points.map { (log($0.x), $0.y, 1) })
      coefficients = [line.intercept, line.slope]
      predict = { line.intercept + line.slope * log($0) }
    case .exp:
      let line = Self.line(points.map { ($0.x - center, log($0.y), $0.y) })
      coefficients = [exp(line.intercept - line.slope * center), line.slope]
      predict = { exp(line.intercept + line.slope * ($0 - center)) }
    case .pow:
      let line = Self.line(points.map { (log($0.x), log($0.y), 1) })
      let factor = exp(line.intercept)
      coefficients = [factor, line.slope]
      predict = { factor * exp(line.slope * log($0)) }
    }
    rSquared = Self.rSquared(points, predict)
  }

  /// The degree of the polynomial that a method needs points for.
  private static func degree(_ method: Method, _ order: Int) -> Int {
    switch method {
    case .constant: 0
    case .linear, .log, .exp, .pow: 1
    case .quad: 2
    case .poly: max(0, min(order, 20))
    }
  }

  /// The weighted least squares line.
  static func line(_ points: [(x: Double, y: Double, weight: Double)]) -> (
    intercept: Double, slope: Double
  ) {
    let weight = points.reduce(0) { $0 + $1.weight }
    let x = points.reduce(0) { $0 + $1.x * $1.weight } / weight
    let y = points.reduce(0) { $0 + $1.y * $1.weight } / weight
    let xy = points.reduce(0) { $0 + $1.x * $1.y * $1.weight } / weight
    let xx = points.reduce(0) { $0 + $1.x * $1.x * $1.weight } / weight
    let spread = xx - x * x
    let slope = spread.magnitude < 1e-24 ? 0 : (xy - x * y) / spread
    return (y - slope * x, slope)
  }

  private static func rSquared(_ points: [(x: Double, y: Double)], _ predict: (Double) -> Double)
    -> Double
  {
    let mean = points.reduce(0) { $0 + $1.y } / Double(points.count)
    let error = points.reduce(0) { $0 + ($1.y - predict($1.x)) * ($1.y - predict($1.x)) }
    let total = points.reduce(0) { $0 + ($1.y - mean) * ($1.y - mean) }
    return 1 - error / total
  }
}

/// Polynomials by their coefficients, from the constant up.
enum Polynomial {
  /// The value at a place, by Horner's rule.
  static func value(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }

  /// The least squares polynomial in `x - center`: normal equations, solved by Gauss's elimination.
  static func fit(_ points: [(x: Double, y: Double)], degree: Int, center: Double) -> [Double] {
    let size = degree + 1
    var matrix = Array(repeating: [Double](repeating: 0, count: size + 1), count: size)
    for point in points {
      var powers = [1.0]
      for _ in 0..<(2 * degree) { powers.append(powers[powers.count - 1] * (point.x - center)) }
      for row in 0..<size {
        for column in 0..<size { matrix[row][column] += powers[row + column] }
        matrix[row][size] += powers[row] * point.y
      }
    }
    return solve(&matrix)
  }

  /// The coefficients in `x` of a polynomial in `x - center`.
  static func uncentered(_ coefficients: [Double], center: Double) -> [Double] {
    var result: [Double] = []
    for coefficient in coefficients.reversed() {
      var next = [Double](repeating: 0, count: result.count + 1)
      for (place, value) in result.enumerated() {
        next[place + 1] += value
        next[place] -= value * center
      }
      next[0] += coefficient
      result = next
    }
    return result
  }

  private static func solve(_ matrix: inout [[Double]]) -> [Double] {
    let size = matrix.count
    for column in 0..<size {
      let pivot = (column..<size).max {
        matrix[$0][column].magnitude < matrix[$1][column].magnitude
      }
      if let pivot { matrix.swapAt(column, pivot) }
      guard matrix[column][column] != 0 else { continue }
      for row in (column + 1)..<max(size, column + 1) {
        let factor = matrix[row][column] / matrix[column][column]
        for place in column...size { matrix[row][place] -= factor * matrix[column][place] }
      }
    }
    var result = [Double](repeating: 0, count: size)
    for row in (0..<size).reversed() {
      let known = ((row + 1)..<max(size, row + 1)).reduce(0) { $0 + matrix[row][$1] * result[$1] }
      result[row] = matrix[row][row] == 0 ? 0 : (matrix[row][size] - known) / matrix[row][row]
    }
    return result
  }
}
