/// The United States in Albers' projection, with Alaska and Hawaii below (d3-geo: `geoAlbersUsa`).
///
/// What lies outside of the three rectangles is not seen.
struct AlbersUSA {
  private let parts: [GeoProjection]

  init(_ projection: GeoProjection) {
    let k = projection.scale
    let (x, y) = (projection.translate.x, projection.translate.y)
    func part(_ kind: GeoProjection.Kind, scale: Double, at place: (Double, Double), box: [Double])
      -> GeoProjection
    {
      var part = GeoProjection(kind)
      part.scale = k * scale
      part.precision = projection.precision
      part.translate = (x + place.0 * k, y + place.1 * k)
      part.clipExtent = [x + box[0] * k, y + box[1] * k, x + box[2] * k, y + box[3] * k]
      return part
    }
    let lower = part(.albers, scale: 1, at: (0, 0), box: [-0.455, -0.238, 0.455, 0.238])
    let edge = Geo.epsilon / (k == 0 ? 1 : k)
    var alaska = part(
      .conicEqualArea, scale: 0.35, at: (-0.307, 0.201),
      box: [-0.425 + edge, 0.120 + edge, -0.214 - edge, 0.234 - edge])
    alaska.rotate = [154, 0]
    alaska.center = [-2, 58.5]
    alaska.parallels = [55, 65]
    var hawaii = part(
      .conicEqualArea, scale: 1, at: (-0.205, 0.212),
      box: [-0.214 + edge, 0.166 + edge, -0.115 - edge, 0.234 - edge])
    hawaii.rotate = [157, 0]
    hawaii.center = [-3, 19.9]
    hawaii.parallels = [8, 18]
    parts = [lower, alaska, hawaii]
  }

  /// The stream that draws each shape in all three parts.
  func stream(to sink: any GeoStream) -> any GeoStream {
    MultiStream(parts.map { $0.stream(to: sink) })
  }
}

/// Hands everything to several streams.
private final class MultiStream: GeoStream {
  private let streams: [any GeoStream]
  init(_ streams: [any GeoStream]) { self.streams = streams }
  func point(_ x: Double, _ y: Double) { for stream in streams { stream.point(x, y) } }
  func lineStart() { for stream in streams { stream.lineStart() } }
  func lineEnd() { for stream in streams { stream.lineEnd() } }
  func polygonStart() { for stream in streams { stream.polygonStart() } }
  func polygonEnd() { for stream in streams { stream.polygonEnd() } }
  func sphere() { for stream in streams { stream.sphere() } }
}
