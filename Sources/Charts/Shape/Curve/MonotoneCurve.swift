/// A cubic spline through all points that rises and falls only where they do (Steffen 1990).
struct MonotoneCurve: CurvePen {
  var side = CurveSide.line
  private let alongY: Bool
  private var a = Point.zero
  private var b = Point.zero
  private var slope = 0.0
  private var count = 0

  /// A spline along x, or along y.
  init(alongY: Bool) { self.alongY = alongY }

  mutating func beginLine() { count = 0 }

  mutating func point(_ given: Point, in path: inout PathBuilder) {
    let p = swapped(given)
    // A point on top of the last one has no slope.
    if count > 0, p == b { return }
    var next = 0.0
    switch count {
    case 0: side.start(at: given, in: &path)
    case 1: break
    case 2:
      next = innerSlope(p)
      append(endSlope(next), next, to: &path)
    default:
      next = innerSlope(p)
      append(slope, next, to: &path)
    }
    count = min(3, count + 1)
    (a, b) = (b, p)
    slope = next
  }

  mutating func endLine(in path: inout PathBuilder) {
    if count == 2 {
      let end = swapped(b)
      path.line(end.x, end.y)
    }
    if count == 3 { append(slope, endSlope(slope), to: &path) }
    side.finish(isSinglePoint: count == 1, in: &path)
  }

  private func swapped(_ p: Point) -> Point { alongY ? Point(p.y, p.x) : p }

  /// The slope at `b` between the pieces before and after it.
  private func innerSlope(_ p: Point) -> Double {
    let (before, after) = (b.x - a.x, p.x - b.x)
    let s0 = (b.y - a.y) / (before != 0 ? before : after < 0 ? -0.0 : 0)
    let s1 = (p.y - b.y) / (after != 0 ? after : before < 0 ? -0.0 : 0)
    let mean = (s0 * after + s1 * before) / (before + after)
    let least = min(min(abs(s0), abs(s1)), 0.5 * abs(mean))
    let result = ((s0 < 0 ? -1 : 1) + (s1 < 0 ? -1 : 1)) * least
    return result.isNaN ? 0 : result
  }

  /// The slope at the free end of a piece whose other end has a slope.
  private func endSlope(_ other: Double) -> Double {
    let width = b.x - a.x
    return width != 0 ? (3 * (b.y - a.y) / width - other) / 2 : other
  }

  private func append(_ first: Double, _ last: Double, to path: inout PathBuilder) {
    let third = (b.x - a.x) / 3
    let c1 = swapped(Point(a.x + third, a.y + third * first))
    let c2 = swapped(Point(b.x - third, b.y - third * last))
    let end = swapped(b)
    path.cubic(c1.x, c1.y, c2.x, c2.y, end.x, end.y)
  }
}
