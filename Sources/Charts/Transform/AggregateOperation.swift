/// A summary of a group's values (vega-transforms: `aggregate`, `measures`).
public enum AggregateOperation: String, Hashable, Sendable, CaseIterable {
  /// The number of rows.
  case count
  /// The number of rows with a value that is neither missing nor NaN.
  case valid
  /// The number of rows whose value is null, undefined or an empty text.
  case missing
  /// The number of different values, missing ones included.
  case distinct
  /// The sum.
  case sum
  /// The product.
  case product
  /// The arithmetic mean.
  case mean
  /// The arithmetic mean.
  case average
  /// The sample variance.
  case variance
  /// The population variance.
  case variancep
  /// The sample standard deviation.
  case stdev
  /// The population standard deviation.
  case stdevp
  /// The standard error of the mean.
  case stderr
  /// The median.
  case median
  /// The lower quartile.
  case q1
  /// The upper quartile.
  case q3
  /// The lower end of the bootstrapped 95 % interval of the mean.
  case ci0
  /// The upper end of the bootstrapped 95 % interval of the mean.
  case ci1
  /// The smallest value.
  case min
  /// The largest value.
  case max
  /// The row with the smallest value.
  case argmin
  /// The row with the largest value.
  case argmax
  /// All rows.
  case values

  /// The result for the values of one group. `record` gives a row of the group, by its place among the
  /// values, for the operations that give rows.
  public func apply(_ values: [ChartValue], record: (Int) -> ChartValue = { _ in .undefined })
    -> ChartValue
  {
    switch self {
    case .count: return .number(Double(values.count))
    case .valid: return .number(Double(values.lazy.filter(Self.isMeasured).count))
    case .missing: return .number(Double(values.lazy.filter { $0.isMissing || $0 == "" }.count))
    case .distinct: return .number(Double(Set(values.map(\.toText)).count))
    case .values: return .list(values.indices.map(record))
    case .min, .max: return extreme(values).map { values[$0] } ?? .undefined
    case .argmin, .argmax: return extreme(values).map(record) ?? .undefined
    default:
      let numbers = values.lazy.filter(Self.isMeasured).map(\.toNumber)
      let result = summary(Array(numbers))
      return result.map { .number($0) } ?? .undefined
    }
  }

  /// Whether the operation needs a field.
  public var needsField: Bool { self != .count && self != .values }

  private static func isMeasured(_ value: ChartValue) -> Bool { value.isValid && value != "" }

  private func extreme(_ values: [ChartValue]) -> Int? {
    let isSmallest = self == .min || self == .argmin
    var best: Int?
    for (place, value) in values.enumerated() where Self.isMeasured(value) {
      guard let current = best else {
        best = place
        continue
      }
      let (a, b) = isSmallest ? (value, values[current]) : (values[current], value)
      if ChartValue.isLess(a, b) { best = place }
    }
    return best
  }

  private func summary(_ numbers: [Double]) -> Double? {
    if numbers.isEmpty { return nil }
    switch self {
    case .sum: return numbers.reduce(0, +)
    case .product: return numbers.reduce(1, *)
    case .mean, .average: return Statistics.mean(numbers)
    case .variance: return Statistics.deviation(numbers, minus: 1)
    case .variancep: return Statistics.deviation(numbers, minus: 0)
    case .stdev: return Statistics.deviation(numbers, minus: 1)?.squareRoot()
    case .stdevp: return Statistics.deviation(numbers, minus: 0)?.squareRoot()
    case .stderr:
      return Statistics.deviation(numbers, minus: 1).map {
        ($0 / Double(numbers.count)).squareRoot()
      }
    case .median, .q1, .q3:
      let sorted = numbers.filter { !$0.isNaN }.sorted()
      let share = self == .median ? 0.5 : self == .q1 ? 0.25 : 0.75
      return Statistics.quantile(sorted: sorted, share)
    case .ci0, .ci1:
      let interval = Statistics.confidenceInterval(numbers)
      return self == .ci0 ? interval.lower : interval.upper
    default: return nil
    }
  }
}
