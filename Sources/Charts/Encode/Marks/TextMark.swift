import Documents

/// Texts at the places of their rows.
struct TextMark {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func nodes() -> [SceneNode] {
    let place = PlaceEncoder(scope).place()
    let content = content()
    let values = ValueEncoder(scope: scope)
    let written = scope.unit.mark.properties
    let key = written.has("size") && !written.has("fontSize") ? "size" : "fontSize"
    let size = values.number(.size, property: key, standard: 11) ?? { _ in 11 }
    let angle = values.number(.angle)
    let align = scope.text("align")
    let baseline = scope.text("baseline")
    let (dx, dy) = (scope.number("dx"), scope.number("dy"))
    let limit = scope.number("limit")
    let style = PaintEncoder(scope).style()
    let href = LinkEncoder(scope).href()
    let font = baseFont()
    let lineHeight = scope.properties.number("lineHeight")
    let metrics = scope.theme?.metrics ?? TextMetrics()
    return RowOrder(scope: scope).rows().compactMap { row in
      let point = place(row)
      guard point.isFinite else { return nil }
      var lines = content(row)
      if lines.allSatisfy(\.isEmpty) { return nil }
      var font = font
      font.size = size(row)
      if let limit = limit?(row), limit > 0 {
        lines = lines.map { metrics.truncated($0, to: limit, font: font) }
      }
      return .text(
        TextNode(
          lines: lines, position: point, offset: Point(dx?(row) ?? 0, dy?(row) ?? 0),
          align: align.flatMap { TextAlign(rawValue: $0(row)) } ?? .center,
          baseline: baseline.flatMap { TextBaseline(rawValue: $0(row)) } ?? .middle,
          angle: angle?(row) ?? 0, font: font, lineHeight: lineHeight,
          style: halo(style(row)), href: href?(row)))
    }
  }

  private func baseFont() -> Font {
    Font(
      family: scope.properties.string("font") ?? scope.config.node["font"]?.string ?? "sans-serif",
      size: 11, weight: Self.weight(scope.properties["fontWeight"]),
      style: scope.properties.string("fontStyle"))
  }

  /// A font's weight as CSS writes it.
  static func weight(_ node: DocumentNode?) -> String? {
    if let text = node?.string { return text == "normal" ? nil : text }
    return node?.number.map { String(Int($0.clamped(to: 1...1000))) }
  }

  /// On pages, text over marks has a paper halo.
  private func halo(_ style: MarkStyle) -> MarkStyle {
    guard scope.theme?.hasHalo == true, style.stroke == nil else { return style }
    var style = style
    style.stroke = .token(.paper)
    style.strokeWidth = 3
    style.strokesFirst = true
    return style
  }

  /// The lines of one row's text.
  private func content() -> (Row) -> [String] {
    let formats = scope.formats
    guard let spec = scope.encoding[.text] else {
      if let text = scope.text("text") { return { [text($0)] } }
      let lines = scope.properties.lines("text") ?? []
      return { _ in lines }
    }
    let base = definition(spec, formats)
    let predicates = Predicates(scope: scope)
    let branches = spec.conditions.compactMap { condition in
      predicates.test(condition).map { ($0, definition(condition.definition, formats)) }
    }
    guard !branches.isEmpty else { return base }
    return { row in
      for (test, lines) in branches where test(row) { return lines(row) }
      return base(row)
    }
  }

  private func definition(_ spec: ChannelSpec, _ formats: FormatRules) -> (Row) -> [String] {
    if let node = spec.value {
      if let evaluate = scope.expression(node) { return { Self.lines(evaluate($0)) } }
      let lines = Self.lines(ChartValue(node))
      return { _ in lines }
    }
    let format = formats.formatter(spec, isText: true)
    if let datum = spec.datum {
      if let evaluate = scope.expression(datum) { return { [format(evaluate($0))] } }
      let text = format(ChartValue(datum))
      return { _ in [text] }
    }
    guard let column = FieldNames.column(spec) else {
      if let text = scope.text("text") { return { [text($0)] } }
      return { _ in [] }
    }
    let name = spec.isBinned ? column + "_range" : column
    let read = scope.reader(name)
    return { row in
      let value = read(row)
      if case .list(let values) = value { return values.map(format) }
      return format(value).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func lines(_ value: ChartValue) -> [String] {
    if case .list(let values) = value { return values.map(\.toText) }
    return value.isMissing ? [] : [value.toText]
  }
}
