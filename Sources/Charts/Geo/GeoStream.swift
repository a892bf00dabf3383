/// Takes shapes point by point and hands them on changed (d3-geo: streams).
protocol GeoStream: AnyObject {
  func point(_ x: Double, _ y: Double)
  func lineStart()
  func lineEnd()
  func polygonStart()
  func polygonEnd()
  func sphere()
}

extension GeoStream {
  func sphere() {}
}

/// Walks GeoJSON values and hands their points to a stream, in degrees (d3-geo: `geoStream`).
enum GeoWalker {
  /// How deep collections may nest.
  private static let depthLimit = 20

  static func walk(_ value: ChartValue, to stream: any GeoStream, depth: Int = depthLimit) {
    guard depth > 0, let object = value.record, let type = object["type"]?.text else { return }
    let coordinates = object["coordinates"]?.list ?? []
    switch type {
    case "FeatureCollection":
      for feature in object["features"]?.list ?? [] { walk(feature, to: stream, depth: depth - 1) }
    case "Feature":
      if let geometry = object["geometry"] { walk(geometry, to: stream, depth: depth - 1) }
    case "GeometryCollection":
      for part in object["geometries"]?.list ?? [] { walk(part, to: stream, depth: depth - 1) }
    case "Sphere": stream.sphere()
    case "Point": point(.list(coordinates), stream)
    case "MultiPoint": for place in coordinates { point(place, stream) }
    case "LineString": line(coordinates, isClosed: false, stream)
    case "MultiLineString":
      for part in coordinates { line(part.list ?? [], isClosed: false, stream) }
    case "Polygon": polygon(coordinates, stream)
    case "MultiPolygon": for part in coordinates { polygon(part.list ?? [], stream) }
    default: break
    }
  }

  private static func point(_ place: ChartValue, _ stream: any GeoStream) {
    guard let pair = place.list, pair.count >= 2, let x = pair[0].double, let y = pair[1].double,
      x.isFinite, y.isFinite
    else { return }
    stream.point(x, y)
  }

  private static func line(_ places: [ChartValue], isClosed: Bool, _ stream: any GeoStream) {
    stream.lineStart()
    for place in isClosed ? places.dropLast() : places[...] { point(place, stream) }
    stream.lineEnd()
  }

  private static func polygon(_ rings: [ChartValue], _ stream: any GeoStream) {
    stream.polygonStart()
    for ring in rings where (ring.list?.count ?? 0) > 1 {
      line(ring.list ?? [], isClosed: true, stream)
    }
    stream.polygonEnd()
  }
}
