/// Straight lines from point to point.
struct LinearCurve: CurvePen {
  var side = CurveSide.line
  private var count = 0

  mutating func beginLine() { count = 0 }

  mutating func point(_ p: Point, in path: inout PathBuilder) {
    count == 0 ? side.start(at: p, in: &path) : path.line(p.x, p.y)
    count = min(2, count + 1)
  }

  mutating func endLine(in path: inout PathBuilder) {
    side.finish(isSinglePoint: count == 1, in: &path)
  }
}

/// Straight lines from point to point and back to the first.
struct LinearClosedCurve: CurvePen {
  var side = CurveSide.line
  private var hasBegun = false

  mutating func beginLine() { hasBegun = false }

  mutating func point(_ p: Point, in path: inout PathBuilder) {
    hasBegun ? path.line(p.x, p.y) : path.move(p.x, p.y)
    hasBegun = true
  }

  mutating func endLine(in path: inout PathBuilder) {
    if hasBegun { path.close() }
  }
}
