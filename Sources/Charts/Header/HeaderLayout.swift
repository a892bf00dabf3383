/// A header laid out at the origin of its row or column.
struct HeaderLayout: Sendable {
  private let layout: TitleLayout

  /// Lays a header out along a row or column of a length; 0 for a title, which is put at a middle.
  ///
  /// `axes` is the extent of the axes that stand in the header, in its coordinates.
  init(
    _ model: HeaderModel, length: Double, axes: Bounds = .empty, metrics: TextMetrics
  ) {
    var title = TitleModel(model.lines)
    title.text = model.text
    title.side = model.side
    title.anchor = model.anchor
    title.frame = .group
    title.offset = model.padding
    title.angle = model.angle
    title.align = model.align ?? Self.align(model)
    title.baseline = model.baseline ?? Self.baseline(model)
    let (width, height) = model.side.isHorizontal ? (length, 0) : (0, length)
    layout = TitleLayout(
      title, plotWidth: width, plotHeight: height,
      view: Bounds(x1: 0, y1: 0, x2: width, y2: height).union(axes), metrics: metrics)
  }

  /// The extent in the coordinates of the row or column.
  var bounds: Bounds { layout.bounds }

  /// The header's group, of the role of a title.
  func node() -> SceneNode { layout.node() }

  /// A turned label is aligned so that it leans away from the plots: Vega-Lite's rule.
  private static func align(_ model: HeaderModel) -> TextAlign? {
    guard model.anchor == .middle, let angle = model.angle else { return nil }
    return AxisLabelPlacement.align(angle: angle, side: model.side.isHorizontal ? .top : .left)
  }

  private static func baseline(_ model: HeaderModel) -> TextBaseline {
    guard let angle = model.angle else { return .top }
    return AxisLabelPlacement.baseline(
      angle: angle, side: model.side.isHorizontal ? .top : .left) ?? .middle
  }
}
