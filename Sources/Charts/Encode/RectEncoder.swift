import Documents

/// The extent of bars, rectangles, ticks and arcs along one direction (Vega-Lite's `rectPosition`).
struct RectEncoder {
  let scope: UnitScope
  private let positions: PositionEncoder

  init(_ scope: UnitScope) {
    self.scope = scope
    positions = PositionEncoder(scope: scope)
  }

  private var mark: MarkType { scope.unit.mark.type }
  private var properties: Properties { scope.properties }

  /// Both ends along a channel, in no order.
  func extent(_ channel: Channel) -> (Coordinate, Coordinate) {
    let spec = scope.encoding[channel]
    let second = channel.second.flatMap { scope.encoding[$0] }
    let isDiscrete = scope.scale(channel)?.type.hasDiscreteDomain ?? false
    if let spec, spec.isField, !isDiscrete, !positions.hasEncodedOffset(channel),
      spec.hasBins || (spec.timeUnit != nil && second == nil), !hasPlainSize(channel)
    {
      if let bins = bin(channel, spec, second) { return bins }
    }
    let isField = spec.map { $0.isField || $0.datum != nil } ?? false
    if (isField && isDiscrete) || isAcross(channel) || hasOwnSize(channel), second == nil {
      return centred(channel, spec)
    }
    if second == nil, let size = writtenLength(channel) {
      return aligned(positions.point(channel, or: .zeroOrEnd), { _ in size }, channel)
    }
    return positions.range(channel, or: .zeroOrEnd, .zeroOrStart)
  }

  /// The length in pixels that the mark's definition gives to a range without a second position.
  private func writtenLength(_ channel: Channel) -> Double? {
    guard channel.isPosition, let second = channel.second, !properties.has(second.rawValue),
      scope.unit.stack?.channel != channel
    else { return nil }
    return scope.unit.mark.properties.number(channel == .x ? "width" : "height")
  }

  /// Both ends of a length at a place: round it, or on the side that `align` or `baseline` names.
  private func aligned(
    _ place: @escaping Coordinate, _ size: @escaping Coordinate, _ channel: Channel
  ) -> (Coordinate, Coordinate) {
    switch alignment(channel) {
    case "left", "top": return (place, { place($0) + size($0) })
    case "right", "bottom": return ({ place($0) - size($0) }, place)
    default: return ({ place($0) - size($0) / 2 }, { place($0) + size($0) / 2 })
    }
  }

  private func alignment(_ channel: Channel) -> String? {
    channel.isPosition ? properties.string(channel == .x ? "align" : "baseline") : nil
  }

  /// Whether the channel runs across the mark's value: along the thickness of a bar.
  private func isAcross(_ channel: Channel) -> Bool {
    guard let orient = scope.unit.orient else { return false }
    switch mark {
    case .bar: return orient.crossChannel == channel
    case .tick: return orient.valueChannel == channel
    default: return false
    }
  }

  /// Whether the mark's definition gives the rectangle a size along the channel.
  private func hasOwnSize(_ channel: Channel) -> Bool {
    channel.isPosition && properties.has(channel == .x ? "width" : "height")
  }

  /// A size in pixels, from the size channel or the mark's definition.
  private func hasPlainSize(_ channel: Channel) -> Bool {
    if scope.encoding.has(.size) { return true }
    let node = properties["size"] ?? properties[channel == .x ? "width" : "height"]
    return node != nil && node?["band"] == nil
  }

  // MARK: bins and time units

  private func bin(_ channel: Channel, _ spec: ChannelSpec, _ second: ChannelSpec?) -> (
    Coordinate, Coordinate
  )? {
    guard let model = scope.scale(channel), let column = FieldNames.column(spec) else { return nil }
    let position = ScaleLookup.number(model)
    let visual = positions.offset(channel)
    let visualStart = channel.second.flatMap { positions.offset($0) } ?? visual
    var (from, to) = (scope.reader(column), scope.reader(column + "_end"))
    let gap = Gap(
      spacing: channel.isPosition ? properties.number("binSpacing") ?? 0 : 0,
      minimum: properties.number("minBandSize") ?? 0)
    if spec.hasReadyBins {
      if let end = second.flatMap(FieldNames.column) {
        to = scope.reader(end)
      } else if let step = spec.bin?.parametersOfBinned?.number("step") {
        let start = from
        to = { .number(start($0).toNumber + step) }
      } else {
        return nil
      }
    } else if spec.timeUnit != nil {
      let place = spec.bandPosition ?? properties.number("timeUnitBandPosition") ?? 0.5
      if place != 0.5 { (from, to) = Self.shifted(from, to, by: place - 0.5) }
    }
    let share = (1 - bandShare(channel)) / 2
    let isPolar = channel.isPolar
    return (
      { row in ends(row).0 }, { row in ends(row).1 }
    )

    func ends(_ row: Row) -> (Double, Double) {
      let (a, b) = (position(from(row)), position(to(row)))
      let start = a + (b - a) * share + (visualStart?(row) ?? 0)
      let end = b - (b - a) * share + (visual?(row) ?? 0)
      return isPolar ? (start, end) : gap.applied(start, end)
    }
  }

