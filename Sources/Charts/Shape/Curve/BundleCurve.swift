/// A basis spline of points that are drawn towards the straight line from the first to the last.
struct BundleCurve: CurvePen {
  var side: CurveSide {
    get { basis.side }
    set { basis.side = newValue }
  }
  private var basis = BasisCurve()
  private let beta: Double
  private var points: [Point] = []

  /// A spline; `beta` is 0 for a straight line, 1 for the plain basis spline.
  init(beta: Double) { self.beta = beta }

  mutating func beginLine() {
    points = []
    basis.beginLine()
  }

  mutating func point(_ p: Point, in path: inout PathBuilder) { points.append(p) }

  mutating func endLine(in path: inout PathBuilder) {
    if points.count > 1, let first = points.first, let last = points.last {
      let whole = last - first
      for (index, p) in points.enumerated() {
        let t = Double(index) / Double(points.count - 1)
        basis.point(
          Point(
            beta * p.x + (1 - beta) * (first.x + t * whole.x),
            beta * p.y + (1 - beta) * (first.y + t * whole.y)), in: &path)
      }
    }
    basis.endLine(in: &path)
  }
}
