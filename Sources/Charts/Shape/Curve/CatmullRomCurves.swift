import Foundation

/// The last three points of a Catmull-Rom spline, the distances between them to the power of alpha,
/// and the piece between the middle ones.
struct CatmullRomWindow: SplineWindow {
  private var a = Point.zero
  private var b = Point.zero
  private(set) var c = Point.zero
  private let alpha: Double
  private var ab = 0.0
  private var bc = 0.0
  private var cd = 0.0

  /// Alpha 0.5 has no loops or cusps.
  init(alpha: Double) { self.alpha = alpha }

  mutating func reset() { (ab, bc, cd) = (0, 0, 0) }

  /// Takes the distance from the last point to the next.
  mutating func measure(_ p: Point) {
    let d = c - p
    cd = pow(d.x * d.x + d.y * d.y, alpha).squareRoot()
  }

  func append(_ p: Point, to path: inout PathBuilder) {
    let epsilon = 1e-12
    var first = b
    var second = c
    if ab > epsilon {
      let whole = 2 * ab * ab + 3 * ab * bc + bc * bc
      let n = 3 * ab * (ab + bc)
      first = Point(
        (b.x * whole - a.x * bc * bc + c.x * ab * ab) / n,
        (b.y * whole - a.y * bc * bc + c.y * ab * ab) / n)
    }
    if cd > epsilon {
      let whole = 2 * cd * cd + 3 * cd * bc + bc * bc
      let n = 3 * cd * (cd + bc)
      second = Point(
        (c.x * whole + b.x * cd * cd - p.x * bc * bc) / n,
        (c.y * whole + b.y * cd * cd - p.y * bc * bc) / n)
    }
    path.cubic(first.x, first.y, second.x, second.y, c.x, c.y)
  }

  mutating func shift(_ p: Point) {
    (ab, bc) = (bc, cd)
    (a, b, c) = (b, c, p)
  }
}

/// A cubic Catmull-Rom spline through all points.
struct CatmullRomCurve: CurvePen {
  var side = CurveSide.line
  private var window: CatmullRomWindow
  private var count = 0

  /// A spline; alpha 0.5 has no loops or cusps.
  init(alpha: Double) { window = CatmullRomWindow(alpha: alpha) }

  mutating func beginLine() {
    count = 0
    window.reset()
  }

  mutating func point(_ p: Point, in path: inout PathBuilder) {
    if count > 0 { window.measure(p) }
    if count == 0 { side.start(at: p, in: &path) }
    if count >= 2 { window.append(p, to: &path) }
    count = min(3, count + 1)
    window.shift(p)
  }

  mutating func endLine(in path: inout PathBuilder) {
    let pieces = count
    if pieces == 2 { path.line(window.c.x, window.c.y) }
    if pieces == 3 { point(window.c, in: &path) }
    side.finish(isSinglePoint: pieces == 1, in: &path)
  }
}
