import Documents

/// Piles of bars with rounded corners: the corners are those of the whole pile, which is clipped.
struct RoundedStacks {
  let scope: UnitScope

  /// nil where bars are not stacked or have sharp corners.
  init?(_ scope: UnitScope) {
    let names = [
      "cornerRadius", "cornerRadiusEnd", "cornerRadiusTopLeft", "cornerRadiusTopRight",
      "cornerRadiusBottomLeft", "cornerRadiusBottomRight",
    ]
    guard scope.unit.mark.type == .bar, scope.unit.stack != nil,
      names.contains(where: { (scope.properties.number($0) ?? 0) > 0 })
    else { return nil }
    self.scope = scope
  }

  /// One clipped group for each pile.
  func node() -> SceneNode? {
    guard let stack = scope.unit.stack else { return nil }
    let mark = RectMark(scope)
    let keys = stack.groupBy.map { scope.reader($0) }
    var order: [[ChartValue]] = []
    var piles: [[ChartValue]: [RectNode]] = [:]
    var reversed: [[ChartValue]: Bool] = [:]
    for (row, rect, isReversed) in mark.rects() {
      let key = keys.map { $0(row).key }
      if piles[key] == nil { order.append(key) }
      piles[key, default: []].append(rect)
      reversed[key] = (reversed[key] ?? false) || isReversed
    }
    let groups = order.flatMap { key -> [GroupNode] in
      guard let rects = piles[key] else { return [] }
      let corners = mark.corners(isReversed: reversed[key] ?? false)
      return [pile(rects, corners: corners)] + outline(rects, corners: corners)
    }
    return groups.isEmpty ? nil : .group(.scope(role: "scope", groups))
  }

  private func box(_ rects: [RectNode]) -> Bounds {
    rects.reduce(into: .empty) {
      $0.formUnion(Bounds(x: $1.x, y: $1.y, width: $1.width, height: $1.height))
    }
  }

  /// The line round a pile whose bars have one, as their own are cut off at the corners.
  private func outline(_ rects: [RectNode], corners: CornerRadii) -> [GroupNode] {
    guard scope.properties.string("stroke") != nil, var style = rects.first?.style else {
      return []
    }
    style.fill = nil
    let box = box(rects)
    let path = RectangleShape.path(
      x: 0, y: 0, width: box.width, height: box.height, corners: corners)
    return [
      GroupNode(children: [
        .path(PathNode(path: path, position: Point(box.x1, box.y1), style: style))
      ])
    ]
  }

  private func pile(_ rects: [RectNode], corners: CornerRadii) -> GroupNode {
    let box = box(rects)
    let isHorizontal = scope.unit.orient == .horizontal
    let outer = Point(box.x1, box.y1)
    let inner = isHorizontal ? Point(-box.x1, 0) : Point(0, -box.y1)
    let bars = rects.map { rect -> SceneNode in
      var rect = rect
      if isHorizontal { rect.y -= box.y1 } else { rect.x -= box.x1 }
      rect.corners = CornerRadii()
      return .rect(rect)
    }
    let frame = RectNode(
      x: 0, y: 0, width: isHorizontal ? 0 : box.width, height: isHorizontal ? box.height : 0,
      style: MarkStyle())
    let content = GroupNode(
      translate: inner, background: frame, children: [.group(.marks("rect", bars))])
    var group = GroupNode(
      translate: outer,
      background: RectNode(
        x: 0, y: 0, width: box.width, height: box.height, corners: corners, style: MarkStyle()),
      children: [.group(.scope(role: "scope", [content]))])
    group.clip = .path(
      RectangleShape.path(x: 0, y: 0, width: box.width, height: box.height, corners: corners))
    return group
  }
}
