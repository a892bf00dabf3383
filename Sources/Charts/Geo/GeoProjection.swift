#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// A map projection with its settings (d3-geo: `projection`), from degrees to pixels.
public struct GeoProjection: Hashable, Sendable {
  /// The projections, by Vega's names.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Albers' conic of equal area, for the United States.
    case albers
    /// The United States with Alaska and Hawaii moved.
    case albersUsa
    /// Lambert's azimuthal of equal area.
    case azimuthalEqualArea
    /// True distances from the middle.
    case azimuthalEquidistant
    /// Lambert's conic of true angles.
    case conicConformal
    /// Albers' conic.
    case conicEqualArea
    /// The conic of true distances along meridians.
    case conicEquidistant
    /// Equal Earth.
    case equalEarth
    /// Plate carrée.
    case equirectangular
    /// Great circles as straight lines.
    case gnomonic
    /// No projection: the data is in pixels.
    case identity
    /// Mercator.
    case mercator
    /// Mollweide.
    case mollweide
    /// Patterson's Natural Earth.
    case naturalEarth1
    /// The sphere from far away.
    case orthographic
    /// Stereographic.
    case stereographic
    /// Mercator along a meridian.
    case transverseMercator
  }

  /// The projection.
  public var kind: Kind
  /// The pixels of a unit of the sphere's radius.
  public var scale: Double
  /// Where the centre lies, in pixels.
  public var translate: (x: Double, y: Double) {
    get { (offset.x, offset.y) }
    set { offset = GeoPoint(newValue.x, newValue.y) }
  }
  private var offset: GeoPoint
  /// Longitude and latitude of the centre, in degrees.
  public var center: [Double]
  /// The turn of the sphere about its three axes, in degrees.
  public var rotate: [Double]
  /// The standard parallels of conic projections, in degrees.
  public var parallels: [Double]
  /// The radius of what is seen, in degrees; nil cuts at the antimeridian.
  public var clipAngle: Double?
  /// The rectangle outside of which nothing is drawn: left, top, right, bottom.
  public var clipExtent: [Double]?
  /// How many pixels a line may be off its true course.
  public var precision: Double
  /// The radius of points, in pixels.
  public var pointRadius: Double
  /// Whether left and right change places.
  public var reflectX = false
  /// Whether top and bottom change places.
  public var reflectY = false
  /// Whether scale and place follow from the shapes: no scale or translation was given.
  public var isFitted = true
  /// Whether the centre lies in the middle of the plot: no translation was given.
  public var isCentered = true

  /// A projection with d3-geo's settings for it.
  public init(_ kind: Kind) {
    self.kind = kind
    scale = Self.defaultScale(kind)
    offset = kind == .identity ? GeoPoint(0, 0) : GeoPoint(480, 250)
    center = Self.defaultCenter(kind)
    rotate = kind == .albers ? [96, 0] : [0, 0]
    parallels = kind == .albers ? [29.5, 45.5] : kind == .conicConformal ? [30, 30] : [0, 60]
    clipAngle = Self.defaultClipAngle(kind)
    precision = 0.5.squareRoot()
    pointRadius = 4.5
  }

  private static func defaultScale(_ kind: Kind) -> Double {
    switch kind {
    case .albers, .albersUsa: 1070
    case .azimuthalEqualArea: 124.75
    case .azimuthalEquidistant: 79.4188
    case .conicConformal: 109.5
    case .conicEqualArea: 155.424
    case .conicEquidistant: 131.154
    case .equalEarth: 177.158
    case .equirectangular: 152.63
    case .gnomonic: 144.049
    case .identity: 1
    case .mercator: 961 / Geo.tau
    case .mollweide: 169.529
    case .naturalEarth1: 175.295
    case .orthographic: 249.5
    case .stereographic: 250
    case .transverseMercator: 159.155
    }
  }

  private static func defaultCenter(_ kind: Kind) -> [Double] {
    switch kind {
    case .albers: [-0.6, 38.7]
    case .conicEqualArea: [0, 33.6442]
    case .conicEquidistant: [0, 13.9389]
    default: [0, 0]
    }
  }

  private static func defaultClipAngle(_ kind: Kind) -> Double? {
    switch kind {
    case .azimuthalEqualArea, .azimuthalEquidistant: 180 - 1e-3
    case .gnomonic: 60
    case .orthographic: 90 + Geo.epsilon
    case .stereographic: 142
    default: nil
    }
  }

  /// The formulas of the kind with the parallels.
  var raw: RawProjection {
    let (y0, y1) =
      parallels.count > 1
      ? (parallels[0] * Geo.radians, parallels[1] * Geo.radians) : (0, Geo.tau / 6)
    switch kind {
    case .albers, .albersUsa, .conicEqualArea: return .conicEqualArea(y0, y1)
    case .azimuthalEqualArea: return .azimuthalEqualArea
    case .azimuthalEquidistant: return .azimuthalEquidistant
    case .conicConformal: return .conicConformal(y0, y1)
    case .conicEquidistant: return .conicEquidistant(y0, y1)
    case .equalEarth: return .equalEarth
    case .equirectangular, .identity: return .equirectangular
    case .gnomonic: return .gnomonic
    case .mercator: return .mercator
    case .mollweide: return .mollweide
    case .naturalEarth1: return .naturalEarth1
    case .orthographic: return .orthographic
    case .stereographic: return .stereographic
    case .transverseMercator: return .transverseMercator
    }
  }

  /// The turn of the sphere; the transverse Mercator lies on its side.
  var rotation: GeoRotation {
    guard kind == .transverseMercator else { return GeoRotation(degrees: rotate) }
    let third = rotate.count > 2 ? rotate[2] : 0
    return GeoRotation(degrees: [rotate[0], rotate.count > 1 ? rotate[1] : 0, third + 90])
  }

  /// From turned radians to pixels.
  var planar: (GeoPoint) -> GeoPoint {
    let raw = raw
    let (kx, ky) = (reflectX ? -scale : scale, reflectY ? -scale : scale)
    let longitude = (center.first ?? 0) * Geo.radians
    let latitude = (center.count > 1 ? center[1] : 0) * Geo.radians
    let middle =
      kind == .transverseMercator
      ? raw.apply(GeoPoint(-latitude, longitude)) : raw.apply(GeoPoint(longitude, latitude))
    let (x, y) = (offset.x - kx * middle.x, offset.y + ky * middle.y)
    return { place in
      let p = raw.apply(place)
      return GeoPoint(x + kx * p.x, y - ky * p.y)
    }
  }

  /// The pixels of a place in degrees; nil where it is not seen.
  public func position(longitude: Double, latitude: Double) -> (x: Double, y: Double)? {
    guard longitude.isFinite, latitude.isFinite else { return nil }
    let sink = GeoPointSink()
    stream(to: sink).point(longitude, latitude)
    return sink.place.map { ($0.x, $0.y) }
  }

  /// The stream that takes degrees and hands pixels to a sink.
  func stream(to sink: any GeoStream) -> any GeoStream {
    if kind == .albersUsa { return AlbersUSA(self).stream(to: sink) }
    if kind == .identity { return IdentityStream(self, clipped(sink)) }
    let resampled = GeoResample(
      planar, precision: finestPrecision * finestPrecision, clipped(sink))
    let edge: any ClipEdge =
      clipAngle.map { CircleClip(radius: $0 * Geo.radians) } ?? AntimeridianClip()
    return GeoRotationStream(rotation, GeoClip(edge, resampled))
  }

  /// The precision in pixels, no finer than numbers are written, nor than gives a great circle some 7,000 points: a
  /// map that is enlarged beyond measure would have billions.
  private var finestPrecision: Double {
    precision > 0 ? max(precision, 0.001, scale.magnitude * 1e-7) : 0
  }

  /// A sink behind the cut at the clip extent; Mercator is always cut to a square (d3-geo: `reclip`).
  private func clipped(_ sink: any GeoStream) -> any GeoStream {
    var box = clipExtent
    if kind == .mercator || kind == .transverseMercator {
      let half = Double.pi * scale
      let origin = GeoRotation(degrees: rotate).invert(GeoPoint(0, 0))
      let middle = planar(rotation.apply(origin))
      var square = [middle.x - half, middle.y - half, middle.x + half, middle.y + half]
      if let given = box, given.count == 4 {
        let isUpright = kind == .mercator
        square = given.enumerated().map { place, edge in
          let isBounded = place.isMultiple(of: 2) == isUpright
          return !isBounded ? edge : place < 2 ? max(edge, square[place]) : min(edge, square[place])
        }
      }
      box = square
    }
    guard let box, box.count == 4 else { return sink }
    return RectangleClip(GeoPoint(box[0], box[1]), GeoPoint(box[2], box[3]), sink)
  }
}

/// Keeps the last point.
private final class GeoPointSink: GeoStream {
  private(set) var place: GeoPoint?
  func point(_ x: Double, _ y: Double) {
    if x.isFinite, y.isFinite { place = GeoPoint(x, y) }
  }
  func lineStart() {}
  func lineEnd() {}
  func polygonStart() {}
  func polygonEnd() {}
}

/// Scales and moves points that are in pixels already.
private final class IdentityStream: GeoStream {
  private let projection: GeoProjection
  private let sink: any GeoStream

  init(_ projection: GeoProjection, _ sink: any GeoStream) {
    self.projection = projection
    self.sink = sink
  }

  func point(_ x: Double, _ y: Double) {
    let (kx, ky) = (
      projection.scale * (projection.reflectX ? -1 : 1),
      projection.scale * (projection.reflectY ? -1 : 1)
    )
    sink.point(projection.translate.x + kx * x, projection.translate.y + ky * y)
  }
  func lineStart() { sink.lineStart() }
  func lineEnd() { sink.lineEnd() }
  func polygonStart() { sink.polygonStart() }
  func polygonEnd() { sink.polygonEnd() }
}
