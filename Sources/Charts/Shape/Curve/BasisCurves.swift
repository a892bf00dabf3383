/// The control points and the end of one piece of a cubic basis spline.
private func appendBasis(_ a: Point, _ b: Point, _ p: Point, to path: inout PathBuilder) {
  path.cubic(
    (2 * a.x + b.x) / 3, (2 * a.y + b.y) / 3, (a.x + 2 * b.x) / 3, (a.y + 2 * b.y) / 3,
    (a.x + 4 * b.x + p.x) / 6, (a.y + 4 * b.y + p.y) / 6)
}

/// A cubic basis spline that begins at the first point and ends at the last.
struct BasisCurve: CurvePen {
  var side = CurveSide.line
  private var a = Point.zero
  private var b = Point.zero
  private var count = 0

  mutating func beginLine() { count = 0 }

  mutating func point(_ p: Point, in path: inout PathBuilder) {
    switch count {
    case 0: side.start(at: p, in: &path)
    case 1: break
    default:
      if count == 2 { path.line((5 * a.x + b.x) / 6, (5 * a.y + b.y) / 6) }
      appendBasis(a, b, p, to: &path)
    }
    count = min(3, count + 1)
    (a, b) = (b, p)
  }

  mutating func endLine(in path: inout PathBuilder) {
    if count == 3 { appendBasis(a, b, b, to: &path) }
    if count >= 2 { path.line(b.x, b.y) }
    side.finish(isSinglePoint: count == 1, in: &path)
  }
}

/// A closed cubic basis spline.
struct BasisClosedCurve: CurvePen {
  var side = CurveSide.line
  private var a = Point.zero
  private var b = Point.zero
  private var first: [Point] = []

  mutating func beginLine() { first = [] }

  mutating func point(_ p: Point, in path: inout PathBuilder) {
    if first.count < 3 {
      first.append(p)
      if first.count == 3 {
        path.move((a.x + 4 * b.x + p.x) / 6, (a.y + 4 * b.y + p.y) / 6)
      }
    } else {
      appendBasis(a, b, p, to: &path)
    }
    (a, b) = (b, p)
  }

  mutating func endLine(in path: inout PathBuilder) {
    switch first.count {
    case 0: break
    case 1:
      path.move(first[0].x, first[0].y)
      path.close()
    case 2:
      let (p, q) = (first[0], first[1])
      path.move((p.x + 2 * q.x) / 3, (p.y + 2 * q.y) / 3)
      path.line((q.x + 2 * p.x) / 3, (q.y + 2 * p.y) / 3)
      path.close()
    default:
      let again = first
      for p in again { point(p, in: &path) }
    }
  }
}

/// A cubic basis spline without its first and last piece.
struct BasisOpenCurve: CurvePen {
  var side = CurveSide.line
  private var a = Point.zero
  private var b = Point.zero
  private var count = 0

  mutating func beginLine() { count = 0 }

  mutating func point(_ p: Point, in path: inout PathBuilder) {
    if count == 2 {
      side.start(
        at: Point((a.x + 4 * b.x + p.x) / 6, (a.y + 4 * b.y + p.y) / 6), in: &path)
    } else if count > 2 {
      appendBasis(a, b, p, to: &path)
    }
    count = min(4, count + 1)
    (a, b) = (b, p)
  }

  mutating func endLine(in path: inout PathBuilder) {
    side.finish(isSinglePoint: count == 3, in: &path)
  }
}
