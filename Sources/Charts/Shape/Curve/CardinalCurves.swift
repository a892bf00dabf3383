/// The last three points of a cardinal spline and the piece between the middle ones.
private struct CardinalWindow {
  var a = Point.zero
  var b = Point.zero
  var c = Point.zero
  /// A sixth of what the tension leaves.
  let k: Double

  init(tension: Double) { k = (1 - tension) / 6 }

  func append(_ p: Point, to path: inout PathBuilder) {
    path.cubic(
      b.x + k * (c.x - a.x), b.y + k * (c.y - a.y), c.x + k * (b.x - p.x), c.y + k * (b.y - p.y),
      c.x, c.y)
  }

  mutating func shift(_ p: Point) { (a, b, c) = (b, c, p) }
}

/// A cubic cardinal spline through all points.
struct CardinalCurve: CurvePen {
  var side = CurveSide.line
  private var window: CardinalWindow
  private var count = 0

  /// A spline; a tension of 1 makes it straight.
  init(tension: Double) { window = CardinalWindow(tension: tension) }

  mutating func beginLine() { count = 0 }

  mutating func point(_ p: Point, in path: inout PathBuilder) {
    switch count {
    case 0: side.start(at: p, in: &path)
    case 1: window.b = p
    default: window.append(p, to: &path)
    }
    // The first point also stands for the one before it.
    let doubled = count == 1
    count = min(3, count + 1)
    let kept = window.b
    window.shift(p)
    if doubled { window.a = kept }
  }

  mutating func endLine(in path: inout PathBuilder) {
    if count == 2 { path.line(window.c.x, window.c.y) }
    if count == 3 { window.append(window.b, to: &path) }
    side.finish(isSinglePoint: count == 1, in: &path)
  }
}

/// A closed cubic cardinal spline.
struct CardinalClosedCurve: CurvePen {
  var side = CurveSide.line
  private var window: CardinalWindow
  private var first: [Point] = []

  /// A spline; a tension of 1 makes it straight.
  init(tension: Double) { window = CardinalWindow(tension: tension) }

  mutating func beginLine() { first = [] }

  mutating func point(_ p: Point, in path: inout PathBuilder) {
    if first.count < 3 {
      first.append(p)
      if first.count == 2 { path.move(p.x, p.y) }
    } else {
      window.append(p, to: &path)
    }
    window.shift(p)
  }

  mutating func endLine(in path: inout PathBuilder) {
    switch first.count {
    case 0: break
    case 1:
      path.move(first[0].x, first[0].y)
      path.close()
    case 2:
      path.line(first[0].x, first[0].y)
      path.close()
    default:
      let again = first
      for p in again { point(p, in: &path) }
    }
  }
}

/// A cubic cardinal spline without its first and last piece.
struct CardinalOpenCurve: CurvePen {
  var side = CurveSide.line
  private var window: CardinalWindow
  private var count = 0

  /// A spline; a tension of 1 makes it straight.
  init(tension: Double) { window = CardinalWindow(tension: tension) }

  mutating func beginLine() { count = 0 }

  mutating func point(_ p: Point, in path: inout PathBuilder) {
    if count == 2 {
      side.start(at: window.c, in: &path)
    } else if count > 2 {
      window.append(p, to: &path)
    }
    count = min(4, count + 1)
    window.shift(p)
  }

  mutating func endLine(in path: inout PathBuilder) {
    side.finish(isSinglePoint: count == 3, in: &path)
  }
}
