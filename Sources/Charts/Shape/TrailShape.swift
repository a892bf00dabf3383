import Foundation

/// Lines whose width changes along the way.
enum TrailShape {
  /// One place of a trail and the line's width there.
  struct Place: Hashable, Sendable {
    /// Where.
    var point: Point
    /// In pixels.
    var size: Double
  }

  /// The outline of a trail; nil breaks it.
  static func path(_ places: [Place?]) -> Path {
    var pen = PathBuilder()
    var last: Place?
    for place in places {
      guard let place, place.point.isFinite, place.size.isFinite else {
        last = nil
        continue
      }
      if let last { append(from: last, to: place, &pen) }
      last = place
    }
    return pen.path
  }

  /// A piece with round ends between two places.
  private static func append(from a: Place, to b: Place, _ pen: inout PathBuilder) {
    let (r1, r2) = (a.size / 2, b.size / 2)
    var normal = Point(a.point.y - b.point.y, b.point.x - a.point.x)
    if normal != .zero {
      let length = (normal.x * normal.x + normal.y * normal.y).squareRoot()
      normal = Point(normal.x / length, normal.y / length)
      let angle = atan2(normal.y, normal.x)
      pen.move(a.point.x - normal.x * r1, a.point.y - normal.y * r1)
      pen.line(b.point.x - normal.x * r2, b.point.y - normal.y * r2)
      pen.arc(b.point.x, b.point.y, r2, from: angle - .pi, to: angle)
      pen.line(a.point.x + normal.x * r1, a.point.y + normal.y * r1)
      pen.arc(a.point.x, a.point.y, r1, from: angle, to: angle + .pi)
    } else {
      pen.arc(b.point.x, b.point.y, r2, from: 0, to: 2 * .pi)
    }
    pen.close()
  }
}
