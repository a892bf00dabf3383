import Documents

/// Where one row's mark stands along one direction.
typealias Coordinate = (Row) -> Double

/// Positions along x, y, theta and radius (Vega-Lite's `pointPosition` and `rangePosition`).
struct PositionEncoder {
  /// Where a mark stands whose channel is not encoded.
  enum Fallback {
    case middle
    /// At zero, or at the axis's beginning where zero is not shown.
    case zeroOrStart
    /// At the axis's end.
    case zeroOrEnd
  }

  let scope: UnitScope

  private var encoding: TypedEncoding { scope.encoding }

  // MARK: single positions

  /// The position of a channel.
  ///
  /// `band` is the place in a band or interval, 0 to 1; nil for what the channel and mark ask for.
  func point(_ channel: Channel, or fallback: Fallback, band: Double? = nil) -> Coordinate {
    let offset = offset(channel, band: band)
    // Inside of a band, the offset's own scale says where.
    let mainBand = hasEncodedOffset(channel) ? 0 : band
    let base =
      stacked(channel, end: true) ?? middle(channel, encoding[channel], band: mainBand)
      ?? standard(channel, fallback)
    guard let offset else { return base }
    return { base($0) + offset($0) }
  }

  /// The position of the second channel of a range.
  func second(_ channel: Channel, or fallback: Fallback) -> Coordinate {
    guard let second = channel.second else { return standard(channel, fallback) }
    let offset = offset(
      encoding.has(second) || scope.properties.has(second.rawValue + "Offset") ? second : channel
    )
    guard let base = stacked(channel, end: false) ?? secondPosition(channel, second) else {
      return fixed(second) ?? standard(channel, fallback)
    }
    guard let offset else { return base }
    return { base($0) + offset($0) }
  }

  /// Both ends of a range, where the mark reaches from its value to a second position or to zero.
  func range(_ channel: Channel, or first: Fallback, _ last: Fallback) -> (Coordinate, Coordinate) {
    (point(channel, or: first), second(channel, or: last))
  }

  // MARK: parts

  /// The start or end of the row's part of a pile.
  private func stacked(_ channel: Channel, end: Bool) -> Coordinate? {
    guard let stack = scope.unit.stack, stack.channel == channel, let model = scope.scale(channel),
      let spec = encoding[channel], let column = FieldNames.column(spec)
    else { return nil }
    let position = ScaleLookup.number(model)
    let start = scope.reader(column + "_start")
    let stop = scope.reader(column + "_end")
    let isTextInArc = scope.unit.mark.type == .text && channel.isPolar
    if end, let band = spec.bandPosition ?? (isTextInArc ? 0.5 : nil) {
      return { row in
        let (a, b) = (start(row).toNumber, stop(row).toNumber)
        return position(.number(a + (b - a) * band))
      }
    }
    let read = end ? stop : start
    return { position(read($0)) }
  }

  /// The position of a definition: in the middle of its band, interval or bin.
  func middle(_ channel: Channel, _ spec: ChannelSpec?, band: Double? = nil) -> Coordinate? {
    guard let spec else { return nil }
    if let value = spec.value { return fixedValue(channel, value) }
    guard let model = scope.scale(channel.main) else {
      guard let column = FieldNames.column(spec) else { return nil }
      let read = scope.reader(column)
      return { read($0).toNumber }
    }
    if let datum = spec.datum {
      let lookup = ScaleLookup.number(model, band: band ?? spec.bandPosition ?? 0.5)
      if let evaluate = scope.expression(datum) { return { lookup(evaluate($0)) } }
      let position = lookup(DomainBuilder.value(datum, isTime: model.measurement == .temporal))
      return { _ in position }
    }
    guard let column = FieldNames.column(spec) else { return nil }
    let place = band ?? bandPosition(spec)
    if !model.type.hasDiscreteDomain {
      if spec.isBinned || (spec.timeUnit != nil && spec.type == .temporal), let place, place != 0 {
        return between(column, column + "_end", place, model)
      }
      if spec.hasReadyBins, let second = channel.second.flatMap({ encoding[$0] }),
        let end = FieldNames.column(second)
      {
        return between(column, end, place ?? 0.5, model)
      }
    }
    let lookup = ScaleLookup.number(model, band: place ?? 0.5)
    let read = scope.reader(discreteColumn(spec, column, model))
    guard let nowhere = invalidPosition(channel, model) else { return { lookup(read($0)) } }
    return { row in
      let value = read(row)
      return value.isMissing || !value.toNumber.isFinite ? nowhere : lookup(value)
    }
  }

  /// The column that a discrete scale's domain holds: the bins' names where the field is binned.
  private func discreteColumn(_ spec: ChannelSpec, _ column: String, _ model: ScaleModel) -> String
  {
    spec.isBinned && model.type.hasDiscreteDomain ? column + "_range" : column
  }

  private func between(_ a: String, _ b: String, _ place: Double, _ model: ScaleModel)
    -> Coordinate
  {
    let position = ScaleLookup.number(model)
    let (start, end) = (scope.reader(a), scope.reader(b))
    return { row in
      let (from, to) = (start(row), end(row))
      guard from.isValid else { return .nan }
      let stop = to.isValid ? to.toNumber : from.toNumber
      return position(.number(from.toNumber * (1 - place) + stop * place))
    }
  }

