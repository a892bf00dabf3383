#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Polygons on the sphere: rings of places in radians, without the repeated last one.
enum SphericalPolygon {
  /// Whether a place lies inside (d3-geo: `polygonContains`). The inside of a ring lies to the right of
  /// its direction, so that a ring may be larger than a hemisphere.
  static func contains(_ polygon: [[GeoPoint]], _ place: GeoPoint) -> Bool {
    let lambda = longitude(place)
    let phi =
      place.y >= Geo.halfPi
      ? Geo.halfPi + Geo.epsilon
      : place.y <= -Geo.halfPi ? -Geo.halfPi - Geo.epsilon : place.y
    let normal = Geo.Vector(sin(lambda), -cos(lambda), 0)
    var angle = 0.0
    var winding = 0
    var sum = ExactSum()
    for ring in polygon {
      guard var previous = ring.last else { continue }
      for current in ring {
        let edge = Edge(previous, current)
        sum.add(edge.excess)
        angle += edge.crosses ? edge.delta + edge.sign * Geo.tau : edge.delta
        if edge.crosses != ((edge.lambda0 >= lambda) != (edge.lambda1 >= lambda)) {
          winding += edge.winding(normal, phi)
        }
        previous = current
      }
    }
    let holdsPole =
      angle < -Geo.epsilon || (angle < Geo.epsilon && sum.value < -Geo.epsilon * Geo.epsilon)
    return holdsPole != !winding.isMultiple(of: 2)
  }

  private struct Edge {
    let from: GeoPoint
    let to: GeoPoint
    let lambda0: Double
    let lambda1: Double
    let delta: Double
    let sign: Double
    let crosses: Bool
    let excess: Double

    init(_ from: GeoPoint, _ to: GeoPoint) {
      self.from = from
      self.to = to
      lambda0 = longitude(from)
      lambda1 = longitude(to)
      delta = lambda1 - lambda0
      sign = delta >= 0 ? 1 : -1
      crosses = delta.magnitude > .pi
      let (phi0, phi1) = (from.y / 2 + Geo.halfPi / 2, to.y / 2 + Geo.halfPi / 2)
      let k = sin(phi0) * sin(phi1)
      excess = atan2(
        k * sign * sin(delta.magnitude), cos(phi0) * cos(phi1) + k * cos(delta.magnitude))
    }

    /// How the edge passes the meridian below a latitude: 1, -1, or 0 above it.
    func winding(_ normal: Geo.Vector, _ phi: Double) -> Int {
      let arc = Geo.Vector(from).cross(Geo.Vector(to)).normalized
      let intersection = normal.cross(arc).normalized
      let isEast = crosses != (delta >= 0)
      let latitude = (isEast ? -1 : 1) * Geo.asin(intersection.z)
      let isBelow = phi > latitude || (phi == latitude && (arc.x != 0 || arc.y != 0))
      return isBelow ? (isEast ? 1 : -1) : 0
    }
  }

  private static func longitude(_ place: GeoPoint) -> Double {
    if place.x.magnitude <= .pi { return place.x }
    let wrapped = fmod(place.x.magnitude + .pi, Geo.tau) - .pi
    return place.x < 0 ? -wrapped : wrapped
  }
}
