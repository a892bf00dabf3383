#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// A circle about the place in the middle, outside of which nothing is seen (d3-geo: `clipCircle`).
struct CircleClip: ClipEdge {
  private let radius: Double
  private let cosine: Double

  /// A circle by its radius in radians.
  init(radius: Double) {
    self.radius = radius
    cosine = cos(radius)
  }

  fileprivate var isSmall: Bool { cosine > 0 }

  fileprivate var isHemisphere: Bool { cosine.magnitude <= Geo.epsilon }

  var start: GeoPoint {
    isSmall ? GeoPoint(0, -radius) : GeoPoint(-.pi, radius - .pi)
  }

  func isVisible(_ place: GeoPoint) -> Bool { cos(place.x) * cos(place.y) > cosine }

  func line(_ sink: @escaping (ClipStep) -> Void) -> any ClipLine { CircleLine(self, sink) }

  /// Points of the circle every two degrees.
  func interpolate(
    _ from: GeoPoint?, _ to: GeoPoint?, _ direction: Double, _ sink: (GeoPoint) -> Void
  ) {
    let step = direction * 2 * Geo.radians
    var t: Double
    let end: Double
    if let from, let to {
      t = angle(from)
      end = angle(to)
      if direction > 0 ? t < end : t > end { t += direction * Geo.tau }
    } else {
      t = radius + direction * Geo.tau
      end = radius - step / 2
    }
    let sine = sin(radius)
    for _ in 0..<400 where direction > 0 ? t > end : t < end {
      sink(Geo.Vector(cosine, -sine * cos(t), -sine * sin(t)).place)
      t -= step
    }
  }

  /// The angle of a place on the circle.
  private func angle(_ place: GeoPoint) -> Double {
    var vector = Geo.Vector(place)
    vector.x -= cosine
    vector = vector.normalized
    let angle = Geo.acos(-vector.y)
    return fmod((-vector.z < 0 ? -angle : angle) + Geo.tau - Geo.epsilon, Geo.tau)
  }

  /// On which sides of the circle's bounding box a place lies, as four bits.
  fileprivate func code(_ place: GeoPoint) -> Int {
    let r = isSmall ? radius : .pi - radius
    return (place.x < -r ? 1 : place.x > r ? 2 : 0) | (place.y < -r ? 4 : place.y > r ? 8 : 0)
  }

  /// The line in which the planes of the circle and of the great circle through two places meet, with the
  /// two places where it meets the sphere.
  private func crossing(_ a: GeoPoint, _ b: GeoPoint) -> (first: GeoPoint, second: GeoPoint)? {
    let n1 = Geo.Vector(1, 0, 0)
    let n2 = Geo.Vector(a).cross(Geo.Vector(b))
    let n2n2 = n2.dot(n2)
    let determinant = n2n2 - n2.x * n2.x
    guard determinant != 0 else { return nil }
    let middle = n1 * (cosine * n2n2 / determinant) + n2 * (-cosine * n2.x / determinant)
    let u = n1.cross(n2)
    let w = middle.dot(u)
    let uu = u.dot(u)
    let square = w * w - uu * (middle.dot(middle) - 1)
    guard square >= 0 else { return nil }
    let t = square.squareRoot()
    return (
      (u * ((-w - t) / uu) + middle).place, (u * ((-w + t) / uu) + middle).place
    )
  }

  /// Where a line leaves the circle.
  fileprivate func intersection(_ a: GeoPoint, _ b: GeoPoint) -> GeoPoint? {
    let n2 = Geo.Vector(a).cross(Geo.Vector(b))
    if n2.dot(n2) - n2.x * n2.x == 0 { return a }
    return crossing(a, b)?.first
  }

  /// Where a line between two places on one side cuts the circle twice.
  fileprivate func intersections(_ a: GeoPoint, _ b: GeoPoint) -> (GeoPoint, GeoPoint)? {
    guard let (q, q1) = crossing(a, b) else { return nil }
    let (lambda0, lambda1) = (min(a.x, b.x), max(a.x, b.x))
    let delta = lambda1 - lambda0
    let isPolar = (delta - .pi).magnitude < Geo.epsilon
    let isMeridian = isPolar || delta < Geo.epsilon
    var (phi0, phi1) = (a.y, b.y)
    if !isPolar, phi1 < phi0 { swap(&phi0, &phi1) }
    let isBetween: Bool
    if isMeridian {
      if isPolar {
        let bound = (q.x - lambda0).magnitude < Geo.epsilon ? phi0 : phi1
        isBetween = (phi0 + phi1 > 0) != (q.y < bound)
      } else {
        isBetween = phi0 <= q.y && q.y <= phi1
      }
    } else {
      isBetween = (delta > .pi) != (lambda0 <= q.x && q.x <= lambda1)
    }
    return isBetween ? (q, q1) : nil
  }
}

private final class CircleLine: ClipLine {
  private let circle: CircleClip
  private let sink: (ClipStep) -> Void
  private var last: GeoPoint?
  private var lastCode = 0
  private var wasVisible = false
  private var beganVisible = false
  private var isUncut = true

  init(_ circle: CircleClip, _ sink: @escaping (ClipStep) -> Void) {
    self.circle = circle
    self.sink = sink
  }

  var clean: Int { (isUncut ? 1 : 0) | (beganVisible && wasVisible ? 2 : 0) }

  func start() {
    wasVisible = false
    beganVisible = false
    isUncut = true
  }

  func end() {
    if wasVisible { sink(.end) }
    last = nil
  }

  func point(_ place: GeoPoint) {
    let isVisible = circle.isVisible(place)
    let code = code(place, isVisible)
    if last == nil, isVisible {
      beganVisible = true
      wasVisible = true
      sink(.start)
    }
    var mark = 0
    if isVisible != wasVisible, let from = last {
      let edge = circle.intersection(from, place)
      if edge.map({ from.isClose(to: $0) || place.isClose(to: $0) }) ?? true { mark = 1 }
      cross(from, place, isEntering: isVisible)
    } else if !circle.isHemisphere, let from = last, circle.isSmall != isVisible,
      code & lastCode == 0, let (a, b) = circle.intersections(place, from)
    {
      pass(a, b)
    }
    if isVisible, last.map({ !$0.isClose(to: place) }) ?? true { sink(.point(place, mark: mark)) }
    last = place
    wasVisible = isVisible
    lastCode = code
  }

  private func code(_ place: GeoPoint, _ isVisible: Bool) -> Int {
    if circle.isSmall { return isVisible ? 0 : circle.code(place) }
    guard isVisible else { return 0 }
    return circle.code(GeoPoint(place.x + (place.x < 0 ? .pi : -.pi), place.y))
  }

  /// The line enters or leaves the circle.
  private func cross(_ from: GeoPoint, _ to: GeoPoint, isEntering: Bool) {
    isUncut = false
    if isEntering {
      sink(.start)
      let edge = circle.intersection(to, from)
      if let edge { sink(.point(edge, mark: 0)) }
      last = edge ?? from
    } else {
      let edge = circle.intersection(from, to)
      if let edge { sink(.point(edge, mark: 2)) }
      sink(.end)
      last = edge ?? from
    }
  }

  /// The line crosses the circle between two places that lie on the same side of it.
  private func pass(_ a: GeoPoint, _ b: GeoPoint) {
    isUncut = false
    if circle.isSmall {
      sink(.start)
      sink(.point(a, mark: 0))
      sink(.point(b, mark: 0))
      sink(.end)
    } else {
      sink(.point(b, mark: 0))
      sink(.end)
      sink(.start)
      sink(.point(a, mark: 3))
    }
  }
}
