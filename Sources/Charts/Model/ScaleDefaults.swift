import Documents

/// The properties of a scale that hold where the author writes none (Vega-Lite's rules).
struct ScaleDefaults {
  let config: Config
  let mark: MarkType
  let orient: Orientation?
  let encoding: TypedEncoding

  /// The chosen properties of a channel's scale.
  func properties(_ spec: ChannelSpec, _ type: ScaleType) -> Properties {
    let written = spec.scale.value ?? Properties()
    var result = Properties()
    if nice(spec, type, written) { result.set("nice", true) }
    if type.canIncludeZero, let zero = zero(spec, type, written) { result.set("zero", zero) }
    if let padding = padding(spec, type) { result.set("padding", padding) }
    if written["padding"] == nil {
      setBandPaddings(spec, type, written, &result)
    }
    let isDescending = type.isContinuous && spec.sort?.isDescending == true
    let isTurned = spec.channel == .x && config.node["scale"]?["xReverse"]?.boolean == true
    if isDescending != isTurned { result.set("reverse", true) }
    if type.isContinuous, let clamp = config.node["scale"]?["clamp"]?.boolean {
      result.set("clamp", clamp)
    }
    return result
  }

  private func nice(_ spec: ChannelSpec, _ type: ScaleType, _ written: Properties) -> Bool {
    guard spec.channel.isPosition, type.isContinuous || type == .quantize, !type.isTime else {
      return false
    }
    let hasDomain = written["domain"]?.list != nil
    return !spec.hasBins && !hasDomain && !written.has("domainMax") && !written.has("domainMin")
  }

  private func zero(_ spec: ChannelSpec, _ type: ScaleType, _ written: Properties) -> Bool? {
    let channel = spec.channel
    if let domain = written["domain"], domain.string != "unaggregated" {
      guard let list = domain.list, let first = list.first?.number, let last = list.last?.number
      else { return false }
      return first <= 0 && last >= 0
    }
    if channel == .size, spec.type == .quantitative { return !type.isDiscretizing }
    guard !spec.hasBins, channel.isPosition || channel.isPolar else {
      return false
    }
    let lengthwise: [MarkType] = [.bar, .area, .line, .trail]
    if lengthwise.contains(mark), orient?.crossChannel == channel { return false }
    if mark == .bar || mark == .area {
      let second = channel.second.flatMap { encoding[$0] }
      if second == nil { return true }
    }
    return config.node["scale"]?["zero"]?.boolean
  }

  private func padding(_ spec: ChannelSpec, _ type: ScaleType) -> Double? {
    let channel = spec.channel
    guard channel.isPosition else { return type == .point && channel.isOffset ? 0.5 : nil }
    if type.isContinuous {
      if let padding = config.number("scale", "continuousPadding") { return padding }
      if mark == .bar, spec.timeUnit == nil, !spec.hasBins, orient?.crossChannel == channel {
        return config.number("bar", "continuousBandSize")
      }
    }
    return type == .point ? config.number("scale", "pointPadding") : nil
  }

  private func setBandPaddings(
    _ spec: ChannelSpec, _ type: ScaleType, _ written: Properties, _ result: inout Properties
  ) {
    guard type == .band else { return }
    let channel = spec.channel
    if channel.isOffset {
      let inner = config.number("scale", "offsetBandPaddingInner") ?? 0
      result.set("paddingInner", inner)
      result.set("paddingOuter", config.number("scale", "offsetBandPaddingOuter") ?? 0)
      return
    }
    guard channel.isPosition else { return }
    if encoding.hasNestedOffset(channel) {
      let inner = config.number("scale", "bandWithNestedOffsetPaddingInner") ?? 0.2
      result.set("paddingInner", inner)
      result.set("paddingOuter", config.number("scale", "bandWithNestedOffsetPaddingOuter") ?? 0.2)
      return
    }
    let key: String =
      switch mark {
      case .bar: "barBandPaddingInner"
      case .tick: "tickBandPaddingInner"
      default: "rectBandPaddingInner"
      }
    let inner = config.number("scale", "bandPaddingInner") ?? config.number("scale", key) ?? 0
    result.set("paddingInner", inner)
    let given = written.number("paddingInner") ?? inner
    result.set("paddingOuter", config.number("scale", "bandPaddingOuter") ?? given / 2)
  }
}
