/// A scale from discrete values to the values of a list, which begins anew when it ends (d3-scale: `ordinal`).
public struct OrdinalScale: Hashable, Sendable {
  /// What a value outside the domain gives.
  public enum Unknown: Hashable, Sendable {
    /// It is added to the domain.
    case added
    /// This value.
    case value(ChartValue)
  }

  /// The values, in order, without doubles.
  public private(set) var domain: [ChartValue] = []
  /// What they become.
  public var range: [ChartValue]
  /// What other values become.
  public var unknown: Unknown
  private var places: [ChartValue: Int] = [:]

  /// An ordinal scale; values that occur twice count once.
  public init(domain: [ChartValue] = [], range: [ChartValue], unknown: Unknown = .value(.undefined))
  {
    self.range = range
    self.unknown = unknown
    for value in domain { add(value) }
  }

  /// Adds a value to the end of the domain, if it is not there.
  public mutating func add(_ value: ChartValue) {
    guard places[value.key] == nil else { return }
    places[value.key] = domain.count
    domain.append(value)
  }

  /// The place of a value in the domain.
  public func index(of value: ChartValue) -> Int? { places[value.key] }

  /// What a value becomes; for `Unknown.added` a new one takes the next of the range without being kept.
  public func value(_ value: ChartValue) -> ChartValue {
    if let index = index(of: value) { return item(index) }
    return switch unknown {
    case .added: item(domain.count)
    case .value(let value): value
    }
  }

  private func item(_ index: Int) -> ChartValue {
    range.isEmpty ? .undefined : range[index % range.count]
  }
}
