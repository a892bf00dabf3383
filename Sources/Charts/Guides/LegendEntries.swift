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
      if part.fills { entry.style.fill = paint }
      if part.strokes { entry.style.stroke = paint }
    case .fill: entry.style.fill = value.text.flatMap(Paint.init(css:))
    case .stroke: entry.style.stroke = value.text.flatMap(Paint.init(css:))
    case .opacity: entry.style.opacity = value.double
    case .fillOpacity: entry.style.fillOpacity = value.double
    case .strokeOpacity: entry.style.strokeOpacity = value.double
    case .strokeWidth: entry.style.strokeWidth = value.double
    case .strokeDash: entry.style.strokeDash = value.list?.compactMap(\.double) ?? []
    case .shape: entry.shape = value.text.flatMap(SymbolShape.init) ?? .circle
    case .size:
      if part.units.allSatisfy({ $0.mark.type == .trail }) {
        entry.style.strokeWidth = value.double
      } else {
        entry.size = value.double ?? 0
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

  /// The symbols before the scales of the legend paint them: as Vega draws them, over it what the first mark
  /// says whose legend is one of symbols.
  private func standardStyle() -> MarkStyle {
    var style = MarkStyle(strokeWidth: properties.number("symbolStrokeWidth") ?? 1.5)
    let baseFill = part.fills ? nil : properties.string("symbolBaseFillColor") ?? "transparent"
    let baseStroke = part.fills ? nil : properties.string("symbolBaseStrokeColor") ?? "#888"
    style.fill = (properties.string("symbolFillColor") ?? baseFill).flatMap(Paint.init(css:))
    style.stroke = (properties.string("symbolStrokeColor") ?? baseStroke).flatMap(Paint.init(css:))
    style.opacity = properties.number("symbolOpacity")
    style.strokeDash = properties.numbers("symbolDash") ?? []
    style.strokeDashOffset = properties.number("symbolDashOffset")
    for channel in part.channels {
      for unit in part.units {
        let symbols = LegendSymbolPaint(
          unit: unit, channel: channel, properties: properties, config: config)
        if part.isGradient(channel) {
          if symbols.opacity ?? 0 != 0 { return style }
        } else if symbols.apply(to: &style, isStrokedByLegend: part.strokes) {
          return style
        }
      }
    }
    return style
  }
}
