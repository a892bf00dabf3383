import Diagnostics
import Documents

/// One scale of the chart: what its views want of it, and in the end the scale itself.
///
/// A class, since the views that share it refer to one and the same while the model is built.
final class ScaleModel {
  let channel: Channel
  var type: ScaleType
  var isTypeWritten: Bool
  /// The author's properties.
  var written: Properties
  /// Chosen properties: those that hold where nothing is written.
  var chosen: Properties
  /// The defaults of each view that shares the scale, in order.
  var defaults: [(ScaleType) -> Properties] = []
  /// What the views that share the scale bring to its domain.
  var domains: [DomainPart] {
    didSet { discreteValues = nil }
  }
  /// The values of a discrete domain in their order, once they are asked for: pages are laid out several times.
  var discreteValues: [ChartValue]?
  /// How the values of the first view are measured.
  var measurement: Measurement
  /// The mark of the first view.
  var mark: MarkType
  /// The bins of the first view that has some.
  var bins: BinRange?
  /// What the values become by a field of the data: `range: {"field": …}`.
  var rangeByField: [ChartValue: ChartValue] = [:]
  /// Whether the length of the axis follows from a step for each value.
  var hasStep = false
  /// Whether marks are cut off at the ends of the domain, since a selection decides on it.
  var clips = false
  /// How null and NaN are shown, where the author says so.
  var invalid: DocumentNode?
  /// The field whose values the domain holds: what colours are bound to.
  var field: String?
  /// The marks that use it.
  var units: [UnitModel] = []
  /// The scale.
  var scale = ChartScale.identity

  init(
    channel: Channel, type: ScaleType, isTypeWritten: Bool, measurement: Measurement, mark: MarkType
  ) {
    self.channel = channel
    self.type = type
    self.isTypeWritten = isTypeWritten
    self.measurement = measurement
    self.mark = mark
    written = Properties()
    chosen = Properties()
    domains = []
  }

  /// A property as written or else as chosen.
  subscript(key: String) -> DocumentNode? { written[key] ?? chosen[key] }

  /// Takes over what another view wants of the same scale.
  func merge(_ other: ScaleModel) {
    if isTypeWritten == other.isTypeWritten {
      type = isTypeWritten ? type : type.merged(with: other.type)
    } else if other.isTypeWritten {
      type = other.type
    }
    isTypeWritten = isTypeWritten || other.isTypeWritten
    written = written.over(other.written)
    defaults += other.defaults
    chosen = defaults.reduce(Properties()) { $0.over($1(type)) }
    units += other.units
    domains += other.domains
    bins = bins ?? other.bins
    clips = clips || other.clips
    invalid = invalid ?? other.invalid
    field = field ?? other.field
  }
}

/// The bins of a channel: their edges.
struct BinRange: Hashable, Sendable {
  var start: Double
  var stop: Double
  var step: Double

  /// The edges from the first to the last.
  var edges: [Double] {
    guard step > 0, ((stop - start) / step).magnitude < 10_000 else { return [start, stop] }
    let count = Int(((stop - start) / step).rounded())
    return (0...max(0, count)).map { start + Double($0) * step }
  }
}

/// What one view brings to the domain of a scale.
enum DomainPart {
  /// The ends of an interval.
  case extent(Double, Double)
  /// Single numbers, all of which count (for quantiles).
  case numbers([Double])
  /// Values to tell apart, in the order of their first appearance.
  case values([ChartValue], DomainSort, DomainOrigin = DomainOrigin())
}

/// Where the values of a domain come from: views of one origin bring the same values.
struct DomainOrigin: Hashable {
  /// The column.
  var column = ""
  /// The place of the view, which all plots of a facet have in common.
  var view = SourceRange.start
}

/// The order of a discrete domain.
enum DomainSort {
  /// As the values come.
  case none
  case ascending
  case descending
  /// By an aggregate of other values in the same rows.
  case keys([(value: ChartValue, key: ChartValue)], op: String, descending: Bool)
  /// These first, in this order, then the rest.
  case list([ChartValue])

  /// Whether nothing but the values themselves decides.
  var isPlain: Bool {
    switch self {
    case .none, .ascending: true
    default: false
    }
  }

  /// Whether two views ask for the same order.
  func agrees(with other: DomainSort) -> Bool {
    switch (self, other) {
    case (.none, .none), (.ascending, .ascending), (.descending, .descending): true
    case (.keys(_, let a, let x), .keys(_, let b, let y)): a == b && x == y
    case (.list(let a), .list(let b)): a == b
    default: false
    }
  }
}

/// A finished scale.
enum ChartScale: Sendable {
  case identity
  case continuous(ContinuousScale)
  case band(BandScale)
  case ordinal(OrdinalScale)
  case color(ColorScale)
  case discretizing(DiscretizingScale)

  var bandwidth: Double {
    if case .band(let scale) = self { scale.bandwidth } else { 0 }
  }

  /// The values of a discrete domain; nothing for the others.
  var discreteDomain: [ChartValue] {
    switch self {
    case .band(let scale): scale.domain
    case .ordinal(let scale): scale.domain
    default: []
    }
  }
}
