/// The last three points of a spline, and the piece between the middle ones: all that tells one kind of
/// spline from another.
protocol SplineWindow {
  /// The last point.
  var c: Point { get }
  /// Gets ready for the first point of a line.
  mutating func reset()
  /// Takes the distance to the next point; not before the first one.
  mutating func measure(_ p: Point)
  /// Draws the piece that ends at the last point but for the next one.
  func append(_ p: Point, to path: inout PathBuilder)
  /// Makes the next point the last one.
  mutating func shift(_ p: Point)
}

/// A closed spline.
struct ClosedSpline<Window: SplineWindow>: CurvePen {
  var side = CurveSide.line
  private var window: Window
  private var first: [Point] = []

  init(_ window: Window) { self.window = window }

  mutating func beginLine() {
    first = []
    window.reset()
  }

  mutating func point(_ p: Point, in path: inout PathBuilder) {
    if !first.isEmpty { window.measure(p) }
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

/// A spline without its first and last piece.
struct OpenSpline<Window: SplineWindow>: CurvePen {
  var side = CurveSide.line
  private var window: Window
  private var count = 0

  init(_ window: Window) { self.window = window }

  mutating func beginLine() {
    count = 0
    window.reset()
  }

  mutating func point(_ p: Point, in path: inout PathBuilder) {
    if count > 0 { window.measure(p) }
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
