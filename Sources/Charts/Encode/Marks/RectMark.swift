import Documents

/// Bars and rectangles.
struct RectMark {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func nodes() -> [SceneNode] {
    let status = StatusPaint(scope)
    let (straight, reversed) = (corners(isReversed: false), corners(isReversed: true))
    return rects().flatMap { row, rect, isReversed -> [SceneNode] in
      if status?.isLowerBound(row) == true {
        return OpenEnds.bar(
          rect, isHorizontal: scope.unit.orient == .horizontal, isReversed: isReversed)
      }
      var rect = rect
      rect.corners = isReversed ? reversed : straight
      return [.rect(rect)]
    } + (GapLabels(scope)?.nodes() ?? [])
  }

  /// The rectangle of every row that has one, with sharp corners, and whether its value's end lies
  /// before its beginning.
  func rects() -> [(row: Row, rect: RectNode, isReversed: Bool)] {
    let rects = RectEncoder(scope)
    let (x1, x2) = rects.extent(.x)
    let (y1, y2) = rects.extent(.y)
    let style = PaintEncoder(scope).style()
    let status = StatusPaint(scope)
    let href = LinkEncoder(scope).href()
    return RowOrder(scope: scope).rows().compactMap { row in
      if let status, status.isGap(row) { return nil }
      let (a, b, c, d) = (x1(row), x2(row), y1(row), y2(row))
      guard a.isFinite, b.isFinite, c.isFinite, d.isFinite else { return nil }
      var paint = style(row)
      status?.apply(row, &paint, as: .bar)
      let rect = RectNode(
        x: min(a, b), y: min(c, d), width: abs(b - a), height: abs(d - c), style: paint,
        href: href?(row))
      return (row, rect, isReversed(a, b, c, d))
    }
  }

  /// Whether the value's end lies before its beginning: left of it, or below it.
  private func isReversed(_ x1: Double, _ x2: Double, _ y1: Double, _ y2: Double) -> Bool {
    scope.unit.orient == .horizontal ? x1 < x2 : y1 > y2
  }

  /// The corners' radii; `cornerRadiusEnd` rounds those at the value's end.
  func corners(isReversed: Bool) -> CornerRadii {
    let properties = scope.properties
    let all = properties.number("cornerRadius") ?? 0
    var corners = CornerRadii(
      topLeft: properties.number("cornerRadiusTopLeft") ?? all,
      topRight: properties.number("cornerRadiusTopRight") ?? all,
      bottomRight: properties.number("cornerRadiusBottomRight") ?? all,
      bottomLeft: properties.number("cornerRadiusBottomLeft") ?? all)
    guard scope.unit.mark.type == .bar, let end = properties.number("cornerRadiusEnd") else {
      return corners
    }
    switch (scope.unit.orient, isReversed) {
    case (.horizontal, false): (corners.topRight, corners.bottomRight) = (end, end)
    case (.horizontal, true): (corners.topLeft, corners.bottomLeft) = (end, end)
    case (_, false): (corners.topLeft, corners.topRight) = (end, end)
    case (_, true): (corners.bottomLeft, corners.bottomRight) = (end, end)
    }
    return corners
  }
}
