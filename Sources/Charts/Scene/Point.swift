import Foundation

/// A place on the picture, in units of one pixel; y grows downwards.
struct Point: Hashable, Sendable {
  /// To the right.
  var x: Double
  /// Downwards.
  var y: Double

  /// A place.
  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The origin.
  static let zero = Point(0, 0)

  static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }

  /// Turned about a centre by degrees, clockwise as seen on the picture.
  func rotated(degrees: Double, about center: Point) -> Point {
    let angle = degrees * .pi / 180
    let (sine, cosine) = (sin(angle), cos(angle))
    let (dx, dy) = (x - center.x, y - center.y)
    return Point(center.x + dx * cosine - dy * sine, center.y + dx * sine + dy * cosine)
  }

  /// Whether both coordinates are numbers.
  var isFinite: Bool { x.isFinite && y.isFinite }
}
