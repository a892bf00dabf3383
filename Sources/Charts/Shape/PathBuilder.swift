import Foundation

/// Draws paths with the pen of a canvas: the same commands, in the same order, as d3-path.
struct PathBuilder: Sendable {
  /// What has been drawn.
  private(set) var path = Path()
  private var start = Point.zero
  private var current: Point?

  private static let epsilon = 1e-6
  private static let tau = 2 * Double.pi

  /// Lifts the pen and puts it down.
  mutating func move(_ x: Double, _ y: Double) {
    start = Point(x, y)
    current = start
    path.commands.append(.move(start))
  }

  /// Draws a straight line.
  mutating func line(_ x: Double, _ y: Double) {
    current = Point(x, y)
    path.commands.append(.line(Point(x, y)))
  }

  /// Draws a curve with one control point.
  mutating func quadratic(_ x1: Double, _ y1: Double, _ x: Double, _ y: Double) {
    current = Point(x, y)
    path.commands.append(.quadratic(Point(x1, y1), to: Point(x, y)))
  }

  /// Draws a curve with two control points.
  mutating func cubic(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
  ) {
    current = Point(x, y)
    path.commands.append(.cubic(Point(x1, y1), Point(x2, y2), to: Point(x, y)))
  }

  /// Goes back to where the pen was put down.
  mutating func close() {
    guard current != nil else { return }
    current = start
    path.commands.append(.close)
  }

  /// Draws a closed rectangle.
  mutating func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    move(x, y)
    path.commands.append(.line(Point(x + width, y)))
    path.commands.append(.line(Point(x + width, y + height)))
    path.commands.append(.line(Point(x, y + height)))
    close()
  }

  /// Draws a part of a circle between two angles (radians, 0 to the right, growing clockwise), with a
  /// line from the pen to its beginning.
  mutating func arc(
    _ x: Double, _ y: Double, _ radius: Double, from a0: Double, to a1: Double,
    counterclockwise: Bool = false
  ) {
    guard radius >= 0, radius.isFinite else { return }
    let (dx, dy) = (radius * cos(a0), radius * sin(a0))
    let (x0, y0) = (x + dx, y + dy)
    if let pen = current {
      if abs(pen.x - x0) > Self.epsilon || abs(pen.y - y0) > Self.epsilon { line(x0, y0) }
    } else {
      move(x0, y0)
    }
    guard radius > 0 else { return }
    var sweep = counterclockwise ? a0 - a1 : a1 - a0
    if sweep < 0 { sweep = sweep.truncatingRemainder(dividingBy: Self.tau) + Self.tau }
    if sweep > Self.tau - Self.epsilon {
      appendArc(radius, isLarge: true, !counterclockwise, to: Point(x - dx, y - dy))
      appendArc(radius, isLarge: true, !counterclockwise, to: Point(x0, y0))
    } else if sweep > Self.epsilon {
      let end = Point(x + radius * cos(a1), y + radius * sin(a1))
      appendArc(radius, isLarge: sweep >= .pi, !counterclockwise, to: end)
    }
  }

  private mutating func appendArc(
    _ radius: Double, isLarge: Bool, _ isClockwise: Bool, to end: Point
  ) {
    current = end
    path.commands.append(
      .arc(
        radii: Point(radius, radius), rotation: 0, isLarge: isLarge, isClockwise: isClockwise,
        to: end))
  }
}
