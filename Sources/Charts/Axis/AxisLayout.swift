/// An axis laid out: labels chosen, title placed, extent known.
struct AxisLayout: Sendable {
  /// What was laid out.
  let model: AxisModel
  /// Where the axis's origin goes in the plot, without the half pixel.
  let origin: Point
  /// The extent in the plot's coordinates: what margins, legends and titles keep clear of.
  let bounds: Bounds
  /// The labels in the axis's coordinates, only those that are shown.
  let labels: [TextNode]
  /// The title in the axis's coordinates.
  let title: TextNode?

  /// Lays an axis out round a plot of a size.
  init(_ model: AxisModel, plotWidth: Double, plotHeight: Double, metrics: TextMetrics) {
    self.model = model
    labels = AxisLabels(model: model, metrics: metrics).visible()
    let inner = Self.extent(model, labels, metrics)
    let side = model.side
    let reach: Double =
      switch side {
      case .top: -inner.y1
      case .left: -inner.x1
      case .right: inner.x2
      case .bottom: inner.y2
      }
    let room = max(model.minExtent, min(model.maxExtent, reach.isFinite ? reach : 0))
    title = Self.title(model, beyond: room, metrics)

    var box = inner
    let far = side.sign * room
    box.add(0, 0)
    side.isHorizontal
      ? box.add(model.rangeStart, far) : box.add(far, model.rangeStart)
    side.isHorizontal ? box.add(model.rangeEnd, 0) : box.add(0, model.rangeEnd)
    if let title { box.formUnion(metrics.bounds(title)) }

    switch side {
    case .top: origin = Point(model.position, -model.offset)
    case .bottom: origin = Point(model.position, plotHeight + model.offset)
    case .left: origin = Point(-model.offset, model.position)
    case .right: origin = Point(plotWidth + model.offset, model.position)
    }
    bounds = box.translated(origin.x, origin.y)
  }

  /// The extent of ticks and shown labels.
  private static func extent(_ model: AxisModel, _ labels: [TextNode], _ metrics: TextMetrics)
    -> Bounds
  {
    var box = Bounds.empty
    for rule in AxisRules(model: model).ticks() {
      box.formUnion(SceneBounds(metrics: metrics).bounds(of: rule))
    }
    for label in labels { box.formUnion(metrics.bounds(label)) }
    return box
  }

  /// The title beyond the labels, or where the author has put it.
  private static func title(_ model: AxisModel, beyond room: Double, _ metrics: TextMetrics)
    -> TextNode?
  {
    guard model.title.contains(where: { !$0.isEmpty }) else { return nil }
    let side = model.side
    let along =
      model.rangeStart + (model.rangeEnd - model.rangeStart) * model.titleAnchor.fraction
    var node = TextNode(
      lines: model.titleText.fitted(model.title, metrics), position: .zero,
      align: model.titleAlign ?? model.titleAnchor.align,
      baseline: model.titleBaseline ?? (side == .bottom ? .top : .bottom),
      angle: model.titleAngle ?? (side.isHorizontal ? 0 : side.sign * 90),
      font: model.titleText.font, lineHeight: model.titleText.lineHeight,
      style: model.titleText.style)
    // Further lines grow away from the first: below the axis that is away from the plot already.
    let growth = side == .bottom ? 0 : node.extraHeight
    let away = side.sign * (room + growth + model.titlePadding)
    node.position =
      side.isHorizontal
      ? Point(model.titleX ?? along, model.titleY ?? away)
      : Point(model.titleX ?? away, model.titleY ?? along)
    return node
  }
}
