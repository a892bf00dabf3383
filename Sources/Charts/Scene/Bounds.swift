/// A rectangle that grows: the extent of what is drawn. Nothing at first.
struct Bounds: Hashable, Sendable {
  /// The left edge.
  var x1: Double
  /// The upper edge.
  var y1: Double
  /// The right edge.
  var x2: Double
  /// The lower edge.
  var y2: Double

  /// A rectangle between two corners.
  init(x1: Double, y1: Double, x2: Double, y2: Double) {
    self.x1 = x1
    self.y1 = y1
    self.x2 = x2
    self.y2 = y2
  }

  /// The extent of nothing.
  static let empty = Bounds(
    x1: .infinity, y1: .infinity, x2: -.infinity, y2: -.infinity)

  /// A rectangle at a place.
  init(x: Double, y: Double, width: Double, height: Double) {
    self.init(
      x1: min(x, x + width), y1: min(y, y + height), x2: max(x, x + width), y2: max(y, y + height))
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { !(x1 <= x2 && y1 <= y2) }
  /// The extent from left to right; zero for nothing.
  var width: Double { isEmpty ? 0 : x2 - x1 }
  /// The extent from top to bottom; zero for nothing.
  var height: Double { isEmpty ? 0 : y2 - y1 }
  /// The middle.
  var center: Point { Point((x1 + x2) / 2, (y1 + y2) / 2) }

  /// Grows to hold a place; places that are no numbers are left out.
  mutating func add(_ x: Double, _ y: Double) {
    if x.isFinite {
      x1 = min(x1, x)
      x2 = max(x2, x)
    }
    if y.isFinite {
      y1 = min(y1, y)
      y2 = max(y2, y)
    }
  }

  /// Grows to hold a place.
  mutating func add(_ point: Point) { add(point.x, point.y) }

  /// Grows to hold another extent; one without end, as of an infinitely wide line, is left out.
  mutating func formUnion(_ other: Bounds) {
    guard !other.isEmpty, (other.x1 + other.y1 + other.x2 + other.y2).isFinite else { return }
    x1 = min(x1, other.x1)
    y1 = min(y1, other.y1)
    x2 = max(x2, other.x2)
    y2 = max(y2, other.y2)
  }

  /// The extent of both.
  func union(_ other: Bounds) -> Bounds {
    var result = self
    result.formUnion(other)
    return result
  }

  /// Larger by a margin on all sides.
  func expanded(by margin: Double) -> Bounds {
    isEmpty
      ? self : Bounds(x1: x1 - margin, y1: y1 - margin, x2: x2 + margin, y2: y2 + margin)
  }

  /// Moved.
  func translated(_ dx: Double, _ dy: Double) -> Bounds {
    isEmpty ? self : Bounds(x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy)
  }

  /// The upright rectangle round this one after turning by degrees about a centre.
  func rotated(degrees: Double, about center: Point) -> Bounds {
    guard !isEmpty, degrees != 0 else { return self }
    var result = Bounds.empty
    for corner in [Point(x1, y1), Point(x2, y1), Point(x1, y2), Point(x2, y2)] {
      result.add(corner.rotated(degrees: degrees, about: center))
    }
    return result
  }

  /// Whether two extents come nearer than a separation in both directions.
  func intersects(_ other: Bounds, separation: Double = 0) -> Bool {
    separation
      > max(max(other.x1 - x2, x1 - other.x2), max(other.y1 - y2, y1 - other.y2))
  }

  /// Whether another extent lies inside.
  func encloses(_ other: Bounds) -> Bool {
    x1 <= other.x1 && x2 >= other.x2 && y1 <= other.y1 && y2 >= other.y2
  }
}
