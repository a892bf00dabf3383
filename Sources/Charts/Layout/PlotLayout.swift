import Documents

/// Lays out one plot: its background, grid, marks and axes.
struct PlotLayout {
  let model: ChartModel

  /// The plot with its axes, in the coordinates of its upper left corner.
  func lay(_ node: ViewNode) -> LaidView {
    let frame = Bounds(x: 0, y: 0, width: node.width, height: node.height)
    var view = LaidView(
      background: background(node), bounds: frame, frame: frame, guides: (frame, frame))
    let axes = AxisSides(model: model).layouts(node.axes, width: node.width, height: node.height)
    let grids = gridLayouts(node, axes)
    view.children += grids.filter { $0.model.zindex == 0 }.compactMap { $0.gridNode() }
    view.children += axes.filter { $0.model.zindex == 0 }.compactMap { $0.node() }
    let units = units(node)
    let marks = units.map(\.node) + seriesLabels(node)
    view.children += marks
    view.children += grids.filter { $0.model.zindex > 0 }.compactMap { $0.gridNode() }
    view.children += axes.filter { $0.model.zindex > 0 }.compactMap { $0.node() }

    let measure = SceneBounds(metrics: model.metrics)
    for axis in axes {
      if axis.model.side.isHorizontal {
        view.guides.y.formUnion(axis.bounds)
      } else {
        view.guides.x.formUnion(axis.bounds)
      }
    }
    // Lines and areas in series stand in groups of their own, of which legends keep clear like of axes.
    let series = measure.bounds(of: units.filter(\.isInSeries).map(\.node))
    view.guides.x.formUnion(series)
    view.guides.y.formUnion(series)
    view.bounds.formUnion(measure.bounds(of: marks))
    view.bounds.formUnion(view.guides.x)
    view.bounds.formUnion(view.guides.y)
    return view
  }

  /// The axes whose grid is drawn here: the plot's own, and those that a facet shares.
  private func gridLayouts(_ node: ViewNode, _ own: [AxisLayout]) -> [AxisLayout] {
    var layouts = own
    for channel in [Channel.x, .y] where (node.axes[channel] ?? []).isEmpty {
      guard let shared = sharedAxis(node, channel) else { continue }
      layouts += AxisSides(model: model).layouts(
        [channel: [shared]], width: node.width, height: node.height)
    }
    return layouts
  }

  private func sharedAxis(_ node: ViewNode, _ channel: Channel) -> AxisPart? {
    guard let parent = node.parent else { return nil }
    if case .facet = parent.kind { return parent.axes[channel]?.first }
    return nil
  }

  private func background(_ node: ViewNode) -> RectNode {
    let config = model.config
    // Only plots with axes have the frame of a cell.
    var properties =
      hasPosition(node)
      ? config.properties("view").over(config.style("cell")) : config.style("view")
    for name in node.spec.view.lines("style") ?? [] {
      properties = config.style(name).over(properties)
    }
    properties = node.spec.view.over(properties)
    func paint(_ key: String) -> Paint? { properties.string(key).flatMap(Paint.init(css:)) }
    var style = MarkStyle(fill: paint("fill"), stroke: paint("stroke"))
    style.strokeWidth = properties.number("strokeWidth")
    style.strokeDash = properties.numbers("strokeDash") ?? []
    style.opacity = properties.number("opacity")
    style.fillOpacity = properties.number("fillOpacity")
    style.strokeOpacity = properties.number("strokeOpacity")
    return RectNode(
      x: 0, y: 0, width: node.width, height: node.height,
      corners: .all(properties.number("cornerRadius") ?? 0), style: style)
  }

  private func hasPosition(_ node: ViewNode) -> Bool {
    leaves(node).contains { leaf in
      guard case .unit(let unit) = leaf.kind else { return false }
      return unit.encoding.has(.x) || unit.encoding.has(.y)
    }
  }

  // MARK: marks

  /// The marks of a plot's layers, from back to front, and whether they are paths of several series.
  private func units(_ node: ViewNode) -> [(node: SceneNode, isInSeries: Bool)] {
    let projection = MapProjection(
      context: model.context, environment: PlotEnvironment.of(node, in: node)
    ).placed(node)
    let brush = BrushFrame(plot: node, config: model.config)
    let marks = leaves(node).compactMap { leaf -> (node: SceneNode, isInSeries: Bool)? in
      guard case .unit(let unit) = leaf.kind else { return nil }
      let scope = UnitScope(unit, leaf, in: node, of: model, projection: projection)
      let isPlacedText =
        model.page != nil && unit.mark.type == .text
        && node.units.contains(where: \.mark.type.isPointLike)
      let group =
        isPlacedText
        ? PageLabels.group(scope, metrics: model.metrics) : MarkEncoder.group(scope)
      return group.map {
        ($0, unit.mark.type.isPath && !RowOrder(scope: scope).seriesColumns().isEmpty)
      }
    }
    return brush.behind.map { ($0, false) } + marks + brush.before.map { ($0, false) }
  }

  /// The names of series at the ends of the plot's lines, where they take the place of a legend.
  private func seriesLabels(_ node: ViewNode) -> [SceneNode] {
    guard let page = model.page, let scale = node.labelledScale else { return [] }
    for leaf in leaves(node) {
      guard case .unit(let unit) = leaf.kind, unit.mark.type == .line,
        leaf.allScales()[.color] === scale
      else { continue }
      let nodes = SeriesLabels.nodes(
        UnitScope(unit, leaf, in: node, of: model), in: node, page: page)
      return nodes.isEmpty ? [] : [.group(GroupNode.marks("text", nodes))]
    }
    return []
  }

  private func leaves(_ node: ViewNode) -> [ViewNode] {
    if case .unit = node.kind { return [node] }
    return node.children.flatMap(leaves)
  }
}

/// Lays out axes at the sides of a plot.
struct AxisSides {
  let model: ChartModel

  /// The axes of x, then those of y; of several at one side the second goes to the other.
  func layouts(_ parts: ChannelMap<[AxisPart]>, width: Double, height: Double) -> [AxisLayout] {
    let builder = AxisBuilder(config: model.config, context: model.context, page: model.page)
    var layouts: [AxisLayout] = []
    for channel in [Channel.x, .y] {
      var taken: [GuideSide: Int] = [:]
      for (index, part) in (parts[channel] ?? []).enumerated() {
        let standard: GuideSide = channel == .x ? .bottom : .left
        var properties = builder.resolved(part, standard)
        if model.config.mayDisableAxes {
          var configured = part
          configured.written = Properties()
          if builder.resolved(configured, .bottom).boolean("disable") == true { continue }
        }
        var side =
          part.orient ?? properties.string("orient").flatMap(GuideSide.init(rawValue:)) ?? standard
        if part.orient == nil, taken[side, default: 0] > taken[side.opposite, default: 0] {
          side = side.opposite
        }
        taken[side, default: 0] += 1
        if side != standard { properties = builder.resolved(part, side) }
        let axis = builder.model(
          part, properties, side: side, width: width, height: height, isGridShown: index == 0)
        layouts.append(
          AxisLayout(axis, plotWidth: width, plotHeight: height, metrics: model.metrics))
      }
    }
    return layouts
  }
}

extension GuideSide {
  /// The side in the names of configurations: `axisTop`.
  var configName: String {
    switch self {
    case .top: "Top"
    case .bottom: "Bottom"
    case .left: "Left"
    case .right: "Right"
    }
  }

  /// The side across the plot.
  var opposite: GuideSide {
    switch self {
    case .top: .bottom
    case .bottom: .top
    case .left: .right
    case .right: .left
    }
  }
}
