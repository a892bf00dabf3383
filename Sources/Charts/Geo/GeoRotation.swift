#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// A turn of the sphere about three axes, in radians (d3-geo: `rotation`).
struct GeoRotation: Sendable {
  private let lambda: Double
  private let phi: Double
  private let gamma: Double

  /// A turn by degrees.
  init(degrees: [Double]) {
    func angle(_ place: Int) -> Double {
      let value = place < degrees.count ? degrees[place] : 0
      return value.isFinite ? fmod(value, 360) * Geo.radians : 0
    }
    lambda = angle(0)
    phi = angle(1)
    gamma = angle(2)
  }

  func apply(_ place: GeoPoint) -> GeoPoint {
    let turned = GeoPoint(Self.wrapped(place.x + lambda), place.y)
    guard phi != 0 || gamma != 0 else { return turned }
    let v = Geo.Vector(turned)
    let k = v.z * cos(phi) + v.x * sin(phi)
    return GeoPoint(
      atan2(v.y * cos(gamma) - k * sin(gamma), v.x * cos(phi) - v.z * sin(phi)),
      Geo.asin(k * cos(gamma) + v.y * sin(gamma)))
  }

  func invert(_ place: GeoPoint) -> GeoPoint {
    var turned = place
    if phi != 0 || gamma != 0 {
      let v = Geo.Vector(place)
      let k = v.z * cos(gamma) - v.y * sin(gamma)
      turned = GeoPoint(
        atan2(v.y * cos(gamma) + v.z * sin(gamma), v.x * cos(phi) + k * sin(phi)),
        Geo.asin(k * cos(phi) - v.x * sin(phi)))
    }
    return GeoPoint(Self.wrapped(turned.x - lambda), turned.y)
  }

  /// A longitude between -π and π.
  private static func wrapped(_ lambda: Double) -> Double {
    lambda.magnitude > .pi ? lambda - (lambda / Geo.tau).rounded() * Geo.tau : lambda
  }
}

/// Turns degrees to radians and then the sphere.
final class GeoRotationStream: GeoStream {
  private let rotation: GeoRotation
  private let sink: any GeoStream

  init(_ rotation: GeoRotation, _ sink: any GeoStream) {
    self.rotation = rotation
    self.sink = sink
  }

  func point(_ x: Double, _ y: Double) {
    let place = rotation.apply(GeoPoint(x * Geo.radians, y * Geo.radians))
    sink.point(place.x, place.y)
  }
  func lineStart() { sink.lineStart() }
  func lineEnd() { sink.lineEnd() }
  func polygonStart() { sink.polygonStart() }
  func polygonEnd() { sink.polygonEnd() }
  func sphere() { sink.sphere() }
}
