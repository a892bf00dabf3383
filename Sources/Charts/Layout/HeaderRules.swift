import Documents

/// What headers of small multiples look like: the author's words over the configuration's.
struct HeaderRules {
  let model: ChartModel

  /// The properties of a facet channel's header.
  func properties(_ spec: ChannelSpec) -> Properties {
    let key: String =
      switch spec.channel {
      case .row: "headerRow"
      case .column: "headerColumn"
      default: "headerFacet"
      }
    let config = model.config.properties(key).over(model.config.properties("header"))
    return (spec.header.value ?? Properties()).over(config)
  }

  /// The side at which labels, or titles, stand.
  func side(_ properties: Properties, _ channel: Channel, isTitle: Bool) -> GuideSide {
    let own = properties.string(isTitle ? "titleOrient" : "labelOrient")
    let name = own ?? properties.string("orient")
    return name.flatMap(GuideSide.init(rawValue:)) ?? (channel == .row ? .left : .top)
  }

  /// The label of one row, column or plot, beside what stands there already.
  func label(
    _ value: ChartValue, _ spec: ChannelSpec, _ side: GuideSide, frame: Bounds, around: Bounds
  ) -> HeaderLayout {
    let properties = properties(spec)
    var header = HeaderModel.label(
      FacetLabels(model: model).text(value, spec, properties), side: side)
    header.text = GuideStyle(config: model.config).text(
      properties, "label", style: "guide-label", limit: 0)
    if properties.boolean("labels") == false || spec.header.isOff { header.lines = [""] }
    header.padding = properties.number("labelPadding") ?? 10
    header.anchor =
      properties.string("labelAnchor").flatMap(GuideAnchor.init(rawValue:)) ?? .middle
    header.angle = properties.number("labelAngle")
    header.align = properties.string("labelAlign").flatMap(TextAlign.init(rawValue:))
    header.baseline = properties.string("labelBaseline").flatMap(TextBaseline.init(rawValue:))
    return HeaderLayout(
      header, length: side.isHorizontal ? frame.width : frame.height, axes: around,
      metrics: model.metrics)
  }
}

/// The texts of headers.
struct FacetLabels {
  let model: ChartModel

  func text(_ value: ChartValue, _ spec: ChannelSpec, _ properties: Properties) -> [String] {
    let rules = FormatRules(config: model.config, columns: ColumnFacts(), context: model.context)
    var spec = spec
    spec.format = properties["format"] ?? spec.format
    spec.formatType = properties.string("formatType") ?? spec.formatType
    spec.type = spec.type ?? (spec.timeUnit != nil ? .temporal : .nominal)
    let text = spec.isBinned ? value.toText : rules.formatter(spec, isText: false)(value)
    guard let node = properties["labelExpr"], let source = node.string,
      let expression = Expression(
        source, node: node, path: model.context.path, into: model.context.collector)
    else { return [text] }
    let datum = ChartValue.record(["value": value, "label": .text(text)])
    return [expression.evaluate(datum: datum).toText]
  }
}
