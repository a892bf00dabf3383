/// A scale from numbers or moments to positions: linear, logarithmic, power, symmetric log or time
/// (d3-scale 4, `continuous` and `transformer`).
public struct ContinuousScale: Hashable, Sendable {
  /// How the domain is bent before it is laid on the range.
  public enum Kind: Hashable, Sendable {
    /// Straight.
    case linear
    /// Logarithmic with a base above 0 other than 1.
    case log(base: Double)
    /// A power, applied to the magnitude and given the sign; 0.5 is the square root.
    case pow(exponent: Double)
    /// Logarithmic with a linear part around zero.
    case symlog(constant: Double)
    /// Straight over moments; `utc` and local time are one here.
    case time
    /// The value itself.
    case identity

    /// The square root.
    public static let sqrt = Kind.pow(exponent: 0.5)
  }

  /// The kind.
  public var kind: Kind
  /// The values that the positions of `range` belong to; moments in milliseconds. At least two.
  public var domain: [Double]
  /// The positions, one for each value of the domain.
  public var range: [Double]
  /// Whether positions stay inside the range.
  public var clamp: Bool
  /// Whether positions are whole numbers.
  public var round: Bool

  /// A scale; the domain's and range's directions are free.
  public init(
    _ kind: Kind = .linear, domain: [Double] = [0, 1], range: [Double] = [0, 1],
    clamp: Bool = false, round: Bool = false
  ) {
    self.kind = kind
    self.domain = domain
    self.range = range
    self.clamp = clamp
    self.round = round
  }

  /// Whether the domain is one of moments.
  public var isTime: Bool { kind == .time }

  /// The position of a value; NaN for NaN.
  public func position(_ value: Double) -> Double {
    if kind == .identity { return value }
    if value.isNaN { return .nan }
    let inner = clamp ? clamped(value) : value
    let position =
      min(domain.count, range.count) == 2
      ? straight(inner) : Piecewise(domain.map(bent), range).value(bent(inner))
    return round ? jsRound(position) : position
  }

  /// The position in a domain of two values, without the lists that longer ones need.
  private func straight(_ value: Double) -> Double {
    let transform = ScaleTransform(kind, isNegative: isNegative)
    let start = transform.apply(domain[0])
    let span = transform.apply(domain[1]) - start
    let t = span == 0 ? 0.5 : (transform.apply(value) - start) / span
    return range[0] * (1 - t) + range[1] * t
  }

  /// The position of a value of the data, after JavaScript's conversion to a number; missing is NaN.
  public func position(_ value: ChartValue) -> Double {
    value.isMissing ? .nan : position(value.toNumber)
  }

  /// The value at a position.
  public func invert(_ position: Double) -> Double {
    if kind == .identity { return position }
    if position.isNaN { return .nan }
    let value = unbent(Piecewise(range, domain.map(bent)).value(position))
    return clamp ? clamped(value) : value
  }

  /// Lays the domain's bending on a value.
  package func bent(_ x: Double) -> Double { ScaleTransform(kind, isNegative: isNegative).apply(x) }

  /// Takes the bending off.
  package func unbent(_ x: Double) -> Double {
    ScaleTransform(kind, isNegative: isNegative).invert(x)
  }

  /// Whether a logarithmic domain lies below zero.
  private var isNegative: Bool { (domain.first ?? 0) < 0 }

  private func clamped(_ value: Double) -> Double {
    guard let first = domain.first,
      let last = domain.prefix(max(2, min(domain.count, range.count))).last
    else { return value }
    return max(min(first, last), min(max(first, last), value))
  }
}

/// A straight line, or a chain of them, from one list of numbers to another.
///
/// A piece without length gives the middle of its target, as d3's `normalize` does.
struct Piecewise {
  let from: [Double]
  let to: [Double]

  init(_ from: [Double], _ to: [Double]) {
    let count = min(from.count, to.count)
    var from = Array(from.prefix(count))
    var to = Array(to.prefix(count))
    let descends = count > 1 && from[count - 1] < from[0]
    if descends {
      from.reverse()
      to.reverse()
    }
    self.from = from
    self.to = to
  }

  func value(_ x: Double) -> Double {
    guard from.count > 1 else { return to.first ?? .nan }
    var index = 1
    while index < from.count - 1, from[index] <= x { index += 1 }
    let (a, b) = (from[index - 1], from[index])
    let t = b == a ? 0.5 : (x - a) / (b - a)
    return to[index - 1] * (1 - t) + to[index] * t
  }
}
