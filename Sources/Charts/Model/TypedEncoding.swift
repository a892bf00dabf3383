import Documents

/// The channels of a unit with their types, written or chosen.
struct TypedEncoding {
  var channels: [ChannelSpec]

  /// The channels; `types` are those that the data's columns declare.
  init(_ encoding: EncodingSpec, types: [String: Measurement]) {
    channels = encoding.channels.map { spec in
      var spec = spec
      spec.type = spec.type ?? Self.type(spec, types)
      for index in spec.conditions.indices where spec.conditions[index].definition.isField {
        let type = Self.type(spec.conditions[index].definition, types)
        spec.conditions[index].definition.type = spec.conditions[index].definition.type ?? type
      }
      return spec
    }
    if let list = colourWithDomain?.scale.value?["domain"]?.list, self[.order] == nil {
      for index in channels.indices
      where channels[index].channel.isOffset && channels[index].isField
        && channels[index].sort == nil
      {
        channels[index].sort = .values(list)
      }
    }
    // The second position is measured as the first.
    for index in channels.indices where channels[index].channel.main != channels[index].channel {
      let main = channels[index].channel.main
      if let place = channels.place(of: main), let type = channels[place].type {
        channels[index].type = type
      }
    }
  }

  /// The nominal colour whose domain is written as a list, which orders piles and groups as well.
  var colourWithDomain: ChannelSpec? {
    guard let spec = self[.fill] ?? self[.color], spec.isField, spec.type == .nominal,
      spec.scale.value?["domain"]?.list != nil
    else { return nil }
    return spec
  }

  subscript(channel: Channel) -> ChannelSpec? { channels.place(of: channel).map { channels[$0] } }

  /// Whether the channel is encoded.
  func has(_ channel: Channel) -> Bool { channels.place(of: channel) != nil }

  func all(_ channel: Channel) -> [ChannelSpec] { channels.filter { $0.channel == channel } }

  /// Whether any channel is aggregated.
  var isAggregated: Bool {
    channels.contains { spec in
      spec.aggregate != nil || spec.conditions.contains { $0.definition.aggregate != nil }
    }
  }

  /// Whether the bands or time units of a position channel are divided by its offset channel.
  func hasNestedOffset(_ channel: Channel) -> Bool {
    guard channel.isPosition, let offset = channel.offset.flatMap({ self[$0] }),
      let spec = self[channel],
      offset.isField || offset.datum != nil
    else { return false }
    return spec.type?.isDiscrete == true || (spec.isField && spec.timeUnit != nil)
  }

  /// The type of a channel that none is written for.
  static func type(_ spec: ChannelSpec, _ types: [String: Measurement]) -> Measurement? {
    if let datum = spec.datum, spec.field == nil {
      switch datum.value {
      case .number: return .quantitative
      case .mapping: return datum["expr"] != nil ? .quantitative : .temporal
      default: return .nominal
      }
    }
    guard spec.isField else { return nil }
    switch spec.channel {
    case .latitude, .longitude, .latitude2, .longitude2: return .quantitative
    default: break
    }
    if case .values = spec.sort { return .ordinal }
    if spec.timeUnit != nil { return .temporal }
    if spec.hasBins { return .quantitative }
    switch spec.aggregate {
    case .named: return .quantitative
    default: break
    }
    if let field = spec.field, let declared = types[field] { return declared }
    switch spec.channel {
    case .row, .column, .facet, .shape, .strokeDash: return .nominal
    case .order: return .ordinal
    default: break
    }
    switch spec.scale.value?.string("type") {
    case "linear", "log", "pow", "sqrt", "symlog", "quantile", "quantize", "threshold",
      "sequential":
      return .quantitative
    case "time", "utc":
      return .temporal
    default:
      return .nominal
    }
  }
}

extension ChannelSpec {
  /// A measured amount that is not put into bins.
  var isUnbinnedQuantity: Bool {
    guard type == .quantitative, isField || datum != nil else { return false }
    switch bin {
    case nil, .some(.none): return true
    default: return false
    }
  }

  /// Whether values of the channel lie on a continuous scale: amounts and times, not bins.
  var isContinuous: Bool {
    guard isField || datum != nil else { return false }
    return isUnbinnedQuantity || type == .temporal
  }

  /// Whether the data has bins already.
  var hasReadyBins: Bool {
    if case .binned = bin { true } else { false }
  }

  /// Whether bins are ready or computed.
  var hasBins: Bool { isBinned || hasReadyBins }
}
