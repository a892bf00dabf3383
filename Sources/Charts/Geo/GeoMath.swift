#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// A place on the sphere, longitude and latitude in radians, or on the plane.
struct GeoPoint: Hashable, Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether two places are closer than the tolerance in both coordinates (d3-geo: `pointEqual`).
  func isClose(to other: GeoPoint) -> Bool {
    (x - other.x).magnitude < Geo.epsilon && (y - other.y).magnitude < Geo.epsilon
  }
}

/// Constants and vectors of spherical geometry (d3-geo: `math`, `cartesian`).
enum Geo {
  static let epsilon = 1e-6
  static let tau = 2 * Double.pi
  static let halfPi = Double.pi / 2
  static let radians = Double.pi / 180

  struct Vector {
    var x: Double
    var y: Double
    var z: Double

    init(_ x: Double, _ y: Double, _ z: Double) {
      self.x = x
      self.y = y
      self.z = z
    }

    /// The unit vector of a place.
    init(_ place: GeoPoint) {
      let c = cos(place.y)
      self.init(c * cos(place.x), c * sin(place.x), sin(place.y))
    }

    /// The place of a unit vector.
    var place: GeoPoint { GeoPoint(atan2(y, x), Geo.asin(z)) }

    func dot(_ other: Vector) -> Double { x * other.x + y * other.y + z * other.z }

    func cross(_ other: Vector) -> Vector {
      Vector(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }

    var normalized: Vector {
      let length = dot(self).squareRoot()
      return Vector(x / length, y / length, z / length)
    }

    static func * (a: Vector, k: Double) -> Vector { Vector(a.x * k, a.y * k, a.z * k) }
    static func + (a: Vector, b: Vector) -> Vector { Vector(a.x + b.x, a.y + b.y, a.z + b.z) }
  }

  /// The arc sine, with arguments just beyond its ends taken for them.
  static func asin(_ x: Double) -> Double {
    x > 1 ? halfPi : x < -1 ? -halfPi : arcSine(x)
  }

  /// The arc cosine, with arguments just beyond its ends taken for them.
  static func acos(_ x: Double) -> Double { x > 1 ? 0 : x < -1 ? .pi : arcCosine(x) }
}

private func arcSine(_ x: Double) -> Double { asin(x) }
private func arcCosine(_ x: Double) -> Double { acos(x) }
