/// A natural cubic spline: twice continuously differentiable, straight at both ends.
struct NaturalCurve: CurvePen {
  var side = CurveSide.line
  private var points: [Point] = []

  mutating func beginLine() { points = [] }

  mutating func point(_ p: Point, in path: inout PathBuilder) { points.append(p) }

  mutating func endLine(in path: inout PathBuilder) {
    if let first = points.first {
      side.start(at: first, in: &path)
      if points.count == 2 {
        path.line(points[1].x, points[1].y)
      } else if points.count > 2 {
        let x = Self.controls(points.map(\.x))
        let y = Self.controls(points.map(\.y))
        for i in 1..<points.count {
          path.cubic(
            x.first[i - 1], y.first[i - 1], x.second[i - 1], y.second[i - 1], points[i].x,
            points[i].y)
        }
      }
    }
    side.finish(isSinglePoint: points.count == 1, in: &path)
  }

  /// The two control points of every piece in one coordinate, by elimination in a tridiagonal system.
  private static func controls(_ x: [Double]) -> (first: [Double], second: [Double]) {
    let n = x.count - 1
    var lower = [Double](repeating: 1, count: n)
    var diagonal = [Double](repeating: 4, count: n)
    var right = (0..<n).map { 4 * x[$0] + 2 * x[$0 + 1] }
    (lower[0], diagonal[0], right[0]) = (0, 2, x[0] + 2 * x[1])
    (lower[n - 1], diagonal[n - 1], right[n - 1]) = (2, 7, 8 * x[n - 1] + x[n])
    for i in 1..<n {
      let m = lower[i] / diagonal[i - 1]
      diagonal[i] -= m
      right[i] -= m * right[i - 1]
    }
    var first = right
    first[n - 1] = right[n - 1] / diagonal[n - 1]
    for i in (0..<(n - 1)).reversed() { first[i] = (right[i] - first[i + 1]) / diagonal[i] }
    var second = (0..<n).map { i in i < n - 1 ? 2 * x[i + 1] - first[i + 1] : 0 }
    second[n - 1] = (x[n] + first[n - 1]) / 2
    return (first, second)
  }
}
