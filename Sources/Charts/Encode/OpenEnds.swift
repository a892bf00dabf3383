/// The open ends of values that are lower bounds: the true one lies further on.
enum OpenEnds {
  /// How long an end is, in pixels.
  private static let length = 10.0

  /// A bar whose sides run on to its value without the line that closes it.
  static func bar(_ rect: RectNode, isHorizontal: Bool, isReversed: Bool) -> [SceneNode] {
    var (body, style) = (rect, rect.style)
    let tail = min(length, (isHorizontal ? rect.width : rect.height) / 2)
    style.fill = nil
    style.stroke = rect.style.fill ?? rect.style.stroke
    style.strokeWidth = 1.5
    let (x2, y2) = (rect.x + rect.width, rect.y + rect.height)
    let sides: [[Point]]
    if isHorizontal {
      body.width -= tail
      if isReversed { body.x += tail }
      let (from, to) = isReversed ? (body.x, rect.x) : (x2 - tail, x2)
      sides = [rect.y + 0.75, y2 - 0.75].map { [Point(from, $0), Point(to, $0)] }
    } else {
      body.height -= tail
      if !isReversed { body.y += tail }
      let (from, to) = isReversed ? (y2 - tail, y2) : (body.y, rect.y)
      sides = [rect.x + 0.75, x2 - 0.75].map { [Point($0, from), Point($0, to)] }
    }
    return [.rect(body)] + sides.map { .path(PathNode(path: LineShape.path($0), style: style)) }
  }

  /// A short line from a point towards larger values.
  static func point(_ place: Point, radius: Double, style: MarkStyle, isHorizontal: Bool)
    -> SceneNode
  {
    var line = MarkStyle.stroked(style.stroke, width: 1.5)
    line.opacity = style.opacity
    let away = isHorizontal ? Point(1, 0) : Point(0, -1)
    return .rule(
      RuleNode(
        from: Point(place.x + away.x * radius, place.y + away.y * radius),
        to: Point(place.x + away.x * (radius + length), place.y + away.y * (radius + length)),
        style: line))
  }
}
