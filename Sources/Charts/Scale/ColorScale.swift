/// A continuous scale from numbers to colours: through two colours or a ramp over the whole domain
/// (sequential), with a middle (diverging), or from value to value (d3-scale: `sequential`, `diverging`).
public struct ColorScale: Sendable {
  /// The kind of bending; the domain below belongs to it.
  public let kind: ContinuousScale.Kind
  /// Two values, three for a scale with a middle, or as many as there are colours.
  public let domain: [Double]
  /// Whether values outside the domain take the colours of its ends.
  public let clamp: Bool
  private let ramp: @Sendable (Double) -> ChartColor
  private let steps: [Double]

  /// A scale whose domain's values lie at equal distances on a ramp from 0 to 1: two values make a
  /// sequential scale, three a diverging one.
  public init(
    _ kind: ContinuousScale.Kind = .linear, domain: [Double], clamp: Bool = false,
    ramp: @escaping @Sendable (Double) -> ChartColor
  ) {
    self.kind = kind
    self.domain = domain
    self.clamp = clamp
    self.ramp = ramp
    let last = Double(max(1, domain.count - 1))
    steps = domain.indices.map { Double($0) / last }
  }

  /// A scale from each value of the domain to the colour of the same place.
  public init(
    _ kind: ContinuousScale.Kind = .linear, domain: [Double], colors: [ChartColor],
    interpolation: ColorInterpolation = .init(), clamp: Bool = false
  ) {
    let count = min(domain.count, colors.count)
    self.init(
      kind, domain: Array(domain.prefix(count)), clamp: clamp,
      ramp: interpolation.through(Array(colors.prefix(count))))
  }

  /// The place of a value on the ramp, 0 to 1 inside the domain; NaN for NaN.
  public func fraction(_ value: Double) -> Double {
    if value.isNaN { return .nan }
    let transform = ScaleTransform(kind, isNegative: (domain.first ?? 0) < 0)
    let fraction = fraction(domain.map(transform.apply), transform.apply(value))
    return clamp ? max(0, min(1, fraction)) : fraction
  }

  /// The place on the ramp; a half of a diverging domain that has no length gives the middle.
  private func fraction(_ bent: [Double], _ value: Double) -> Double {
    guard bent.count == 3 else { return Piecewise(bent, steps).value(value) }
    let isRising = bent[1] >= bent[0] && bent[2] >= bent[1]
    let isFirst = isRising ? value < bent[1] : value > bent[1]
    let length = isFirst ? bent[1] - bent[0] : bent[2] - bent[1]
    return length == 0 ? 0.5 : 0.5 + (value - bent[1]) * 0.5 / length
  }

  /// The colour of a value; nil for NaN.
  public func color(_ value: Double) -> ChartColor? {
    let fraction = fraction(value)
    return fraction.isNaN ? nil : ramp(fraction)
  }

  /// The colour at a place of the ramp, for gradient legends.
  public func color(atFraction fraction: Double) -> ChartColor { ramp(fraction) }
}
