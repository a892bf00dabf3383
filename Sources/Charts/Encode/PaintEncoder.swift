import Documents

/// The paint of a unit's marks: fill, stroke, opacities, widths and dashes.
struct PaintEncoder {
  let scope: UnitScope
  /// Whether the mark's colour fills it.
  var isFilled: Bool

  init(_ scope: UnitScope) {
    self.scope = scope
    isFilled = scope.unit.isFilled
  }

  /// The paint of one row's mark.
  func style() -> (Row) -> MarkStyle {
    let values = ValueEncoder(scope: scope)
    let fill = paint(.fill, values)
    let stroke = paint(.stroke, values)
    let opacity = values.number(.opacity, standard: standardOpacity)
    let fillOpacity = values.number(.fillOpacity)
    let strokeOpacity = values.number(.strokeOpacity)
    let strokeWidth = values.number(.strokeWidth, standard: standardStrokeWidth)
    let dash = dash(values)
    var plain = MarkStyle()
    plain.strokeCap = scope.properties.string("strokeCap").flatMap(LineCap.init(rawValue:))
    plain.strokeJoin = scope.properties.string("strokeJoin").flatMap(LineJoin.init(rawValue:))
    plain.strokeDashOffset = scope.properties.number("strokeDashOffset")
    plain.strokeMiterLimit = scope.properties.number("strokeMiterLimit")
    return { row in
      var style = plain
      style.fill = fill?(row)
      style.stroke = stroke?(row)
      style.opacity = finite(opacity?(row))
      style.fillOpacity = finite(fillOpacity?(row))
      style.strokeOpacity = finite(strokeOpacity?(row))
      if style.stroke != nil { style.strokeWidth = finite(strokeWidth?(row)) }
      style.strokeDash = dash?(row) ?? []
      return style
    }
  }

  /// The paint of a line, whose size is its width.
  func lineStyle() -> (Row) -> MarkStyle {
    let style = style()
    let hasWidth = scope.unit.mark.properties.has("strokeWidth") && scope.encoding[.size] == nil
    guard scope.encoding[.strokeWidth] == nil, !hasWidth,
      let width = ValueEncoder(scope: scope).number(.size)
    else { return style }
    return { row in
      var result = style(row)
      result.strokeWidth = width(row)
      return result
    }
  }

  private var standardOpacity: Double? {
    let type = scope.unit.mark.type
    if scope.properties.has("fillOpacity") { return nil }
    return (type.isPointLike || type == .tick) && !scope.encoding.isAggregated ? 0.7 : nil
  }

  private var standardStrokeWidth: Double? {
    switch scope.unit.mark.type {
    case .point, .circle, .square: 2
    case .line: 2
    default: nil
    }
  }

  /// Fill or stroke: by its own channel, or by the colour channel where that is the mark's main paint.
  private func paint(_ channel: Channel, _ values: ValueEncoder) -> ((Row) -> Paint?)? {
    let isMain = (channel == .fill) == isFilled
    let standard = standardPaint(channel, isMain: isMain)
    let base: ((Row) -> ChartValue)? = standard.map { paint in { _ in paint } }
    let source: ((Row) -> ChartValue)?
    if scope.encoding.has(channel) {
      source = values.value(channel, standard: base)
    } else if scope.unit.mark.properties.has(channel.rawValue) {
      // What the mark's definition says of fill or stroke goes before the channel of the colour.
      source = base
    } else if isMain, scope.encoding.has(.color) {
      source = values.value(.color, standard: base)
    } else {
      source = base
    }
    let isEncoded = scope.encoding.has(channel) || (isMain && scope.encoding.has(.color))
    if !isEncoded, let gradient = gradient(channel, isMain: isMain) { return { _ in gradient } }
    guard let source else { return nil }
    return { row in
      guard case .text(let css) = source(row) else { return nil }
      return Paint(css: css)
    }
  }

  private func standardPaint(_ channel: Channel, isMain: Bool) -> ChartValue? {
    let properties = scope.unit.mark.properties
    let configured = scope.properties
    func text(_ node: DocumentNode?) -> ChartValue? {
      guard let node else { return nil }
      if let evaluate = scope.expression(node) { return evaluate(.noRow) }
      return node.isNull ? .text("") : node.string.map(ChartValue.text)
    }
    let name = channel.rawValue
    if let written = text(properties[name]) { return written }
    if isMain, let written = text(properties["color"]) { return written }
    if let set = text(configured[name]) { return set }
    if isMain, let set = text(configured["color"]) { return set }
    let isHollow: [MarkType] = [.bar, .point, .circle, .square, .geoshape]
    return channel == .fill && isHollow.contains(scope.unit.mark.type) ? "transparent" : nil
  }

  /// A gradient that the mark's definition gives.
  private func gradient(_ channel: Channel, isMain: Bool) -> Paint? {
    let node = scope.properties[channel.rawValue] ?? (isMain ? scope.properties["color"] : nil)
    return node.flatMap(GradientReader.paint)
  }

  private func dash(_ values: ValueEncoder) -> ((Row) -> [Double])? {
    let fixed = scope.properties.numbers("strokeDash")
    guard scope.encoding.has(.strokeDash) else { return fixed.map { dash in { _ in dash } } }
    let standard: ((Row) -> ChartValue)? = fixed.map { dash in
      { _ in .list(dash.map(ChartValue.number)) }
    }
    guard let value = values.value(.strokeDash, standard: standard) else { return nil }
    return { value($0).list?.compactMap(\.double) ?? [] }
  }
}

/// The number where it is one.
private func finite(_ number: Double?) -> Double? {
  number.flatMap { $0.isFinite ? $0 : nil }
}

/// Reads the gradients of a specification.
enum GradientReader {
  static func paint(_ node: DocumentNode) -> Paint? {
    guard let kind = node["gradient"]?.string else { return nil }
    let stops = (node["stops"]?.list ?? []).compactMap { stop -> Gradient.Stop? in
      guard let offset = stop["offset"]?.number, let color = stop["color"]?.string else {
        return nil
      }
      return Gradient.Stop(offset: offset, color: SceneColor(css: color))
    }
    func number(_ key: String, _ standard: Double) -> Double { node[key]?.number ?? standard }
    let from = Point(
      number("x1", kind == "radial" ? 0.5 : 0), number("y1", kind == "radial" ? 0.5 : 0))
    let to = Point(
      number("x2", kind == "radial" ? 0.5 : 1), number("y2", kind == "radial" ? 0.5 : 0))
    let form: Gradient.Form =
      kind == "radial"
      ? .radial(
        innerCenter: from, innerRadius: number("r1", 0), outerCenter: to,
        outerRadius: number("r2", 0.5))
      : .linear(from: from, to: to)
    return .gradient(Gradient(form: form, stops: stops))
  }
}
