#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The antimeridian, at which lines and polygons are cut (d3-geo: `clipAntimeridian`).
struct AntimeridianClip: ClipEdge {
  let start = GeoPoint(-.pi, -Geo.halfPi)

  func isVisible(_ place: GeoPoint) -> Bool { true }

  func line(_ sink: @escaping (ClipStep) -> Void) -> any ClipLine { AntimeridianLine(sink) }

  func interpolate(
    _ from: GeoPoint?, _ to: GeoPoint?, _ direction: Double, _ sink: (GeoPoint) -> Void
  ) {
    guard let from, let to else {
      let phi = direction * Geo.halfPi
      for (x, y) in [
        (-1.0, 1.0), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1),
      ] {
        sink(GeoPoint(x * .pi, y * phi))
      }
      return
    }
    if (from.x - to.x).magnitude > Geo.epsilon {
      let lambda = from.x < to.x ? Double.pi : -.pi
      let phi = direction * lambda / 2
      sink(GeoPoint(-lambda, phi))
      sink(GeoPoint(0, phi))
      sink(GeoPoint(lambda, phi))
    } else {
      sink(to)
    }
  }
}

private final class AntimeridianLine: ClipLine {
  private let sink: (ClipStep) -> Void
  private var last: (place: GeoPoint, side: Double)?
  private var isUncut = true

  init(_ sink: @escaping (ClipStep) -> Void) { self.sink = sink }

  var clean: Int { isUncut ? 1 : 2 }

  func start() {
    sink(.start)
    isUncut = true
    last = nil
  }

  func end() {
    sink(.end)
    last = nil
  }

  func point(_ place: GeoPoint) {
    let side = place.x > 0 ? Double.pi : -.pi
    if let last {
      let delta = (place.x - last.place.x).magnitude
      if (delta - .pi).magnitude < Geo.epsilon {
        let pole = (last.place.y + place.y) / 2 > 0 ? Geo.halfPi : -Geo.halfPi
        emit(GeoPoint(last.place.x, pole))
        cut(GeoPoint(last.side, pole), GeoPoint(side, pole))
        emit(GeoPoint(place.x, pole))
      } else if last.side != side, delta >= .pi {
        let phi = Self.crossing(inset(last.place, last.side), inset(place, side))
        cut(GeoPoint(last.side, phi), GeoPoint(side, phi))
      }
    }
    emit(place)
    last = (place, side)
  }

  /// A place on the antimeridian itself, moved off it.
  private func inset(_ place: GeoPoint, _ side: Double) -> GeoPoint {
    (place.x - side).magnitude < Geo.epsilon
      ? GeoPoint(place.x - side * Geo.epsilon, place.y) : place
  }

  private func emit(_ place: GeoPoint) { sink(.point(place, mark: 0)) }

  private func cut(_ end: GeoPoint, _ start: GeoPoint) {
    emit(end)
    sink(.end)
    sink(.start)
    emit(start)
    isUncut = false
  }

  /// The latitude at which the great circle through two places meets the antimeridian.
  private static func crossing(_ a: GeoPoint, _ b: GeoPoint) -> Double {
    let sine = sin(a.x - b.x)
    guard sine.magnitude > Geo.epsilon else { return (a.y + b.y) / 2 }
    let (cosA, cosB) = (cos(a.y), cos(b.y))
    return atan((sin(a.y) * cosB * sin(b.x) - sin(b.y) * cosA * sin(a.x)) / (cosA * cosB * sine))
  }
}
