/// A title placed beside a view.
struct TitleLayout: Sendable {
  /// The extent in the plot's coordinates.
  let bounds: Bounds
  private let place: Point
  private let title: TextNode
  private let subtitle: TextNode?

  /// Places a title. `view` is the extent of everything else in the plot's coordinates.
  init(
    _ model: TitleModel, plotWidth: Double, plotHeight: Double, view: Bounds, metrics: TextMetrics
  ) {
    let title = Self.text(model, model.lines, model.text, metrics)
    let extent = SceneBounds(metrics: metrics).bounds(of: title)
    var subtitle: TextNode?
    var whole = extent
    if model.subtitle.contains(where: { !$0.isEmpty }) {
      var node = Self.text(model, model.subtitle, model.subtitleText, metrics)
      switch model.side {
      case .top, .bottom: node.position.y = extent.height + model.subtitlePadding
      case .left: node.position.x = extent.width + model.subtitlePadding
      case .right: node.position.x = -extent.width - model.subtitlePadding
      }
      whole.formUnion(metrics.bounds(node))
      subtitle = node
    }
    self.title = title
    self.subtitle = subtitle
    let along = Self.along(model, plotWidth, plotHeight, view)
    switch model.side {
    case .top: place = Point(along, view.y1 - whole.height - model.offset)
    case .bottom: place = Point(along, view.y2 + model.offset)
    case .left: place = Point(view.x1 - whole.width - model.offset, along)
    case .right: place = Point(view.x2 + whole.width + model.offset, along)
    }
    bounds = whole.translated(place.x, place.y)
  }

  /// The title's group.
  func node() -> SceneNode {
    var children: [SceneNode] = [
      .group(.marks("text", role: "title-text", [.text(title)]))
    ]
    if let subtitle {
      children.append(.group(.marks("text", role: "title-subtitle", [.text(subtitle)])))
    }
    return .group(.scope(role: "title", [GroupNode(translate: place, children: children)]))
  }

  private static func text(
    _ model: TitleModel, _ lines: [String], _ text: GuideText, _ metrics: TextMetrics
  ) -> TextNode {
    let turned: Double =
      switch model.side {
      case .left: -90
      case .right: 90
      case .top, .bottom: 0
      }
    return TextNode(
      lines: text.fitted(lines, metrics), position: .zero, offset: model.shift,
      align: model.align ?? model.anchor.align, baseline: model.baseline,
      angle: model.angle ?? turned, font: text.font, lineHeight: text.lineHeight,
      style: text.style)
  }

  /// The place along the side.
  private static func along(
    _ model: TitleModel, _ width: Double, _ height: Double, _ view: Bounds
  ) -> Double {
    let ends: (Double, Double) =
      switch (model.side, model.frame) {
      case (.left, .bounds): (view.y2, view.y1)
      case (.right, .bounds): (view.y1, view.y2)
      case (_, .bounds): (view.x1, view.x2)
      case (.left, .group): (height, 0)
      case (.right, .group): (0, height)
      case (_, .group): (0, width)
      }
    return ends.0 + (ends.1 - ends.0) * model.anchor.fraction
  }
}
