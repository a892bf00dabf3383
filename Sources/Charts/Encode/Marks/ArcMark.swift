import Documents

/// Sectors of circles and rings.
struct ArcMark {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func nodes() -> [SceneNode] {
    let positions = PositionEncoder(scope: scope)
    let rects = RectEncoder(scope)
    let x = positions.point(.x, or: .middle)
    let y = positions.point(.y, or: .middle)
    let (theta, theta2) = rects.extent(.theta)
    let (outer, inner) = radii(rects)
    let padAngle = scope.number("padAngle")
    let corner = scope.number("cornerRadius")
    let style = PaintEncoder(scope).style()
    return RowOrder(scope: scope).rows().compactMap { row in
      let center = Point(x(row), y(row))
      let arc = ArcShape(
        innerRadius: max(0, min(inner(row), outer(row))), outerRadius: max(inner(row), outer(row)),
        startAngle: theta2(row), endAngle: theta(row), padAngle: padAngle?(row) ?? 0,
        cornerRadius: corner?(row) ?? 0)
      let path = arc.path
      guard center.isFinite, !path.isEmpty else { return nil }
      return .path(PathNode(path: path, position: center, style: style(row)))
    }
  }

  private func radii(_ rects: RectEncoder) -> (Coordinate, Coordinate) {
    let (first, second) = rects.extent(.radius)
    let offset = scope.properties.number("radiusOffset") ?? 0
    let outer =
      !scope.encoding.has(.radius)
      ? scope.number("outerRadius").map { radius in { radius($0) + offset } } : nil
    let inner = scope.encoding[.radius2] == nil ? scope.number("innerRadius") : nil
    return (outer ?? first, inner ?? second)
  }
}
