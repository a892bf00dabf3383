/// The last three points of a cardinal spline and the piece between the middle ones.
struct CardinalWindow: SplineWindow {
  fileprivate var a = Point.zero
  fileprivate var b = Point.zero
  private(set) var c = Point.zero
  /// A sixth of what the tension leaves.
  private let k: Double

  /// A tension of 1 makes the spline straight.
  init(tension: Double) { k = (1 - tension) / 6 }

  func append(_ p: Point, to path: inout PathBuilder) {
    path.cubic(
      b.x + k * (c.x - a.x), b.y + k * (c.y - a.y), c.x + k * (b.x - p.x), c.y + k * (b.y - p.y),
      c.x, c.y)
  }

  /// Distances do not count.
  mutating func reset() {}
  mutating func measure(_ p: Point) {}
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
