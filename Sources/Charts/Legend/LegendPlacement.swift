/// Places the legends of a view round its plot.
struct LegendPlacement: Hashable, Sendable {
  /// How the legends at one side stand.
  struct Side: Hashable, Sendable {
    /// Where along the side.
    var anchor = GuideAnchor.start
    /// From the plot with its axes, unless a legend says otherwise.
    var offset = 18.0
    /// Between legends.
    var margin = 8.0
    /// Whether they stand below each other; nil for left and right below, else beside.
    var isVertical: Bool?
    /// Whether they stand in the middle of their row or column.
    var centers = false
  }

  /// The sides that differ from the default.
  var sides: [LegendOrient: Side] = [:]

  /// The place of every legend in the plot's coordinates.
  ///
  /// `besideX` is the extent of the plot with the axes at its left and right, `besideY` with those
  /// above and below.
  func places(
    of legends: [LegendLayout], besideX: Bounds, besideY: Bounds, width: Double, height: Double
  ) -> [Point] {
    var result = legends.map(\.model.place)
    for orient in LegendOrient.allCases where orient != .none {
      let indices = legends.indices.filter { legends[$0].model.orient == orient }
      guard !indices.isEmpty else { continue }
      let group = indices.map { legends[$0] }
      let found = places(
        of: group, orient, besideX: besideX, besideY: besideY, width: width, height: height)
      for (index, place) in zip(indices, found) { result[index] = place }
    }
    return result
  }

  private func places(
    of legends: [LegendLayout], _ orient: LegendOrient, besideX: Bounds, besideY: Bounds,
    width: Double, height: Double
  ) -> [Point] {
    let side = sides[orient] ?? Side()
    let isVertical = side.isVertical ?? (orient == .left || orient == .right)
    var grid = GridPlacement(columns: isVertical ? 1 : legends.count)
    grid.columnPadding = side.margin
    grid.rowPadding = side.margin
    grid.centersInColumn = side.centers
    grid.centersInRow = side.centers
    let boxes = legends.map { Bounds(x: 0, y: 0, width: $0.width, height: $0.height) }
    let offsets = grid.offsets(of: boxes)
    let extent = zip(boxes, offsets).reduce(Bounds(x1: 0, y1: 0, x2: 0, y2: 0)) {
      $0.union($1.0.translated($1.1.x, $1.1.y))
    }
    let distance = legends.compactMap(\.model.offset).max() ?? side.offset
    let part = side.anchor.fraction
    let (along, down) = (part * (width - extent.width), part * (height - extent.height))
    let corner: Point =
      switch orient {
      case .left: Point(besideX.x1.rounded(.down) - distance - extent.width, down)
      case .right: Point(besideX.x2.rounded(.up) + distance, down)
      case .top: Point(along, besideY.y1.rounded(.down) - distance - extent.height)
      case .bottom: Point(along, besideY.y2.rounded(.up) + distance)
      case .topLeft: Point(distance, distance)
      case .topRight: Point(width - distance - extent.width, distance)
      case .bottomLeft: Point(distance, height - distance - extent.height)
      case .bottomRight:
        Point(width - distance - extent.width, height - distance - extent.height)
      case .none: .zero
      }
    let rounded = Point(roundHalfUp(corner.x), roundHalfUp(corner.y))
    return offsets.map { $0 + rounded }
  }
}
