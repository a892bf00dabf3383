/// A legend laid out at its own origin: its nodes and its size.
struct LegendLayout: Sendable {
  /// What was laid out.
  let model: LegendModel
  /// In whole pixels, with the padding.
  let width: Double
  /// In whole pixels, with the padding.
  let height: Double
  private let content: [SceneNode]
  private let contentOrigin: Point
  private let title: TextNode?

  /// Lays a legend out.
  init(_ model: LegendModel, metrics: TextMetrics) {
    self.model = model
    let scene = SceneBounds(metrics: metrics)
    let padding = model.padding
    content =
      switch model.content {
      case .symbols(let entries):
        LegendSymbols(model: model, entries: entries, metrics: metrics).nodes()
      case .gradient, .bands: LegendBar(model: model, metrics: metrics).nodes()
      }
    var body = scene.bounds(of: content).translated(padding, padding)
    // What a side title is centred on: of a bar legend, the bar without its labels.
    let bar = content.first.map { scene.bounds(of: $0).translated(padding, padding) } ?? body
    var origin = Point(padding, padding)
    var placed: TextNode?
    if var node = LegendTitle(model: model).node(metrics) {
      let place = LegendTitle(model: model).place(&node, body: body, bar: bar, metrics)
      origin = origin + place
      body = body.translated(place.x, place.y)
      // A title that reaches left of the legend pushes everything to the right.
      let outside = roundHalfUp(metrics.bounds(node).x1 - padding)
      if outside < 0 {
        node.position.x -= outside
        origin.x -= outside
        body = body.translated(-outside, 0)
      }
      placed = node
      body.formUnion(metrics.bounds(node))
    }
    title = placed
    contentOrigin = origin
    if body.isEmpty {
      (width, height) = (2 * padding, 2 * padding)
    } else {
      width = (body.x2 - padding + 2 * padding).rounded(.up)
      height = (body.y2 - padding + 2 * padding).rounded(.up)
    }
  }

  /// The box at a place, with the line round it.
  func bounds(at place: Point) -> Bounds {
    let style = MarkStyle(stroke: model.stroke, strokeWidth: model.strokeWidth)
    return Bounds(x: place.x, y: place.y, width: width, height: height)
      .expanded(by: style.reach)
  }

  /// The legend at a place in the plot's coordinates.
  func node(at place: Point) -> SceneNode {
    let style = MarkStyle(
      fill: model.fill, stroke: model.stroke, strokeWidth: model.strokeWidth,
      strokeDash: model.strokeDash)
    var group = GroupNode(translate: place)
    if model.fill != nil || model.stroke != nil {
      group.background = RectNode(
        x: 0, y: 0, width: width, height: height, corners: .all(model.cornerRadius), style: style)
    }
    group.children.append(
      .group(
        .scope(
          role: "legend-entry", [GroupNode(translate: contentOrigin, children: content)])))
    if let title {
      group.children.append(.group(.marks("text", role: "legend-title", [.text(title)])))
    }
    return .group(
      .scope(role: "legend", accessibility: model.accessibility, [group]))
  }
}
