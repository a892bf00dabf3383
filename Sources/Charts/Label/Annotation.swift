/// A remark on a place of a plot, with a leader to it.
struct Annotation: Hashable, Sendable {
  /// The words.
  var text: String
  /// The place that is meant.
  var target: Point
  /// Where the words should stand, from the target: a negative `dy` above it.
  var offset: Point
  /// The font.
  var font: Font
  /// The words' paint.
  var color: Paint = .token(.ink)
  /// The widest that a line may be; 0 for one line.
  var limit = 160.0

  /// The words, wrapped and moved into the frame, and the leader from their nearest edge.
  func place(in frame: Bounds, metrics: TextMetrics) -> [SceneNode] {
    guard target.isFinite, !text.isEmpty else { return [] }
    let width = limit > 0 ? min(limit, frame.width) : frame.width
    let lines = metrics.wrapped(text, to: width, font: font)
    var node = TextNode(
      lines: lines, position: target + offset,
      align: offset.x < 0 ? .right : offset.x > 0 ? .left : .center, baseline: .middle,
      font: font,
      style: MarkStyle(
        fill: color, stroke: .token(.paper), strokeWidth: 3, strokeJoin: .round,
        strokesFirst: true))
    // Further lines grow away from the target.
    if offset.y < 0 { node.position.y -= node.extraHeight }
    var box = metrics.bounds(node)
    let shift = Point(
      into(box.x1, box.x2, frame.x1, frame.x2), into(box.y1, box.y2, frame.y1, frame.y2))
    node.position = node.position + shift
    box = box.translated(shift.x, shift.y)
    guard let leader = leader(from: box) else { return [.text(node)] }
    return [.path(leader), .text(node)]
  }

  /// How far an extent has to move to lie between two bounds; its beginning if it is too long.
  private func into(_ start: Double, _ end: Double, _ low: Double, _ high: Double) -> Double {
    if start < low || end - start > high - low { return low - start }
    return end > high ? high - end : 0
  }

  /// A line from the nearest place of the words' box to the target; nil where they touch.
  private func leader(from box: Bounds) -> PathNode? {
    let start = Point(
      max(box.x1, min(box.x2, target.x)), max(box.y1, min(box.y2, target.y)))
    let way = target - start
    let length = (way.x * way.x + way.y * way.y).squareRoot()
    guard length > 8 else { return nil }
    let unit = Point(way.x / length, way.y / length)
    return PathNode(
      path: LineShape.path([
        Point(start.x + 2 * unit.x, start.y + 2 * unit.y),
        Point(target.x - 3 * unit.x, target.y - 3 * unit.y),
      ]), style: .stroked(.token(.ruleStrong), width: 1))
  }
}
