import Documents

/// Builds legends: what authors, configurations and Vega-Lite's rules say, with entries and labels.
struct LegendBuilder {
  let config: Config
  let context: SpecContext
  let page: PageRules?
  /// The size of the plot beside which the legend stands.
  let width: Double
  let height: Double

  /// The legend of a part; nil where there is nothing to explain.
  func model(_ part: LegendPart) -> LegendModel? {
    guard let scale = part.scale else { return nil }
    let properties = part.written.over(config.properties("legend"))
    if properties.boolean("disable") == true { return nil }
    let isGradient = isGradient(part, scale)
    guard let orient = LegendOrient(rawValue: orient(properties, part)) else { return nil }
    let isVertical = direction(properties, orient, isGradient: isGradient)
    let length = gradientLength(part, properties, orient, isVertical: isVertical)
    let content: LegendModel.Content
    if isGradient {
      guard
        let gradient = LegendGradient(
          part: part, scale: scale, properties: properties, config: config, context: context
        ).content(isVertical: isVertical, length: length)
      else { return nil }
      content = gradient
    } else if let bands = LegendBands(
      part: part, scale: scale, properties: properties, config: config, context: context
    ).content() {
      content = bands
    } else {
      let entries = LegendEntries(
        part: part, scale: scale, properties: properties, config: config, context: context
      ).entries()
      if entries.isEmpty { return nil }
      content = .symbols(
        LegendEntry.limited(
          entries, to: Int((properties.number("symbolLimit") ?? 30).clamped(to: 0...1e6))))
    }
    var model = LegendModel(content)
    model.orient = orient
    model.isVertical = isVertical
    setBox(&model, properties)
    setTexts(&model, properties, part)
    setGradient(&model, properties)
    model.gradientLength = length
    if case .gradient = content, !part.channels.contains(.opacity) {
      model.gradientOpacity =
        properties.number("gradientOpacity")
        ?? part.units.lazy.compactMap(LegendSymbolPaint.opacity).first
    }
    model.accessibility =
      properties.boolean("aria") == false ? .hidden : LegendWords.accessibility(part, model)
    return model
  }

  private func orient(_ properties: Properties, _ part: LegendPart) -> String {
    if let page, !part.written.has("orient") { return page.legendOrient }
    return properties.string("orient") ?? "right"
  }

  private func isGradient(_ part: LegendPart, _ scale: ScaleModel) -> Bool {
    guard scale.type.isContinuous, !(part.fills && part.strokes) else { return false }
    return part.channels.count == 1 && part.isGradient(part.channels[0])
  }

  /// Whether the content runs downwards.
  private func direction(_ properties: Properties, _ orient: LegendOrient, isGradient: Bool) -> Bool
  {
    if let written = properties.string("direction") { return written == "vertical" }
    switch orient {
    case .top, .bottom: return false
    case .left, .right, .none: return true
    default: return !isGradient
    }
  }

  private func setBox(_ model: inout LegendModel, _ properties: Properties) {
    model.offset = properties.number("offset")
    model.padding = properties.number("padding") ?? 0
    model.place = Point(properties.number("legendX") ?? 0, properties.number("legendY") ?? 0)
    model.fill = properties.string("fillColor").flatMap(Paint.init(css:))
    model.stroke = properties.string("strokeColor").flatMap(Paint.init(css:))
    model.strokeWidth = properties.number("strokeWidth")
    model.strokeDash = properties.numbers("strokeDash") ?? []
    model.cornerRadius = properties.number("cornerRadius") ?? 0
    model.columns = properties.number("columns").map { Int($0.clamped(to: 0...10_000)) }
    model.columnPadding = properties.number("columnPadding") ?? 10
    model.rowPadding = properties.number("rowPadding") ?? 2
    model.gridAlign =
      properties.string("gridAlign").flatMap(GridPlacement.Alignment.init(rawValue:)) ?? .each
    model.symbolOffset = properties.number("symbolOffset") ?? 0
    model.clipHeight = properties.number("clipHeight")
    model.zindex = Int((properties.number("zindex") ?? 0).clamped(to: 0...1))
  }

  private func setTexts(_ model: inout LegendModel, _ properties: Properties, _ part: LegendPart) {
    let style = GuideStyle(config: config)
    // On pages the values of a legend explain themselves, as those of a discrete axis do.
    let isPlain = page != nil && !part.isTitleWritten && part.scale?.type.hasDiscreteDomain == true
    model.title = isPlain ? [] : TitleRules.merged(part.titles)
    model.titleText = style.text(properties, "title", style: "guide-title", limit: 180)
    model.titleSide = properties.string("titleOrient").flatMap(GuideSide.init(rawValue:)) ?? .top
    model.titleAnchor = properties.string("titleAnchor").flatMap(GuideAnchor.init(rawValue:))
    model.titleAlign = properties.string("titleAlign").flatMap(TextAlign.init(rawValue:))
    model.titleBaseline = properties.string("titleBaseline").flatMap(TextBaseline.init(rawValue:))
    model.titlePadding = properties.number("titlePadding") ?? 5
    model.labelText = style.text(properties, "label", style: "guide-label", limit: 160)
    model.labelAlign = properties.string("labelAlign").flatMap(TextAlign.init(rawValue:)) ?? .left
    model.labelBaseline =
      properties.string("labelBaseline").flatMap(TextBaseline.init(rawValue:)) ?? .middle
    if part.written.has("labelOffset") || config.written["legend"]?["labelOffset"] != nil {
      model.labelOffset = properties.number("labelOffset")
    }
    switch properties["labelOverlap"]?.value {
    case .boolean(false), .null: model.labelOverlap = nil
    case .string(let name): model.labelOverlap = LabelOverlap(rawValue: name)
    default:
      let greedy: [ScaleType] = [.quantile, .threshold, .log, .symlog]
      model.labelOverlap = part.scale.map { greedy.contains($0.type) } == true ? .greedy : .parity
    }
  }

  /// How long the bar of colours is: as long as the plot, within bounds.
  private func gradientLength(
    _ part: LegendPart, _ properties: Properties, _ orient: LegendOrient, isVertical: Bool
  ) -> Double {
    let written = part.written["gradientLength"] ?? config.written["legend"]?["gradientLength"]
    if let length = written?.number { return length }
    guard part.scale?.type.isContinuous == true else { return 200 }
    func bound(_ key: String, _ standard: Double) -> Double { properties.number(key) ?? standard }
    if isVertical {
      let least = bound("gradientVerticalMinLength", 64)
      return height.clamped(to: least...max(least, bound("gradientVerticalMaxLength", 200)))
    }
    let least = bound("gradientHorizontalMinLength", 100)
    guard orient == .top || orient == .bottom else { return least }
    return width.clamped(to: least...max(least, bound("gradientHorizontalMaxLength", 200)))
  }

  private func setGradient(_ model: inout LegendModel, _ properties: Properties) {
    model.gradientThickness = properties.number("gradientThickness") ?? 16
    model.gradientStrokeWidth = properties.number("gradientStrokeWidth") ?? 0
    if let color = properties.string("gradientStrokeColor") {
      model.gradientStroke = Paint(css: color)
    }
  }
}
