import Documents

/// What a mark says of the symbols in the legend of one of its channels (Vega-Lite's `encode.symbols`).
struct LegendSymbolPaint {
  let unit: UnitModel
  let channel: Channel
  let properties: Properties
  let config: Config

  private var isFilled: Bool { unit.isFilled && unit.mark.type != .trail }

  /// The opacity of symbols and bars: the largest that is written for the channel, or the mark's own.
  var opacity: Double? {
    if properties.number("symbolOpacity") != nil { return nil }
    return Self.opacity(unit)
  }

  /// The largest opacity that is written or chosen for a mark.
  static func opacity(_ unit: UnitModel) -> Double? {
    if let spec = unit.encoding[.opacity] {
      let values = ([spec] + spec.conditions.map(\.definition)).compactMap { $0.value?.number }
      if let largest = values.max() { return largest }
    }
    if let written = unit.mark.properties.number("opacity") { return written }
    if unit.properties.has("opacity") || unit.properties.has("fillOpacity") { return nil }
    let type = unit.mark.type
    return (type.isPointLike || type == .tick) && !unit.encoding.isAggregated ? 0.7 : nil
  }

  /// Puts the mark's paint into a symbol's, where the legend's own scales do not decide.
  func apply(to style: inout MarkStyle, isFilledByLegend: Bool, isStrokedByLegend: Bool) {
    applyConfig(to: &style)
    let isFillExplained = channel == .fill || (isFilled && channel == .color)
    let isStrokeExplained = channel == .stroke || (!isFilled && channel == .color)
    let fill = isFillExplained ? nil : paint(.fill, isMain: isFilled)
    let stroke = isStrokeExplained ? nil : paint(.stroke, isMain: !isFilled)
    switch fill {
    case .byField where properties.string("symbolFillColor") == nil:
      style.fill = Paint(css: config.node["legend"]?["symbolBaseFillColor"]?.string ?? "black")
      style.fillOpacity = opacity ?? 1
    case .plain(let css): style.fill = Paint(css: css)
    default: break
    }
    if case .plain(let css) = stroke, properties.string("symbolStrokeColor") == nil {
      style.stroke = Paint(css: css)
    } else if case .plain(let css) = fill, css != "transparent", !isStrokedByLegend {
      style.stroke = nil
    } else if case .byField = fill, properties.string("symbolFillColor") == nil, !isStrokedByLegend {
      style.stroke = nil
    }
    if channel != .opacity, let opacity, opacity != 0 { style.opacity = opacity }
  }

  /// What configuration and styles say of the mark's lines.
  private func applyConfig(to style: inout MarkStyle) {
    let styles = Properties(["style": unit.mark.properties["style"] ?? DocumentNode(.null)])
    var written = Properties(config.written[unit.mark.type.rawValue])
      .over(Properties(config.written["mark"]))
    for name in styles.lines("style") ?? [] {
      written = Properties(config.written["style"]?[name]).over(written)
    }
    if let width = written.number("strokeWidth") { style.strokeWidth = width }
    if let dash = written.numbers("strokeDash") { style.strokeDash = dash }
    if let opacity = written.number("strokeOpacity") { style.strokeOpacity = opacity }
    if let opacity = written.number("fillOpacity") { style.fillOpacity = opacity }
    style.strokeDashOffset = written.number("strokeDashOffset") ?? style.strokeDashOffset
    if let stroke = written.string("stroke") { style.stroke = Paint(css: stroke) }
    if let fill = written.string("fill") { style.fill = Paint(css: fill) }
  }

  private enum Source {
    /// A field decides, row by row.
    case byField
    case plain(String)
  }

  /// What paints the marks' fill or outline.
  private func paint(_ own: Channel, isMain: Bool) -> Source? {
    let specs = [unit.encoding[own], isMain ? unit.encoding[.color] : nil].compactMap { $0 }
    if let spec = specs.first {
      if spec.isField, spec.conditions.isEmpty { return .byField }
      let values = [spec] + spec.conditions.map(\.definition)
      if let value = values.lazy.compactMap(\.value).first, let css = value.string {
        return .plain(css)
      }
      if spec.isField || !spec.conditions.isEmpty {
        return standard(own, isMain: isMain, isWritten: true)
      }
    }
    return standard(own, isMain: isMain, isWritten: false)
  }

  /// The colour of the mark's definition, its configuration or the default.
  private func standard(_ own: Channel, isMain: Bool, isWritten: Bool) -> Source? {
    let mark = unit.mark.properties
    if let css = mark.string(own.rawValue) ?? (isMain ? mark.string("color") : nil) {
      return .plain(css)
    }
    if isWritten { return nil }
    let configured = unit.properties
    if let css = configured.string(own.rawValue) ?? (isMain ? configured.string("color") : nil) {
      return .plain(css)
    }
    let hollow: Set<MarkType> = [.bar, .point, .circle, .square, .geoshape]
    return own == .fill && hollow.contains(unit.mark.type) ? .plain("transparent") : nil
  }
}