  /// An interval of a time unit moved by a part of its length.
  private static func shifted(
    _ from: @escaping (Row) -> ChartValue, _ to: @escaping (Row) -> ChartValue, by part: Double
  ) -> ((Row) -> ChartValue, (Row) -> ChartValue) {
    func move(_ row: Row, _ value: ChartValue) -> ChartValue {
      .time(value.toNumber + part * (to(row).toNumber - from(row).toNumber))
    }
    return ({ move($0, from($0)) }, { move($0, to($0)) })
  }

  /// The space between bars of neighbouring bins, half of it on either side.
  private struct Gap {
    var spacing: Double
    var minimum: Double
    var translate = 0.5

    func applied(_ start: Double, _ end: Double) -> (Double, Double) {
      guard spacing != 0 || translate != 0 else { return (start, end) }
      let sign: Double = end >= start ? 1 : -1
      let half =
        abs(end - start) < minimum ? -0.5 * (minimum - abs(end - start)) : spacing / 2
      return (start + translate + sign * half, end + translate - sign * half)
    }
  }

  // MARK: bands

  /// The share of its band or interval that a mark fills; 1 for all of it.
  private func bandShare(_ channel: Channel) -> Double {
    bandSize(channel)?["band"]?.number ?? 1
  }

  /// The size that the mark's properties give, in pixels or as a share of the band.
  private func bandSize(_ channel: Channel) -> DocumentNode? {
    let usesSize = isAcross(channel)
    let sizeKey = channel == .x || channel == .theta ? "width" : "height"
    if let written = (usesSize ? properties["size"] : nil) ?? properties[sizeKey] { return written }
    // What follows is read from the configuration only.
    let configured = scope.config.mark(mark, styles: properties.lines("style") ?? [])
    let spec = scope.encoding[channel]
    let second = channel.second.flatMap { scope.encoding[$0] }
    if spec?.timeUnit != nil, second == nil {
      return Self.band(configured.number("timeUnitBandSize") ?? 1)
    }
    let model = scaleOfSize(channel)
    if spec?.isBinned == true, model?.type.hasDiscreteDomain == false { return Self.band(1) }
    guard let model else { return configured["discreteBandSize"] }
    if model.type.hasDiscreteDomain { return configured["discreteBandSize"] ?? Self.band(1) }
    return configured["continuousBandSize"]
  }

  private static func band(_ share: Double) -> DocumentNode {
    DocumentNode(
      .mapping(
        DocumentMapping([
          .init(key: "band", value: DocumentNode(.number(share, literal: "")))
        ])))
  }

  /// The scale whose bands give the size: that of the offset where there is one.
  private func scaleOfSize(_ channel: Channel) -> ScaleModel? {
    if positions.hasEncodedOffset(channel), let key = channel.offset, let model = scope.scale(key) {
      return model
    }
    return scope.scale(channel)
  }

  private func centred(_ channel: Channel, _ spec: ChannelSpec?) -> (Coordinate, Coordinate) {
    let encoded = encodedSize(channel)
    let node = bandSize(channel)
    let model = scaleOfSize(channel)
    let size = encoded ?? standardSize(channel, node, model, hasField: spec?.isField == true)
    if encoded == nil, let share = node?["band"]?.number, model?.type == .band {
      let start = positions.point(channel, or: .middle, band: (1 - share) / 2)
      return (start, { start($0) + size($0) })
    }
    let isAside = alignment(channel).map { !["center", "middle"].contains($0) } ?? false
    return aligned(
      positions.point(channel, or: .middle, band: isAside ? 0 : 0.5), size, channel)
  }

  private func encodedSize(_ channel: Channel) -> Coordinate? {
    guard mark == .tick || isAcross(channel), scope.encoding.has(.size) else { return nil }
    return ValueEncoder(scope: scope).number(.size)
  }

  private func standardSize(
    _ channel: Channel, _ node: DocumentNode?, _ model: ScaleModel?, hasField: Bool
  ) -> Coordinate {
    let length = scope.length(channel)
    if let share = node?["band"]?.number {
      if let model, model.type == .band {
        let size = max(properties.number("minBandSize") ?? 0, share * model.scale.bandwidth)
        return { _ in size }
      }
      if model == nil { return { _ in share * length } }
    } else if let node {
      if let evaluate = scope.expression(node) { return { evaluate($0).toNumber } }
      if let pixels = node.number { return { _ in pixels } }
    }
    if let model, model.hasStep, case .band(let band) = model.scale, band.bandwidth == 0 {
      return { _ in max(0, band.step - 2) }
    }
    if model == nil || !hasField {
      let key = mark == .tick ? "tick" : mark == .bar ? "bar" : "rect"
      let padding =
        scope.config.number("scale", "bandPaddingInner")
        ?? scope.config.number("scale", key + "BandPaddingInner") ?? 0
      return { _ in (1 - padding) * length }
    }
    let step = scope.config.number("view", "step") ?? 20
    return { _ in step - 2 }
  }
}

extension BinSpec {
  /// The parameters of bins that the data has already.
  var parametersOfBinned: Properties? {
    if case .binned(let properties) = self { properties } else { nil }
  }
}
