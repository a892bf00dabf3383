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

  /// Puts the mark's paint into a symbol's, where the legend's own scales do not decide; false where the
  /// mark says nothing.
  func apply(to style: inout MarkStyle, isStrokedByLegend: Bool) -> Bool {
    let plain = style
    applyConfig(to: &style)
    let isFillExplained = channel == .fill || (isFilled && channel == .color)
    let isStrokeExplained = channel == .stroke || (!isFilled && channel == .color)
    let fill = isFillExplained ? nil : paint(.fill, isMain: isFilled)
    let stroke = isStrokeExplained ? nil : paint(.stroke, isMain: !isFilled)
    var hasFill = false
    switch fill {
    case .byField where properties.string("symbolFillColor") == nil:
      hasFill = true
      style.fill = Paint(css: config.node["legend"]?["symbolBaseFillColor"]?.string ?? "black")
      style.fillOpacity = opacity ?? 1
    case .plain(let css):
      hasFill = css != "transparent"
      style.fill = Paint(css: css)
    default: break
    }
    if case .plain(let css) = stroke, properties.string("symbolStrokeColor") == nil {
      style.stroke = Paint(css: css)
    } else if hasFill, !isStrokedByLegend {
      // It is not seen, but takes room.
      style.stroke = Paint(css: "transparent")
    }
    if channel != .opacity, let opacity, opacity != 0 { style.opacity = opacity }
    return style != plain
  }

  /// What configuration and styles say of the mark's lines.
  private func applyConfig(to style: inout MarkStyle) {
    let styles = Properties(["style": unit.mark.properties["style"] ?? DocumentNode(.null)])
    var written = Properties(config.written[unit.mark.type.rawValue])
      .over(Properties(config.written["mark"]))
    for name in styles.lines("style") ?? [] {
      written = Properties(config.written["style"]?[name]).over(written)
    }
    style.strokeWidth = written.number("strokeWidth") ?? style.strokeWidth
    style.strokeDash = written.numbers("strokeDash") ?? style.strokeDash
    style.strokeDashOffset = written.number("strokeDashOffset") ?? style.strokeDashOffset
    style.strokeOpacity = written.number("strokeOpacity") ?? style.strokeOpacity
    style.fillOpacity = written.number("fillOpacity") ?? style.fillOpacity
    style.stroke = written.string("stroke").flatMap(Paint.init(css:)) ?? style.stroke
    style.fill = written.string("fill").flatMap(Paint.init(css:)) ?? style.fill
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
    let hollow: [MarkType] = [.bar, .point, .circle, .square, .geoshape]
    return own == .fill && hollow.contains(unit.mark.type) ? .plain("transparent") : nil
  }
}