  /// Where in its interval a definition stands.
  func bandPosition(_ spec: ChannelSpec) -> Double? {
    if let place = spec.bandPosition { return place }
    guard spec.isField else { return nil }
    let hasSecond = spec.channel.second.map { encoding[$0] != nil } ?? false
    if spec.timeUnit != nil, !hasSecond {
      return scope.properties.number("timeUnitBandPosition")
    }
    return spec.isBinned ? 0.5 : nil
  }

  private func secondPosition(_ channel: Channel, _ second: Channel) -> Coordinate? {
    guard let spec = encoding[second] else { return nil }
    if let value = spec.value { return fixedValue(channel, value) }
    guard let model = scope.scale(channel) else { return nil }
    if spec.datum != nil { return middle(channel, spec) }
    guard let column = FieldNames.column(spec) else { return nil }
    let lookup = ScaleLookup.number(model, band: spec.bandPosition ?? 0.5)
    if spec.timeUnit != nil, let place = spec.bandPosition, !model.type.hasDiscreteDomain {
      return between(column, column + "_end", place, model)
    }
    let read = scope.reader(column)
    return { lookup(read($0)) }
  }

  // MARK: values

  /// A value in pixels: a number, or the whole length for `width` and `height`.
  private func fixedValue(_ channel: Channel, _ node: DocumentNode) -> Coordinate {
    if let evaluate = scope.expression(node) { return { evaluate($0).toNumber } }
    if let word = node.string {
      let length = word == "width" ? scope.width : word == "height" ? scope.height : .nan
      return { _ in length }
    }
    let number = node.number ?? .nan
    return { _ in number }
  }

  private func fixed(_ channel: Channel) -> Coordinate? {
    scope.properties[channel.rawValue].map { fixedValue(channel.main, $0) }
  }

  /// The place of a mark whose channel is not encoded: its property, or the fallback.
  func standard(_ channel: Channel, _ fallback: Fallback) -> Coordinate {
    if let fixed = fixed(channel) { return fixed }
    let position: Double
    switch fallback {
    case .middle:
      position = scope.length(channel) / (channel == .radius ? 1 : 2)
    case .zeroOrStart:
      position = origin(channel, isStart: true) ?? (channel == .y ? scope.height : 0)
    case .zeroOrEnd:
      position = origin(channel, isStart: false) ?? end(channel)
    }
    return { _ in position }
  }

  /// Where zero lies on the channel's own scale, or that end of its domain where zero is not shown
  /// (Vega-Lite's `zeroOrMinOrMaxPosition`).
  func origin(_ channel: Channel, isStart: Bool) -> Double? {
    guard let spec = encoding[channel], spec.isField || spec.datum != nil,
      let model = scope.scale(channel)
    else { return nil }
    switch model.scale {
    case .continuous(let scale):
      guard let first = scale.domain.first, let last = scale.domain.last else { return nil }
      let edge = isStart ? first : last
      if [.log, .time, .utc].contains(model.type) { return scale.position(edge) }
      let isShown = model["zero"]?.boolean ?? model.type.includesZero
      let isInside = min(first, last) <= 0 && max(first, last) >= 0
      return scale.position(isShown || isInside ? 0 : edge)
    case .band(let scale):
      guard let first = scale.domain.first, let last = scale.domain.last else { return nil }
      if let a = first.double, let b = last.double, min(a, b) <= 0, max(a, b) >= 0 {
        return scale.position(.number(0))
      }
      return scale.position(isStart ? first : last)
    default: return nil
    }
  }

  private func end(_ channel: Channel) -> Double {
    switch channel {
    case .x: scope.width
    case .y: 0
    case .theta: 2 * .pi
    default: scope.length(channel)
    }
  }

  /// Where null and NaN stand that are shown: what the configuration says, else at zero.
  private func invalidPosition(_ channel: Channel, _ model: ScaleModel) -> Double? {
    guard !model.type.hasDiscreteDomain, channel == channel.main else { return nil }
    let written = scope.config.node["scale"]?["invalid"]?[channel.rawValue]
    guard written != nil || scope.unit.invalidMode == "show" else { return nil }
    if let value = written?["value"] { return fixedValue(channel, value)(.noRow) }
    return origin(channel, isStart: true)
  }

  // MARK: offsets

  /// What moves the mark: the offset channel, or the mark's own offset in pixels.
  func offset(_ channel: Channel, band: Double? = nil) -> Coordinate? {
    let visual = scope.number(channel.rawValue + "Offset")
    guard let key = channel.main.offset, let spec = encoding[key] else { return visual }
    if let value = spec.value {
      if let evaluate = scope.expression(value) { return { evaluate($0).toNumber } }
      return ValueEncoder(scope: scope).number(key)
    }
    guard let model = scope.scale(key) else {
      return ValueEncoder(scope: scope).number(key)
    }
    return middleOffset(spec, model, band: band ?? 0.5)
  }

  private func middleOffset(_ spec: ChannelSpec, _ model: ScaleModel, band: Double) -> Coordinate? {
    let lookup = ScaleLookup.number(model, band: band)
    if let datum = spec.datum {
      let position = lookup(ChartValue(datum))
      return { _ in position }
    }
    guard let column = FieldNames.column(spec) else { return nil }
    let read = scope.reader(column)
    return { lookup(read($0)) }
  }

  /// Whether an offset channel moves the marks of a position channel.
  func hasEncodedOffset(_ channel: Channel) -> Bool {
    guard let key = channel.offset, let spec = encoding[key] else { return false }
    return spec.isField || spec.datum != nil
  }
}
