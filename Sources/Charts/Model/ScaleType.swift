/// How a scale turns values into positions, colours or sizes.
enum ScaleType: String, Sendable, CaseIterable {
  case linear, log, pow, sqrt, symlog, identity, sequential, time, utc
  case quantile, quantize, threshold
  case binOrdinal = "bin-ordinal"
  case ordinal, point, band

  /// Whether the domain is a list of values rather than an interval.
  var hasDiscreteDomain: Bool {
    switch self {
    case .binOrdinal, .ordinal, .point, .band: true
    default: false
    }
  }

  /// Whether both domain and range are intervals.
  var isContinuous: Bool {
    switch self {
    case .linear, .log, .pow, .sqrt, .symlog, .identity, .sequential, .time, .utc: true
    default: false
    }
  }

  /// Whether an interval is turned into a list of values.
  var isDiscretizing: Bool { self == .quantile || self == .quantize || self == .threshold }

  var isTime: Bool { self == .time || self == .utc }

  /// Whether zero can be included in the domain.
  var canIncludeZero: Bool {
    switch self {
    case .linear, .pow, .sqrt, .symlog, .sequential, .quantize: true
    default: false
    }
  }

  /// Whether a scale of this type includes zero where nothing is said.
  var includesZero: Bool { self == .linear || self == .pow || self == .sqrt }

  private var family: Int {
    switch self {
    case .linear, .log, .pow, .sqrt, .symlog, .identity, .sequential: 0
    case .time, .utc: 1
    case .ordinal: 2
    case .binOrdinal: 3
    case .point, .band: 4
    case .quantile, .quantize, .threshold: 5
    }
  }

  /// Whether two views can share a scale of these types.
  func isCompatible(with other: ScaleType) -> Bool {
    let pair = Set([family, other.family])
    return pair.count == 1 || pair == [1, 4]
  }

  /// Which of two types a shared scale takes where none is written: the one that can show more.
  func merged(with other: ScaleType) -> ScaleType {
    func rank(_ type: ScaleType) -> Int {
      switch type {
      case .band: 11
      case .point: 10
      case .log, .pow, .sqrt, .symlog, .identity, .sequential: 1
      default: 0
      }
    }
    return rank(other) > rank(self) ? other : self
  }

  /// The type for a channel where none is written (Vega-Lite's `scaleType`).
  ///
  /// `isNested` says that the channel's bands hold those of an offset channel.
  static func standard(
    _ spec: ChannelSpec, mark: MarkType, hasRelativeSize: Bool, isNested: Bool = false
  ) -> ScaleType {
    let channel = spec.channel
    switch spec.type {
    case .temporal:
      if channel.isDiscreteRange { return .ordinal }
      return spec.timeUnit?.isUTC == true ? .utc : .time
    case .quantitative:
      if channel.isColour { return spec.isBinned ? .binOrdinal : .linear }
      return channel.isDiscreteRange ? .ordinal : .linear
    default:
      if channel.isColour || channel.isDiscreteRange { return .ordinal }
      let bands: [MarkType] = [.rect, .bar, .image, .rule, .tick]
      if channel.isPosition || channel.isOffset {
        if bands.contains(mark) || isNested { return .band }
      } else if mark == .arc, channel.isPolar {
        return .band
      }
      if hasRelativeSize || spec.axis.value?.has("tickBand") == true { return .band }
      return .point
    }
  }

  /// Whether values of a measurement can pass through a scale of this type
  /// (Vega-Lite's `scaleTypeSupportDataType`).
  func suits(_ measurement: Measurement?) -> Bool {
    switch measurement {
    case .nominal, .ordinal: hasDiscreteDomain
    case .temporal: [.time, .utc].contains(self)
    case .quantitative:
      self != .time && self != .utc && !hasDiscreteDomain
    default: true
    }
  }

  /// Whether a channel can have a scale of this type (Vega-Lite's `channelSupportScaleType`).
  func suits(_ channel: Channel, isNested: Bool) -> Bool {
    let isDiscretizing = [.quantile, .quantize, .threshold].contains(self)
    let isPlain = isContinuous && self != .identity && self != .sequential
    switch channel {
    case .x, .y, .xOffset, .yOffset, .theta, .radius:
      return isPlain || self == .band || (self == .point && !isNested)
    case .color, .fill, .stroke: return self != .band
    case .strokeDash, .shape: return self == .ordinal || isDiscretizing
    default: return isPlain || isDiscretizing || [.band, .point, .ordinal].contains(self)
    }
  }
}
