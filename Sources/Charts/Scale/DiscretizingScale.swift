/// A scale from numbers to the values of a list, by the interval in which they lie (d3-scale: `quantize`,
/// `quantile`, `threshold`; Vega: `bin-ordinal`).
public struct DiscretizingScale: Hashable, Sendable {
  /// How the intervals are found.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Intervals of equal length.
    case quantize
    /// Intervals that hold the same number of values.
    case quantile
    /// Intervals by the given bounds.
    case threshold
    /// Bins, by their edges; nothing outside the first and last.
    case binOrdinal = "bin-ordinal"
  }

  /// The kind.
  public let kind: Kind
  /// What was given: two ends, the values, the bounds or the edges of the bins.
  public let domain: [Double]
  /// What the intervals become.
  public let range: [ChartValue]
  /// The bounds between the intervals, increasing.
  public let thresholds: [Double]

  /// A scale by its domain and range; see `Kind` for what the domain is.
  public init(_ kind: Kind, domain: [Double], range: [ChartValue]) {
    self.kind = kind
    self.range = range
    let count = range.count
    switch kind {
    case .quantize:
      let (low, high) = domain.count > 1 ? (domain[0], domain[1]) : (0, 1)
      self.domain = [low, high]
      thresholds = (1..<max(1, count)).map { place in
        (Double(place) * high - Double(place - count) * low) / Double(count)
      }
    case .quantile:
      let sorted = domain.filter { !$0.isNaN }.sorted()
      self.domain = sorted
      thresholds = (1..<max(1, count)).map { place in
        Statistics.quantile(sorted: sorted, Double(place) / Double(max(1, count)))
      }
    case .threshold:
      self.domain = domain
      thresholds = Array(domain.prefix(max(0, count - 1)))
    case .binOrdinal:
      self.domain = domain
      thresholds = Array(domain.dropFirst().dropLast())
    }
  }

  /// The interval of a number, from 0; nil for NaN, and outside all bins.
  public func index(of value: Double) -> Int? {
    if value.isNaN { return nil }
    if kind == .binOrdinal {
      guard let first = domain.first, let last = domain.last, value >= first, value <= last else {
        return nil
      }
    }
    var (low, high) = (0, thresholds.count)
    while low < high {
      let middle = (low + high) / 2
      if thresholds[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What a number becomes; undefined where it lies in no interval.
  public func value(_ value: Double) -> ChartValue {
    guard let index = index(of: value), !range.isEmpty else { return .undefined }
    return kind == .binOrdinal
      ? range[index % range.count] : (index < range.count ? range[index] : .undefined)
  }

  /// The ends of an interval; nil stands for an open one, NaN for one that does not exist.
  public func invertExtent(_ index: Int) -> (Double?, Double?) {
    guard index >= 0, index < max(range.count, thresholds.count + 1) else { return (.nan, .nan) }
    let isClosed = kind != .threshold
    let lower = index > 0 ? thresholds[index - 1] : (isClosed ? domain.first : nil)
    let upper = index < thresholds.count ? thresholds[index] : (isClosed ? domain.last : nil)
    return (lower, upper)
  }
}
