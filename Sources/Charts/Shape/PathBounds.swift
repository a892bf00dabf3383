import Foundation

extension Path {
  /// The smallest upright rectangle round the drawn lines, exact for curves and arcs.
  var bounds: Bounds {
    var box = Bounds.empty
    var current = Point.zero
    var start = Point.zero
    for command in commands {
      switch command {
      case .move(let p):
        box.add(p)
        start = p
        current = p
      case .line(let p):
        box.add(p)
        current = p
      case .quadratic(let control, let p):
        Path.addQuadratic(current, control, p, to: &box)
        current = p
      case .cubic(let a, let b, let p):
        Path.addCubic(current, a, b, p, to: &box)
        current = p
      case .arc(let radii, let rotation, let isLarge, let isClockwise, let p):
        EllipticalArc(
          from: current, radii: radii, rotation: rotation, isLarge: isLarge,
          isClockwise: isClockwise, to: p
        ).add(to: &box)
        current = p
      case .close:
        current = start
      }
    }
    return box
  }

  private static func addQuadratic(_ a: Point, _ b: Point, _ c: Point, to box: inout Bounds) {
    box.add(a)
    box.add(c)
    for (isX, p0, p1, p2) in [(true, a.x, b.x, c.x), (false, a.y, b.y, c.y)] {
      let slope = p0 - 2 * p1 + p2
      guard slope != 0 else { continue }
      let t = (p0 - p1) / slope
      guard t > 0, t < 1 else { continue }
      let value = (1 - t) * (1 - t) * p0 + 2 * (1 - t) * t * p1 + t * t * p2
      isX ? box.add(value, .nan) : box.add(.nan, value)
    }
  }

  private static func addCubic(
    _ a: Point, _ b: Point, _ c: Point, _ d: Point, to box: inout Bounds
  ) {
    box.add(a)
    box.add(d)
    for (isX, p) in [(true, [a.x, b.x, c.x, d.x]), (false, [a.y, b.y, c.y, d.y])] {
      for t in cubicTurns(p[0], p[1], p[2], p[3]) where t > 0 && t < 1 {
        let s = 1 - t
        let value =
          s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3]
        isX ? box.add(value, .nan) : box.add(.nan, value)
      }
    }
  }

  /// Where the derivative of one coordinate of a cubic curve is zero.
  private static func cubicTurns(_ p0: Double, _ p1: Double, _ p2: Double, _ p3: Double)
    -> [Double]
  {
    let a = -p0 + 3 * p1 - 3 * p2 + p3
    let b = 2 * (p0 - 2 * p1 + p2)
    let c = p1 - p0
    if abs(a) < 1e-12 { return abs(b) < 1e-12 ? [] : [-c / b] }
    let root = b * b - 4 * a * c
    guard root >= 0 else { return [] }
    return [(-b + root.squareRoot()) / (2 * a), (-b - root.squareRoot()) / (2 * a)]
  }
}
