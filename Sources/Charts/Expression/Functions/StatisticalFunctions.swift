#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

extension ExpressionFunction {
  /// Densities, probabilities and quantiles of Vega's three distributions.
  static let statistics: [ExpressionFunction] = [
    .init(numbers: "densityNormal", 1...3) {
      NormalDistribution.density($0[0], $0.mean, $0.deviation)
    },
    .init(numbers: "cumulativeNormal", 1...3) {
      NormalDistribution.cumulative($0[0], $0.mean, $0.deviation)
    },
    .init(numbers: "quantileNormal", 1...3) {
      NormalDistribution.quantile($0[0], $0.mean, $0.deviation)
    },
    .init(numbers: "densityLogNormal", 1...3) {
      $0[0] <= 0 ? 0 : NormalDistribution.density(log($0[0]), $0.mean, $0.deviation) / $0[0]
    },
    .init(numbers: "cumulativeLogNormal", 1...3) {
      $0[0] <= 0 ? 0 : NormalDistribution.cumulative(log($0[0]), $0.mean, $0.deviation)
    },
    .init(numbers: "quantileLogNormal", 1...3) {
      exp(NormalDistribution.quantile($0[0], $0.mean, $0.deviation))
    },
    .init(numbers: "densityUniform", 1...3) {
      let (low, high) = $0.bounds
      return $0[0] >= low && $0[0] <= high ? 1 / (high - low) : 0
    },
    .init(numbers: "cumulativeUniform", 1...3) {
      let (low, high) = $0.bounds
      return $0[0] < low ? 0 : $0[0] > high ? 1 : ($0[0] - low) / (high - low)
    },
    .init(numbers: "quantileUniform", 1...3) {
      let (low, high) = $0.bounds
      return $0[0] >= 0 && $0[0] <= 1 ? low + $0[0] * (high - low) : .nan
    },
  ]
}

extension [Double] {
  fileprivate var mean: Double { count > 1 ? self[1] : 0 }
  fileprivate var deviation: Double { count > 2 ? self[2] : 1 }
  /// The bounds of a uniform distribution: 0 and 1, 0 and the one given, or the two given.
  fileprivate var bounds: (Double, Double) {
    count > 2 ? (self[1], self[2]) : count > 1 ? (0, self[1]) : (0, 1)
  }
}

/// The normal distribution.
enum NormalDistribution {
  static func density(_ x: Double, _ mean: Double = 0, _ deviation: Double = 1) -> Double {
    let z = (x - mean) / deviation
    return exp(-0.5 * z * z) / (deviation * (2 * Double.pi).squareRoot())
  }

  static func cumulative(_ x: Double, _ mean: Double = 0, _ deviation: Double = 1) -> Double {
    0.5 * erfc(-(x - mean) / (deviation * 2.0.squareRoot()))
  }

  /// The inverse of `cumulative`: Acklam's rational approximation, made exact by one step of Halley's method.
  static func quantile(_ p: Double, _ mean: Double = 0, _ deviation: Double = 1) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    let x = approximation(p)
    let error = 0.5 * erfc(-x / 2.0.squareRoot()) - p
    let step = error * (2 * Double.pi).squareRoot() * exp(x * x / 2)
    return mean + deviation * (x - step / (1 + x * step / 2))
  }

  private static func approximation(_ p: Double) -> Double {
    let a = [
      -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
      1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00,
    ]
    let b = [
      -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
      6.680131188771972e+01, -1.328068155288572e+01, 1,
    ]
    let c = [
      -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
      -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00,
    ]
    let d = [
      7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
      3.754408661907416e+00, 1,
    ]
    func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
      coefficients.reduce(0) { $0 * x + $1 }
    }
    if p < 0.02425 || p > 1 - 0.02425 {
      let q = (-2 * log(min(p, 1 - p))).squareRoot()
      let tail = polynomial(c, q) / polynomial(d, q)
      return p < 0.5 ? tail : -tail
    }
    let q = p - 0.5
    return polynomial(a, q * q) * q / polynomial(b, q * q)
  }
}
