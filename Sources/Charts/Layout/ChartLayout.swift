import Documents

/// Puts the parts of a chart at their places: plots with their axes, legends, titles, and views beside
/// each other (vega-view-transforms: `ViewLayout`).
struct ChartLayout {
  let model: ChartModel

  /// The finished picture.
  func scene() -> Scene {
    let view = lay(model.root, isRoot: true)
    let padding = Padding(model.spec.padding ?? model.config.node["padding"])
    let left = view.bounds.x1.rounded(.down)
    let top = view.bounds.y1.rounded(.down)
    let width = (view.bounds.x2.rounded(.up) - left + padding.left + padding.right).rounded(.up)
    let height = (view.bounds.y2.rounded(.up) - top + padding.top + padding.bottom).rounded(.up)
    let item = view.item(at: .zero)
    let root = GroupNode.scope(role: "frame", name: "root", [item])
    return Scene(
      width: max(0, width), height: max(0, height),
      origin: Point(padding.left - left, padding.top - top), background: background,
      title: model.root.spec.title?.text.joined(separator: " "), description: nil,
      fontFamily: model.config.node["font"]?.string ?? "sans-serif", root: root)
  }

  private var background: Paint? {
    let node = model.spec.background ?? model.config.node["background"]
    return node?.string.flatMap(Paint.init(css:))
  }

  /// The extent of the whole picture around a plot: what is not plot.
  func margins() -> (width: Double, height: Double) {
    let scene = scene()
    let plot = model.root
    return (scene.width - plot.width, scene.height - plot.height)
  }

  /// A view with everything in it at its place.
  func lay(_ node: ViewNode, isRoot: Bool = false) -> LaidView {
    var view: LaidView
    switch node.kind {
    case .unit, .layer: view = PlotLayout(model: model).lay(node)
    case .concat(let children, let concat):
      view = ConcatLayout(layout: self).lay(node, children, concat)
    case .facet(let facet): view = FacetLayout(layout: self).lay(node, facet)
    }
    addLegends(node, to: &view)
    if !isRoot || model.options.showsTitle { addTitle(node, to: &view) }
    return view
  }

  // MARK: legends

  private func addLegends(_ node: ViewNode, to view: inout LaidView) {
    let parts = legends(of: node)
    guard !parts.isEmpty else { return }
    let owner = parts.first.flatMap { legend in
      node.plots.first { $0.units.contains { $0 === legend.unit } }
    }
    let builder = LegendBuilder(
      config: model.config, context: model.context, page: model.page,
      width: node.isPlot ? node.width : view.frame.width,
      height: node.isPlot ? node.height : owner?.height ?? 200)
    // On pages legends begin where the picture does, beside the labels of the axis.
    let left = model.page == nil ? 0 : min(0, view.guides.x.x1.rounded(.up))
    let legends = parts.compactMap { builder.model($0) }.map {
      page(
        LegendLayout($0, metrics: model.metrics),
        room: (node.isPlot ? node.width : view.frame.width) - left)
    }
    guard !legends.isEmpty else { return }
    let places = LegendSides(model.config).placement.places(
      of: legends, besideX: view.guides.x, besideY: view.guides.y, width: view.frame.width,
      height: view.frame.height)
    for (legend, place) in zip(legends, places) {
      let isAbove = legend.model.orient == .top || legend.model.orient == .bottom
      let place = isAbove ? place + Point(left, 0) : place
      view.children.append(legend.node(at: place))
      view.bounds.formUnion(legend.bounds(at: place))
    }
  }

  /// The legends that stand beside a view: its own, and those of the layers of a plot that keep them.
  private func legends(of node: ViewNode) -> [LegendPart] {
    node.isPlot ? node.legends + node.children.flatMap(legends) : node.legends
  }

  /// On pages, the legend in as many columns as the room across allows.
  private func page(_ legend: LegendLayout, room: Double) -> LegendLayout {
    guard model.page != nil, case .symbols(let entries) = legend.model.content else {
      return legend
    }
    var (layout, columns) = (legend, entries.count)
    while layout.width > room, columns > 1 {
      columns -= 1
      var narrower = legend.model
      narrower.columns = columns
      layout = LegendLayout(narrower, metrics: model.metrics)
    }
    return layout
  }

  // MARK: titles

  private func addTitle(_ node: ViewNode, to view: inout LaidView) {
    guard let spec = node.spec.title, let title = titleModel(spec, isPlot: node.isPlot) else {
      return
    }
    let layout = TitleLayout(
      title, plotWidth: view.frame.width, plotHeight: view.frame.height, view: view.bounds,
      metrics: model.metrics)
    view.children.append(layout.node())
    view.bounds.formUnion(layout.bounds)
  }

  private func titleModel(_ spec: TitleSpec, isPlot: Bool) -> TitleModel? {
    guard !spec.text.isEmpty else { return nil }
    let config = model.config
    var properties = spec.properties.over(config.properties("title"))
    for style in spec.properties.lines("style") ?? [] {
      properties = spec.properties.over(config.style(style)).over(properties)
    }
    var title = TitleModel(spec.text)
    let style = GuideStyle(config: config)
    title.text = style.text(
      Self.prefixed(properties, "", "text"), "text", style: "group-title", limit: 0)
    title.subtitle = spec.subtitle
    title.subtitleText = style.text(properties, "subtitle", style: "group-subtitle", limit: 0)
    title.subtitlePadding = properties.number("subtitlePadding") ?? 3
    title.side = properties.string("orient").flatMap(GuideSide.init(rawValue:)) ?? .top
    let anchor = spec.properties.string("anchor") ?? config.written["title"]?["anchor"]?.string
    title.anchor = anchor.flatMap(GuideAnchor.init(rawValue:)) ?? (isPlot ? .middle : .start)
    let frame = properties.string("frame").flatMap(TitleModel.Frame.init(rawValue:))
    title.frame = frame ?? (isPlot ? .group : .bounds)
    title.offset = properties.number("offset") ?? 4
    title.align = properties.string("align").flatMap(TextAlign.init(rawValue:))
    title.angle = properties.number("angle")
    title.baseline = properties.string("baseline").flatMap(TextBaseline.init(rawValue:)) ?? .top
    title.shift = Point(properties.number("dx") ?? 0, properties.number("dy") ?? 0)
    return title
  }

  /// Properties with a prefix before each name: `color` as `textColor`.
  private static func prefixed(_ properties: Properties, _ from: String, _ to: String) -> Properties
  {
    Properties(
      Dictionary(
        uniqueKeysWithValues: properties.values.map { key, value in
          (to + key.prefix(1).uppercased() + key.dropFirst(), value)
        }))
  }
}

/// The space round the picture, in pixels.
struct Padding {
  var left = 5.0
  var right = 5.0
  var top = 5.0
  var bottom = 5.0

  init(_ node: DocumentNode?) {
    if let number = node?.number { (left, right, top, bottom) = (number, number, number, number) }
    guard node?.mapping != nil else { return }
    left = node?["left"]?.number ?? 0
    right = node?["right"]?.number ?? 0
    top = node?["top"]?.number ?? 0
    bottom = node?["bottom"]?.number ?? 0
  }
}

/// How the configuration places legends.
struct LegendSides {
  var placement = LegendPlacement()

  init(_ config: Config) {
    guard let offset = config.written["legend"]?["offset"]?.number else { return }
    for orient in LegendOrient.allCases {
      var side = LegendPlacement.Side()
      side.offset = offset
      placement.sides[orient] = side
    }
  }
}
