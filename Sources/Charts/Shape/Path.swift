/// Lines and curves in the order they are drawn.
struct Path: Hashable, Sendable {
  /// One stroke of the pen.
  enum Command: Hashable, Sendable {
    /// Lift the pen and put it down.
    case move(Point)
    /// A straight line.
    case line(Point)
    /// A curve with one control point.
    case quadratic(Point, to: Point)
    /// A curve with two control points.
    case cubic(Point, Point, to: Point)
    /// A part of an ellipse: radii, the ellipse's turn in degrees, which of the four ways round.
    case arc(radii: Point, rotation: Double, isLarge: Bool, isClockwise: Bool, to: Point)
    /// Back to where the pen was put down.
    case close
  }

  /// The commands.
  var commands: [Command] = []

  /// Whether nothing is drawn.
  var isEmpty: Bool { commands.isEmpty }
}

extension Path {
  /// Whether every number in it is finite.
  var isFinite: Bool {
    commands.allSatisfy { command in
      switch command {
      case .move(let p), .line(let p): p.isFinite
      case .quadratic(let a, let p): a.isFinite && p.isFinite
      case .cubic(let a, let b, let p): a.isFinite && b.isFinite && p.isFinite
      case .arc(let radii, let rotation, _, _, let p):
        radii.isFinite && rotation.isFinite && p.isFinite
      case .close: true
      }
    }
  }

  /// The path enlarged about the origin, then moved.
  func transformed(scale: Double = 1, by offset: Point = .zero) -> Path {
    func map(_ p: Point) -> Point { Point(p.x * scale + offset.x, p.y * scale + offset.y) }
    return Path(
      commands: commands.map { command in
        switch command {
        case .move(let p): .move(map(p))
        case .line(let p): .line(map(p))
        case .quadratic(let a, let p): .quadratic(map(a), to: map(p))
        case .cubic(let a, let b, let p): .cubic(map(a), map(b), to: map(p))
        case .arc(let radii, let rotation, let isLarge, let isClockwise, let p):
          .arc(
            radii: Point(abs(radii.x * scale), abs(radii.y * scale)), rotation: rotation,
            isLarge: isLarge, isClockwise: isClockwise, to: map(p))
        case .close: .close
        }
      })
  }
}
