/// Draws a curve through or near points that come one by one.
///
/// A line is `beginLine`, its points, `endLine`. An area is `beginArea`, one line forwards along its
/// top, one line backwards along its base, `endArea`; the second line closes the shape.
protocol CurvePen {
  /// Which line of an area is being drawn.
  var side: CurveSide { get set }
  /// Gets ready for the first point of a line.
  mutating func beginLine()
  /// Takes the next point.
  mutating func point(_ p: Point, in path: inout PathBuilder)
  /// Draws what is outstanding at the end of a line.
  mutating func endLine(in path: inout PathBuilder)
}

extension CurvePen {
  /// Gets ready for an area.
  mutating func beginArea() { side = .top }
  /// Leaves an area.
  mutating func endArea() { side = .line }
}

/// Whether a pen draws a line or one of the two lines of an area.
enum CurveSide: Hashable, Sendable {
  case line, top, base

  /// Goes to the first point: in an area the base is joined to the top by a line.
  func start(at p: Point, in path: inout PathBuilder) {
    self == .base ? path.line(p.x, p.y) : path.move(p.x, p.y)
  }

  /// Ends a line: closes the area after its base, and a line of one point, which becomes a dot where
  /// lines have round caps.
  mutating func finish(isSinglePoint: Bool, in path: inout PathBuilder) {
    if self == .base || (self == .line && isSinglePoint) { path.close() }
    switch self {
    case .line: break
    case .top: self = .base
    case .base: self = .top
    }
  }
}
