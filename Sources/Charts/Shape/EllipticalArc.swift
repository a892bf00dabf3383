import Foundation

/// A part of an ellipse in the form of SVG's path data, with its centre found (SVG 1.1, F.6.5).
struct EllipticalArc {
  private let start: Point
  private let end: Point
  private let center: Point
  private let radii: Point
  private let turn: Double
  private let startAngle: Double
  private let sweep: Double

  /// The arc between two places; radii that are too small are enlarged, as SVG says.
  init(
    from start: Point, radii given: Point, rotation: Double, isLarge: Bool, isClockwise: Bool,
    to end: Point
  ) {
    self.start = start
    self.end = end
    turn = rotation * .pi / 180
    let (cosine, sine) = (cos(turn), sin(turn))
    let (dx, dy) = ((start.x - end.x) / 2, (start.y - end.y) / 2)
    let (px, py) = (cosine * dx + sine * dy, -sine * dx + cosine * dy)
    var (rx, ry) = (abs(given.x), abs(given.y))
    guard rx > 0, ry > 0, dx != 0 || dy != 0 else {
      (radii, center, startAngle, sweep) = (.zero, start, 0, 0)
      return
    }
    let stretch = (px * px) / (rx * rx) + (py * py) / (ry * ry)
    if stretch > 1 {
      rx *= stretch.squareRoot()
      ry *= stretch.squareRoot()
    }
    let below = rx * rx * py * py + ry * ry * px * px
    let factor =
      (max(0, rx * rx * ry * ry - below) / below).squareRoot() * (isLarge == isClockwise ? -1 : 1)
    let (cx, cy) = (factor * rx * py / ry, -factor * ry * px / rx)
    radii = Point(rx, ry)
    center = Point(
      cosine * cx - sine * cy + (start.x + end.x) / 2,
      sine * cx + cosine * cy + (start.y + end.y) / 2)
    let first = atan2((py - cy) / ry, (px - cx) / rx)
    let last = atan2((-py - cy) / ry, (-px - cx) / rx)
    startAngle = first
    var delta = last - first
    if isClockwise, delta < 0 { delta += 2 * .pi }
    if !isClockwise, delta > 0 { delta -= 2 * .pi }
    sweep = delta
  }

  /// Adds the ends and the outermost places of the arc.
  func add(to box: inout Bounds) {
    box.add(start)
    box.add(end)
    guard sweep != 0 else { return }
    // The outermost places in x and in y, and those opposite to them.
    let inX = atan2(-radii.y * sin(turn), radii.x * cos(turn))
    let inY = atan2(radii.y * cos(turn), radii.x * sin(turn))
    for angle in [inX, inX + .pi, inY, inY + .pi] where contains(angle) {
      box.add(point(at: angle))
    }
  }

  private func contains(_ angle: Double) -> Bool {
    let tau = 2 * Double.pi
    var offset = (angle - startAngle).truncatingRemainder(dividingBy: tau)
    if sweep > 0 {
      if offset < 0 { offset += tau }
      return offset <= sweep
    }
    if offset > 0 { offset -= tau }
    return offset >= sweep
  }

  private func point(at angle: Double) -> Point {
    let (x, y) = (radii.x * cos(angle), radii.y * sin(angle))
    return Point(
      center.x + x * cos(turn) - y * sin(turn), center.y + x * sin(turn) + y * cos(turn))
  }
}
