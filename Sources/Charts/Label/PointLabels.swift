/// Places labels round points of a scatter plot: beside their point where there is room, none over
/// another, none outside of the frame.
struct PointLabels: Hashable, Sendable {
  /// What texts are measured with.
  var metrics = TextMetrics(coverage: .widestFallback)
  /// Between a point's edge and its label.
  var distance = 3.0

  /// One point with its label.
  struct Item: Hashable, Sendable {
    /// The label.
    var label: DirectLabel
    /// The radius of the point that nothing may cover.
    var radius = 3.0
  }

  /// The eight sides of a point, the best first: right, left, above, below, then the corners.
  private static let sides: [(x: Double, y: Double)] = [
    (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1),
  ]

  /// The texts in the order of the items; nil where no side is free, so that the label is left out.
  ///
  /// Items come in the order of their importance: an earlier one takes its side first.
  func place(_ items: [Item], in frame: Bounds) -> [TextNode?] {
    var taken = BoxIndex(frame: frame)
    for item in items where item.label.anchor.isFinite {
      let (p, r) = (item.label.anchor, item.radius)
      taken.insert(Bounds(x1: p.x - r, y1: p.y - r, x2: p.x + r, y2: p.y + r))
    }
    return items.map { item in
      guard item.label.anchor.isFinite else { return nil }
      for side in Self.sides {
        let text = node(item, side)
        let box = metrics.bounds(text)
        guard frame.encloses(box), !taken.holds(box) else { continue }
        taken.insert(box)
        return text
      }
      return nil
    }
  }

  private func node(_ item: Item, _ side: (x: Double, y: Double)) -> TextNode {
    let (label, away) = (item.label, item.radius + distance)
    let corner = side.x != 0 && side.y != 0 ? 0.7 : 1
    return TextNode(
      lines: [label.text],
      position: Point(
        label.anchor.x + side.x * away * corner, label.anchor.y + side.y * away * corner),
      align: side.x > 0 ? .left : side.x < 0 ? .right : .center,
      baseline: side.y > 0 ? .top : side.y < 0 ? .bottom : .middle, font: label.font,
      style: .filled(label.color))
  }
}
