/// A view with everything at its place, in its own coordinates.
struct LaidView {
  /// What is drawn, from back to front.
  var children: [SceneNode] = []
  /// The plot's background; its size is that of the plot.
  var background: RectNode?
  /// The extent of everything drawn.
  var bounds: Bounds
  /// The extent of the plot itself.
  var frame: Bounds
  /// The extent of the plot with the axes beside it, and with those above and below it: what legends
  /// keep clear of.
  var guides: (x: Bounds, y: Bounds)

  /// The extent with the line round the plot: what views beside it, headers and titles keep clear of.
  var outerBounds: Bounds { bounds.expanded(by: background?.style.reach ?? 0) }

  /// The view as one item of a group, moved to a place.
  func item(at place: Point) -> GroupNode {
    GroupNode(translate: place, background: background, children: children)
  }
}
