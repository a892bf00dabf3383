/// A scale from discrete values to bands or points of equal distance (d3-scale: `band`; Vega: `bandspace`).
public struct BandScale: Hashable, Sendable {
  /// The values, in order, without doubles.
  public let domain: [ChartValue]
  /// The two ends of the positions; the second may be the smaller.
  public let range: [Double]
  /// The share of a step that lies between two bands, 0 to 1; 1 makes points.
  public let paddingInner: Double
  /// The space before the first and after the last band, in steps.
  public let paddingOuter: Double
  /// Where the bands lie in what is left, from 0 (start) to 1 (end).
  public let align: Double
  /// Whether positions and widths are whole numbers.
  public let round: Bool

  /// The distance between the starts of two neighbours.
  public let step: Double
  /// The width of a band; 0 for points.
  public let bandwidth: Double
  private let start: Double
  private let places: [ChartValue: Int]

  /// A band scale; values that occur twice count once.
  public init(
    domain: [ChartValue] = [], range: [Double] = [0, 1], paddingInner: Double = 0,
    paddingOuter: Double = 0, align: Double = 0.5, round: Bool = false
  ) {
    var places: [ChartValue: Int] = [:]
    var unique: [ChartValue] = []
    for value in domain where places[value.key] == nil {
      places[value.key] = unique.count
      unique.append(value)
    }
    self.domain = unique
    self.places = places
    let inner = paddingInner.isNaN ? 0 : min(1, paddingInner)
    let outer = paddingOuter.isNaN ? 0 : paddingOuter
    let (r0, r1) = range.count > 1 ? (range[0], range[1]) : (0, 1)
    self.range = [r0, r1]
    self.paddingInner = inner
    self.paddingOuter = outer
    self.align = max(0, min(1, align))
    self.round = round

    let (low, high) = (min(r0, r1), max(r0, r1))
    let space = Self.space(unique.count, paddingInner: inner, paddingOuter: outer)
    let step = (high - low) / (space == 0 ? 1 : space)
    self.step = round ? step.rounded(.down) : step
    let rest = high - low - self.step * (Double(unique.count) - inner)
    let start = low + rest * self.align
    let bandwidth = self.step * (1 - inner)
    self.start = round ? jsRound(start) : start
    self.bandwidth = round ? jsRound(bandwidth) : bandwidth
  }

  /// A point scale: bands without width.
  public static func point(
    domain: [ChartValue], range: [Double] = [0, 1], padding: Double = 0, align: Double = 0.5,
    round: Bool = false
  ) -> BandScale {
    BandScale(
      domain: domain, range: range, paddingInner: 1, paddingOuter: padding, align: align,
      round: round)
  }

  /// The length of a range that gives every value a step of the given size.
  public static func extent(
    count: Int, step: Double, paddingInner: Double, paddingOuter: Double
  ) -> Double {
    step * space(count, paddingInner: paddingInner, paddingOuter: paddingOuter)
  }

  /// The length of the range in steps (vega-scale: `bandSpace`).
  public static func space(_ count: Int, paddingInner: Double, paddingOuter: Double) -> Double {
    let space = Double(count) - paddingInner + paddingOuter * 2
    return count > 0 ? (space > 0 ? space : 1) : 0
  }

  /// The place of a value in the domain.
  public func index(of value: ChartValue) -> Int? { places[value.key] }

  /// The start of a value's band, the point itself for points; nil for a value outside the domain.
  public func position(_ value: ChartValue) -> Double? {
    index(of: value).map(position(at:))
  }

  /// The start of the band of the value at a place of the domain.
  public func position(at index: Int) -> Double {
    let place = range[1] < range[0] ? domain.count - 1 - index : index
    return start + step * Double(place)
  }

  /// The middle of a value's band.
  public func center(_ value: ChartValue) -> Double? { position(value).map { $0 + bandwidth / 2 } }
}
