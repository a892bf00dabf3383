import Documents

/// Straight lines: across the whole plot, or from one position to another.
struct RuleMark {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  func nodes() -> [SceneNode] {
    let positions = PositionEncoder(scope: scope)
    let orient = scope.unit.orient
    if scope.encoding[.longitude2] != nil || scope.encoding[.latitude2] != nil { return onMap() }
    let (x, x2) = ends(.x, positions, spans: orient != .vertical, isAlong: orient == .horizontal)
    let (y, y2) = ends(.y, positions, spans: orient != .horizontal, isAlong: orient == .vertical)
    let style = PaintEncoder(scope).lineStyle()
    let status = StatusPaint(scope)
    return RowOrder(scope: scope).rows().compactMap { row in
      let (from, to) = (Point(x(row), y(row)), Point(x2(row), y2(row)))
      guard from.isFinite, to.isFinite else { return nil }
      var paint = style(row)
      status?.apply(row, &paint, as: .line)
      return .rule(RuleNode(from: from, to: to, style: paint))
    }
  }

  private func ends(
    _ channel: Channel, _ positions: PositionEncoder, spans: Bool, isAlong: Bool
  ) -> (Coordinate, Coordinate) {
    let first = positions.point(channel, or: isAlong ? .zeroOrEnd : .middle)
    guard spans else { return (first, first) }
    return (first, positions.second(channel, or: .zeroOrStart))
  }

  private func onMap() -> [SceneNode] {
    let places = PlaceEncoder(scope)
    let from = places.place()
    guard let to = places.secondPlace() else { return [] }
    let style = PaintEncoder(scope).lineStyle()
    return RowOrder(scope: scope).rows().compactMap { row in
      let (a, b) = (from(row), to(row))
      guard a.isFinite, b.isFinite else { return nil }
      return .rule(RuleNode(from: a, to: b, style: style(row)))
    }
  }
}
