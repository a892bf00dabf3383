/// Level lines that change height at a part of the way between two points: 0 at the first, 1 at the
/// second, 0.5 half way.
struct StepCurve: CurvePen {
  var side = CurveSide.line
  private var part: Double
  private var last = Point.zero
  private var count = 0

  /// Steps at a part of the way.
  init(_ part: Double) { self.part = part }

  mutating func beginLine() { count = 0 }

  mutating func point(_ p: Point, in path: inout PathBuilder) {
    if count == 0 {
      side.start(at: p, in: &path)
    } else if part <= 0 {
      path.line(last.x, p.y)
      path.line(p.x, p.y)
    } else {
      let x = last.x * (1 - part) + p.x * part
      path.line(x, last.y)
      path.line(x, p.y)
    }
    count = min(2, count + 1)
    last = p
  }

  mutating func endLine(in path: inout PathBuilder) {
    if part > 0, part < 1, count == 2 { path.line(last.x, last.y) }
    let isArea = side != .line
    side.finish(isSinglePoint: count == 1, in: &path)
    // The base of an area runs backwards: so do the steps.
    if isArea { part = 1 - part }
  }
}
