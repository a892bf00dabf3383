#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The function that bends a scale's domain, and its inverse (d3-scale: `log`, `pow`, `symlog`).
struct ScaleTransform {
  let kind: ContinuousScale.Kind
  /// Whether a logarithmic domain is negative.
  let isNegative: Bool

  init(_ kind: ContinuousScale.Kind, isNegative: Bool) {
    self.kind = kind
    self.isNegative = isNegative
  }

  func apply(_ x: Double) -> Double {
    switch kind {
    case .linear, .time, .identity: x
    case .log: isNegative ? -log(-x) : log(x)
    case .pow(let exponent): raised(x, exponent)
    case .symlog(let constant): signed(log1p((x / constant).magnitude), x)
    }
  }

  func invert(_ x: Double) -> Double {
    switch kind {
    case .linear, .time, .identity: x
    case .log: isNegative ? -exp(-x) : exp(x)
    case .pow(let exponent): exponent == 0.5 ? signed(x * x, x) : raised(x, 1 / exponent)
    case .symlog(let constant): signed(expm1(x.magnitude), x) * constant
    }
  }

  private func raised(_ x: Double, _ exponent: Double) -> Double {
    if exponent == 1 { return x }
    if exponent == 0.5 { return signed(x.magnitude.squareRoot(), x) }
    return x < 0 ? -pow(-x, exponent) : pow(x, exponent)
  }

  private func signed(_ magnitude: Double, _ x: Double) -> Double {
    x < 0 ? -magnitude : (x == 0 ? 0 : magnitude)
  }
}
