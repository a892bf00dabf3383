import Documents

/// Builds axes: what authors, configurations and Vega-Lite's rules say, with ticks and labels.
struct AxisBuilder {
  let config: Config
  let context: SpecContext
  let page: PageRules?

  /// The axis of a part on a plot of a size, at a side.
  /// `properties` are those that `resolved` gives for that side.
  func model(
    _ part: AxisPart, _ properties: Properties, side: GuideSide, width: Double, height: Double,
    isGridShown: Bool
  ) -> AxisModel {
    let ticks = AxisTicks(
      part: part, properties: properties, length: part.channel == .x ? width : height,
      config: config, context: context, page: page
    )
    let range = Self.range(part, width, height)
    var model = AxisModel(side: side, range: range, ticks: ticks.ticks())
    if case .band(let scale) = part.scale.scale {
      model.bandwidth = scale.bandwidth
      model.isBand = part.scale.type == .band
    }
    setLines(&model, properties, part, isGridShown: isGridShown, width, height)
    setLabels(&model, properties, part, side, ticks)
    setTitle(&model, properties, part)
    model.offset = properties.number("offset") ?? 0
    model.position = properties.number("position") ?? 0
    model.translate = properties.number("translate") ?? 0.5
    model.minExtent = properties.number("minExtent") ?? 0
    model.maxExtent = properties.number("maxExtent") ?? 200
    model.zindex = Int((properties.number("zindex") ?? 0).clamped(to: 0...1))
    model.accessibility =
      properties.boolean("aria") == false ? .hidden : AxisWords.accessibility(part, model)
    return model
  }

  /// Where the scale's range begins and ends.
  private static func range(_ part: AxisPart, _ width: Double, _ height: Double) -> (Double, Double)
  {
    switch part.scale.scale {
    case .continuous(let scale): (scale.range.first ?? 0, scale.range.last ?? 0)
    case .band(let scale): (scale.range[0], scale.range[1])
    default: part.channel == .x ? (0, width) : (height, 0)
    }
  }

  /// The author's properties over the configuration's for this kind of axis.
  func resolved(_ part: AxisPart, _ side: GuideSide) -> Properties {
    let kinds: [String] =
      switch part.scale.type {
      case .band: ["Discrete", "Band"]
      case .point: ["Discrete", "Point"]
      case .time, .utc: ["Temporal"]
      default: ["Quantitative"]
      }
    let sides = ["", part.channel == .x ? "X" : "Y", side.configName]
    var result = Properties()
    for kind in [""] + kinds {
      for side in sides { result = config.axis(side, kind).over(result) }
    }
    for style in part.written.lines("style") ?? [] { result = config.style(style).over(result) }
    return part.written.over(result)
  }

  private func setLines(
    _ model: inout AxisModel, _ properties: Properties, _ part: AxisPart, isGridShown: Bool,
    _ width: Double, _ height: Double
  ) {
    let style = GuideStyle(config: config)
    model.domain = properties.boolean("domain") == false ? nil : style.line(properties, "domain")
    model.tickLine = properties.boolean("ticks") == false ? nil : style.line(properties, "tick")
    model.tickSize = properties.number("tickSize") ?? 5
    model.tickOffset = properties.number("tickOffset")
    model.roundsTicks = properties.boolean("tickRound") ?? true
    model.bandPosition = properties.number("bandPosition") ?? 0.5
    model.ticksAtBandExtents = properties.string("tickBand") == "extent"
    let hasGrid = properties.boolean("grid") ?? standardGrid(part)
    if hasGrid, isGridShown {
      model.grid = style.line(properties, "grid")
      model.gridLength = part.channel == .x ? height : width
    }
  }

  /// Continuous axes of fields that are not binned have a grid, unless the configuration says otherwise.
  private func standardGrid(_ part: AxisPart) -> Bool {
    !part.scale.type.hasDiscreteDomain && part.spec.isField && !part.spec.hasBins
  }

  private func setLabels(
    _ model: inout AxisModel, _ properties: Properties, _ part: AxisPart, _ side: GuideSide,
    _ ticks: AxisTicks
  ) {
    guard properties.boolean("labels") != false else {
      model.labels = nil
      return
    }
    model.labels = GuideStyle(config: config).text(
      properties, "label", style: "guide-label", limit: 180)
    model.labelAngle = properties.number("labelAngle") ?? standardAngle(part)
    model.labelAlign = properties.string("labelAlign").flatMap(TextAlign.init(rawValue:))
    model.labelBaseline = properties.string("labelBaseline").flatMap(TextBaseline.init(rawValue:))
    model.labelPadding = properties.number("labelPadding") ?? 2
    model.labelOffset = properties.number("labelOffset") ?? 0
    model.labelFlush = flush(properties, part)
    model.labelFlushOffset = properties.number("labelFlushOffset") ?? 0
    model.labelBound = bound(properties["labelBound"])
    model.labelOverlap = overlap(properties["labelOverlap"], part)
    model.labelSeparation = properties.number("labelSeparation") ?? 0
    if let page { page.adjust(&model, part, isAngleWritten: part.written.has("labelAngle")) }
  }

  /// Discrete values along x are turned; time units and others are level.
  private func standardAngle(_ part: AxisPart) -> Double {
    guard page == nil, part.channel == .x, part.scale.type.hasDiscreteDomain,
      part.spec.type == .nominal || part.spec.type == .ordinal, part.spec.timeUnit == nil
    else { return 0 }
    return 270
  }

  private func flush(_ properties: Properties, _ part: AxisPart) -> Double? {
    if let node = properties["labelFlush"] {
      return node.boolean == true ? 1 : node.boolean == false ? nil : node.number
    }
    // Continuous x axes keep their outermost labels inside of the plot's width.
    let isContinuous = !part.scale.type.hasDiscreteDomain
    return part.channel == .x && isContinuous ? 1 : nil
  }

  private func bound(_ node: DocumentNode?) -> Double? {
    node?.boolean == true ? 1 : node?.number
  }

  private func overlap(_ node: DocumentNode?, _ part: AxisPart) -> LabelOverlap? {
    if let node {
      if let name = node.string { return LabelOverlap(rawValue: name) }
      return node.boolean == true ? .parity : nil
    }
    if part.spec.type?.isDiscrete == true, part.spec.timeUnit == nil || part.spec.hasSortObject {
      return nil
    }
    return part.scale.type == .log || part.scale.type == .symlog ? .greedy : .parity
  }

  private func setTitle(_ model: inout AxisModel, _ properties: Properties, _ part: AxisPart) {
    let configured = part.isTitleWritten ? nil : properties["title"]
    model.title =
      page?.title(part) ?? configured.map { _ in properties.lines("title") ?? [] }
      ?? TitleRules.merged(part.titles)
    model.titleText = GuideStyle(config: config).text(
      properties, "title", style: "guide-title", limit: 0)
    model.titleAnchor =
      properties.string("titleAnchor").flatMap(GuideAnchor.init(rawValue:)) ?? .middle
    model.titleAlign = properties.string("titleAlign").flatMap(TextAlign.init(rawValue:))
    model.titleAngle = properties.number("titleAngle")
    model.titleBaseline = properties.string("titleBaseline").flatMap(TextBaseline.init(rawValue:))
    model.titleX = properties.number("titleX")
    model.titleY = properties.number("titleY")
    model.titlePadding = properties.number("titlePadding") ?? 4
  }
}
