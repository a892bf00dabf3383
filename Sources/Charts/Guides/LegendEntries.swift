import Documents

/// The symbols of a legend: one for each value, drawn as the marks are.
struct LegendEntries {
  let part: LegendPart
  let scale: ScaleModel
  let properties: Properties
  let config: Config
  let context: SpecContext

  func entries() -> [LegendEntry] {
    let values = LegendValues(
      part: part, scale: scale, properties: properties, config: config, context: context)
    let standard = standardStyle()
    let lookups = part.channels.compactMap { channel in
      part.scales[channel].map { (channel, ScaleLookup.value($0)) }
    }
    let shape = symbolShape()
    let size = properties.number("symbolSize") ?? 100
    return values.symbols().map { item in
      var entry = LegendEntry(label: item.label, shape: shape, size: size, style: standard)
      for (channel, lookup) in lookups { apply(channel, lookup(item.value), to: &entry) }
      return entry
    }
  }

  private func apply(_ channel: Channel, _ value: ChartValue, to entry: inout LegendEntry) {
    switch channel {
    case .color:
      let paint = value.text.flatMap(Paint.init(css:))
      if part.units.contains(where: { $0.isFilled && $0.mark.type != .trail }) {
        entry.style.fill = paint
      }
      if part.units.contains(where: { !$0.isFilled || $0.mark.type == .trail }) {
        entry.style.stroke = paint
      }
    case .fill: entry.style.fill = value.text.flatMap(Paint.init(css:))
    case .stroke: entry.style.stroke = value.text.flatMap(Paint.init(css:))
    case .opacity: entry.style.opacity = value.double
    case .fillOpacity: entry.style.fillOpacity = value.double
    case .strokeOpacity: entry.style.strokeOpacity = value.double
    case .strokeWidth: entry.style.strokeWidth = value.double
    case .strokeDash: entry.style.strokeDash = value.list?.compactMap(\.double) ?? []
    case .shape: entry.shape = value.text.flatMap(SymbolShape.init) ?? .circle
    case .size:
      if part.unit.mark.type.isPointLike || part.unit.mark.type == .geoshape
        || part.unit.mark.type == .text
        || part.unit.mark.type == .bar || part.unit.mark.type == .tick
      {
        entry.size = value.double ?? 0
      } else {
        entry.style.strokeWidth = value.double
      }
    default: break
    }
  }

  private func symbolShape() -> SymbolShape {
    if let name = part.written.string("symbolType") { return SymbolShape(name) ?? .circle }
    let unit = part.units.first { Self.standardShape($0.mark.type) == "circle" } ?? part.unit
    let given = unit.encoding[.shape]?.value?.string ?? unit.properties.string("shape")
    if let given { return SymbolShape(given) ?? .circle }
    if let name = config.written["legend"]?["symbolType"]?.string {
      return SymbolShape(name) ?? .circle
    }
    return SymbolShape(Self.standardShape(unit.mark.type)) ?? .circle
  }

  /// The shape that stands for a kind of mark.
  private static func standardShape(_ type: MarkType) -> String {
    switch type {
    case .bar, .rect, .image, .square: "square"
    case .line, .trail, .rule: "stroke"
    default: "circle"
    }
  }

  /// The paint of the marks, without what the legend itself explains.
  private func standardStyle() -> MarkStyle {
    let unit = part.units.first { Self.standardShape($0.mark.type) == "circle" } ?? part.unit
    let explained = Set(part.channels)
    var style = MarkStyle(strokeWidth: properties.number("symbolStrokeWidth") ?? 1.5)
    let isFilled = unit.isFilled && unit.mark.type != .trail
    let width =
      unit.mark.properties.number("strokeWidth")
      ?? config.written[unit.mark.type.rawValue]?["strokeWidth"]?.number
    if let width { style.strokeWidth = width }
    style.strokeDash = unit.properties.numbers("strokeDash") ?? []
    let fill = paint(unit, .fill, isMain: isFilled)
    let stroke = paint(unit, .stroke, isMain: !isFilled)
    let explainsFill = explained.contains(.fill) || (isFilled && explained.contains(.color))
    if isColoured(unit, isFilled: true), !explainsFill {
      style.fill = Paint(
        css: properties.string("symbolFillColor") ?? properties.string("symbolBaseFillColor")
          ?? "black")
      style.fillOpacity = Self.opacity(part.units) ?? 1
    } else {
      style.fill = fill
    }
    style.stroke = isColoured(unit, isFilled: false) ? nil : stroke
    if style.fill == nil, style.stroke == nil, !explained.contains(where: \.isColour) {
      style.stroke = Paint(css: properties.string("symbolBaseStrokeColor") ?? "#888")
    }
    if style.stroke == nil, isFilled, !explainsFill { style.stroke = .literal("transparent") }
    if style.fill == nil, !isFilled { style.fill = .literal("transparent") }
    if let color = properties.string("symbolFillColor") { style.fill = Paint(css: color) }
    if let color = properties.string("symbolStrokeColor") { style.stroke = Paint(css: color) }
    if !explained.contains(.opacity) {
      style.opacity = properties.number("symbolOpacity") ?? Self.opacity(part.units)
    }
    return style
  }

  /// Whether a field decides on the fill (or on the stroke).
  private func isColoured(_ unit: UnitModel, isFilled: Bool) -> Bool {
    let own = unit.encoding[isFilled ? .fill : .stroke]
    if let own, own.isField { return true }
    guard unit.isFilled == isFilled, let color = unit.encoding[.color] else { return false }
    return color.isField || color.conditions.contains { $0.definition.isField }
  }

  private func paint(_ unit: UnitModel, _ channel: Channel, isMain: Bool) -> Paint? {
    let name = channel.rawValue
    if let value = unit.encoding[channel]?.value?.string { return Paint(css: value) }
    if isMain, let value = unit.encoding[.color]?.value?.string { return Paint(css: value) }
    if let written = unit.mark.properties.string(name) { return Paint(css: written) }
    if isMain,
      let color = unit.mark.properties.string("color") ?? unit.properties.string(name)
        ?? unit.properties.string("color")
    {
      return Paint(css: color)
    }
    return unit.properties.string(name).flatMap(Paint.init(css:))
  }

  /// The opacity of the first marks that have one.
  static func opacity(_ units: [UnitModel]) -> Double? { units.lazy.compactMap(opacity).first }

  /// The largest opacity that is written or chosen for the marks.
  static func opacity(_ unit: UnitModel) -> Double? {
    if let spec = unit.encoding[.opacity] {
      let values = ([spec] + spec.conditions.map(\.definition)).compactMap { $0.value?.number }
      if let largest = values.max() { return largest }
      if spec.isField { return nil }
    }
    if let written = unit.properties.number("opacity") { return written }
    let type = unit.mark.type
    return (type.isPointLike || type == .tick) && !unit.encoding.isAggregated ? 0.7 : nil
  }
}
