import Diagnostics
import Documents

/// How one channel is encoded, as written.
struct ChannelSpec: Sendable {
  var channel: Channel
  /// The definition's place.
  var range: SourceRange
  /// The column, possibly a path such as `a.b` or `a[0]`.
  var field: String?
  var fieldRange: SourceRange
  var aggregate: AggregateSpec?
  var bin: BinSpec?
  var timeUnit: TimeUnitSpec?
  var type: Measurement?
  var title: Setting<[String]> = .unset
  var datum: DocumentNode?
  var value: DocumentNode?
  var conditions: [ConditionSpec] = []
  var scale: Setting<Properties> = .unset
  var axis: Setting<Properties> = .unset
  var legend: Setting<Properties> = .unset
  var header: Setting<Properties> = .unset
  var sort: SortSpec?
  var stack: StackSpec?
  var impute: ImputeSpec?
  var bandPosition: Double?
  var format: DocumentNode?
  var formatType: String?
  /// Of the facet channel: its layout.
  var layout = GridSpec()

  init(_ channel: Channel, range: SourceRange = .start, field: String? = nil) {
    self.channel = channel
    self.range = range
    self.fieldRange = range
    self.field = field
  }

  /// Whether rows decide the channel: by a field, or by counting.
  var isField: Bool { field != nil || aggregate == .named("count") }

  /// Whether the order is written as a list or by other values.
  var hasSortObject: Bool {
    switch sort {
    case .values, .field: true
    default: false
    }
  }

  /// Whether the bins are computed here (not in the data already).
  var isBinned: Bool {
    switch bin {
    case .computed, .parameters: true
    default: false
    }
  }
}

/// An aggregate of a channel or transform.
enum AggregateSpec: Hashable, Sendable {
  case named(String)
  /// The channel's field in the row where `by` is least.
  case argmin(by: String)
  /// The channel's field in the row where `by` is greatest.
  case argmax(by: String)
}

/// Whether and how a field is put into bins.
enum BinSpec: Sendable {
  case none
  /// With the defaults.
  case computed
  /// The data has bins already; the second position, or a `step`, gives their end.
  case binned(Properties)
  case parameters(Properties)

  /// The parameters where bins are computed.
  var parameters: Properties? {
    switch self {
    case .computed: Properties()
    case .parameters(let properties): properties
    default: nil
    }
  }
}

/// A calendar unit that dates are cut to.
struct TimeUnitSpec: Hashable, Sendable {
  /// The unit; nil where it follows from the data's extent.
  var unit: TimeUnit?
  /// How many intervals the data may be cut into, where no unit is written.
  var maxBins: Double?

  /// What the transform takes.
  var parameters: TimeUnit.Parameters {
    var result = TimeUnit.Parameters(unit ?? TimeUnit([.year]))
    result.unit = unit
    result.maxBins = maxBins
    return result
  }

  /// Whether the data is cut to the unit already.
  var isBinned: Bool { unit?.isBinned ?? false }
  var isUTC: Bool { unit?.isUTC ?? false }
}

/// The order of a discrete domain.
enum SortSpec: Sendable {
  case ascending
  case descending
  /// `null`: as the data comes.
  case none
  case values([DocumentNode])
  case field(name: String?, op: String?, descending: Bool)
  case channel(Channel, descending: Bool)

  /// The order given in a field or channel sort or by its name.
  var isDescending: Bool {
    switch self {
    case .descending: true
    case .field(_, _, let descending), .channel(_, let descending): descending
    default: false
    }
  }
}

/// How marks at one position are put on one another.
enum StackSpec: String, Sendable, CaseIterable {
  case none, zero, center, normalize
}

/// Values for rows that are missing.
struct ImputeSpec: Sendable {
  var properties: Properties
  var range: SourceRange
}

/// A definition that holds for some rows.
struct ConditionSpec: Sendable {
  /// The condition: an expression, a predicate, or a parameter.
  var test: DocumentNode?
  var param: String?
  /// Whether an empty selection matches.
  var empty: Bool
  /// The value or field that is used then.
  var definition: ChannelSpec
  /// The column that tells for every row whether the condition holds.
  var column: String
}

/// How plots stand in rows and columns.
struct GridSpec: Sendable {
  var columns: Int?
  var spacing: Double?
  var rowSpacing: Double?
  var columnSpacing: Double?
  var align: DocumentNode?
  var bounds: String?
  var center: DocumentNode?
}

/// The channels of a view, in the order written.
struct EncodingSpec: Sendable {
  var channels: [ChannelSpec] = []
  /// Channels written as null: those of an enclosing layer do not hold.
  var removed: Set<Channel> = []

  /// The first definition of a channel; only detail, order and tooltip may have several.
  subscript(channel: Channel) -> ChannelSpec? {
    get { channels.place(of: channel).map { channels[$0] } }
    set {
      let place = channels.place(of: channel) ?? channels.count
      channels.removeAll { $0.channel == channel }
      if let newValue { channels.insert(newValue, at: min(place, channels.count)) }
    }
  }

  /// Whether the channel is encoded.
  func has(_ channel: Channel) -> Bool { channels.place(of: channel) != nil }

  func all(_ channel: Channel) -> [ChannelSpec] { channels.filter { $0.channel == channel } }

  /// These channels over those of an enclosing layer: what a definition by field or datum leaves open,
  /// the outer one of its channel says.
  func over(_ outer: EncodingSpec) -> EncodingSpec {
    let mine = Set(channels.map(\.channel)).union(removed)
    let merged = channels.map { spec -> ChannelSpec in
      guard let other = outer[spec.channel] else { return spec }
      return spec.isField || spec.datum != nil ? spec.inheriting(other) : spec
    }
    return EncodingSpec(
      channels: outer.channels.filter { !mine.contains($0.channel) } + merged, removed: removed)
  }
}

extension [ChannelSpec] {
  /// Where the first definition of a channel stands. Goes by place, because definitions are large and an
  /// iterator copies each.
  func place(of channel: Channel) -> Int? {
    indices.first { self[$0].channel == channel }
  }
}
