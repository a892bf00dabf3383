import Foundation

/// Measures polygons on the sphere (d3-geo: `geoArea`): one whose rings run the wrong way round covers all
/// of the globe but what it means.
final class GlobeShare: GeoStream {
  /// The largest polygon, as a share of the globe.
  private(set) var largest = 0.0
  private var isPolygon = false
  private var sum = 0.0
  private var first: Place?
  private var last: Place?

  /// A place with half of its latitude taken from the south pole, as the sum needs it.
  private struct Place {
    var lambda: Double
    var cosine: Double
    var sine: Double
  }

  /// The share of the globe that the largest polygon of some shapes covers.
  static func largest(of shapes: [ChartValue]) -> Double {
    let stream = GlobeShare()
    for shape in shapes { GeoWalker.walk(shape, to: stream) }
    return stream.largest
  }

  func point(_ x: Double, _ y: Double) {
    guard isPolygon else { return }
    let half = y * .pi / 360 + .pi / 4
    let place = Place(lambda: x * .pi / 180, cosine: cos(half), sine: sin(half))
    if let last { add(last, place) } else { first = place }
    last = place
  }

  func lineStart() { (first, last) = (nil, nil) }

  func lineEnd() {
    if let first, let last { add(last, first) }
    (first, last) = (nil, nil)
  }

  func polygonStart() { (isPolygon, sum) = (true, 0) }

  func polygonEnd() {
    isPolygon = false
    let area = 2 * (sum < 0 ? 2 * .pi + sum : sum)
    largest = max(largest, area / (4 * .pi))
  }

  /// The spherical excess between a stretch and the south pole; half of it, with its sign.
  private func add(_ a: Place, _ b: Place) {
    let turn = b.lambda - a.lambda
    let k = a.sine * b.sine
    sum += atan2(k * sin(turn), a.cosine * b.cosine + k * cos(turn))
  }
}
