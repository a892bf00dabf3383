#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Projects places and puts points between them where the projection bends lines (d3-geo: `resample`).
final class GeoResample: GeoStream {
  private static let maxDepth = 16
  private static let cosMinDistance = cos(30 * Geo.radians)

  private struct Sample {
    var projected: GeoPoint
    var lambda: Double
    var vector: Geo.Vector
  }

  private let project: (GeoPoint) -> GeoPoint
  private let precision: Double
  private let sink: any GeoStream
  private var first: Sample?
  private var last: Sample?
  private var isLine = false
  private var isPolygon = false

  /// A resampling; `precision` is the squared distance in pixels that a line may be off, 0 for none.
  init(_ project: @escaping (GeoPoint) -> GeoPoint, precision: Double, _ sink: any GeoStream) {
    self.project = project
    self.precision = precision
    self.sink = sink
  }

  func point(_ x: Double, _ y: Double) {
    let place = GeoPoint(x, y)
    let projected = project(place)
    guard isLine else { return sink.point(projected.x, projected.y) }
    let sample = Sample(projected: projected, lambda: x, vector: Geo.Vector(place))
    if let last { divide(last, sample, depth: Self.maxDepth) } else { first = sample }
    sink.point(projected.x, projected.y)
    last = sample
  }

  func lineStart() {
    isLine = true
    first = nil
    last = nil
    sink.lineStart()
  }

  func lineEnd() {
    if isPolygon, let first, let last { divide(last, first, depth: Self.maxDepth) }
    isLine = false
    sink.lineEnd()
  }

  func polygonStart() {
    isPolygon = true
    sink.polygonStart()
  }

  func polygonEnd() {
    isPolygon = false
    sink.polygonEnd()
  }

  /// Puts points between two, in halves, until the line is straight enough. The depth is at most 16.
  private func divide(_ a: Sample, _ b: Sample, depth: Int) {
    let (dx, dy) = (b.projected.x - a.projected.x, b.projected.y - a.projected.y)
    let square = dx * dx + dy * dy
    guard precision > 0, depth > 0, square > 4 * precision else { return }
    let sum = a.vector + b.vector
    let length = sum.dot(sum).squareRoot()
    guard length > 0 else { return }
    let middle = sum * (1 / length)
    let phi = Geo.asin(middle.z)
    let isPole = (middle.z.magnitude - 1).magnitude < Geo.epsilon
    let isMeridian = (a.lambda - b.lambda).magnitude < Geo.epsilon
    let lambda = isPole || isMeridian ? (a.lambda + b.lambda) / 2 : atan2(middle.y, middle.x)
    let projected = project(GeoPoint(lambda, phi))
    let (dx2, dy2) = (projected.x - a.projected.x, projected.y - a.projected.y)
    let distance = dy * dx2 - dx * dy2
    let isBent = distance * distance / square > precision
    let isUneven = ((dx * dx2 + dy * dy2) / square - 0.5).magnitude > 0.3
    guard isBent || isUneven || a.vector.dot(b.vector) < Self.cosMinDistance else { return }
    let sample = Sample(projected: projected, lambda: lambda, vector: middle)
    divide(a, sample, depth: depth - 1)
    sink.point(projected.x, projected.y)
    divide(sample, b, depth: depth - 1)
  }
}
