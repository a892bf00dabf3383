import Documents

/// Short lines across the axis of their value, drawn as thin rectangles.
struct TickMark {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func nodes() -> [SceneNode] {
    // A vertical tick is tall along y and thin along x.
    let isHorizontal = scope.unit.orient == .horizontal
    let (long, thin): (Channel, Channel) = isHorizontal ? (.x, .y) : (.y, .x)
    let (start, end) = RectEncoder(scope).extent(long)
    let middle = PositionEncoder(scope: scope).point(thin, or: .middle)
    let thickness = scope.number("thickness") ?? { _ in 1 }
    let style = PaintEncoder(scope).style()
    return RowOrder(scope: scope).rows().compactMap { row in
      let (a, b, c, t) = (start(row), end(row), middle(row), thickness(row))
      guard a.isFinite, b.isFinite, c.isFinite, t.isFinite else { return nil }
      let (low, length, side) = (min(a, b), abs(b - a), c - t / 2)
      return .rect(
        isHorizontal
          ? RectNode(x: low, y: side, width: length, height: t, style: style(row))
          : RectNode(x: side, y: low, width: t, height: length, style: style(row)))
    }
  }
}
