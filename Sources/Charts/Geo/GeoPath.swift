extension GeoProjection {
  /// The path of a GeoJSON value: a geometry, a feature, a collection, or `{type: Sphere}`.
  func path(_ value: ChartValue) -> Path {
    let sink = GeoPathSink(pointRadius: pointRadius)
    GeoWalker.walk(value, to: stream(to: sink))
    return sink.path
  }

  /// The corners of the smallest upright rectangle round projected GeoJSON values; nil where nothing is seen.
  func bounds(_ values: [ChartValue]) -> (low: GeoPoint, high: GeoPoint)? {
    let sink = GeoBoundsSink()
    for value in values { GeoWalker.walk(value, to: stream(to: sink)) }
    return sink.low.x <= sink.high.x ? (sink.low, sink.high) : nil
  }

  /// The projection, scaled and moved so that GeoJSON values fill a rectangle (d3-geo: `fitExtent`).
  public func fitted(
    _ values: [ChartValue], left: Double = 0, top: Double = 0, width: Double, height: Double
  ) -> GeoProjection {
    var base = self
    base.scale = 150
    base.translate = (0, 0)
    base.clipExtent = nil
    guard let (low, high) = base.bounds(values) else { return self }
    let k = min(width / (high.x - low.x), height / (high.y - low.y))
    guard k.isFinite, k > 0 else { return self }
    var result = self
    result.scale = 150 * k
    result.translate = (
      left + (width - k * (high.x + low.x)) / 2, top + (height - k * (high.y + low.y)) / 2
    )
    return result
  }
}

/// Draws what it is given (d3-geo: `pathString`).
private final class GeoPathSink: GeoStream {
  private(set) var path = Path()
  private let pointRadius: Double
  private var isPolygon = false
  private var isLine = false
  private var isFirst = false

  init(pointRadius: Double) { self.pointRadius = pointRadius }

  func point(_ x: Double, _ y: Double) {
    guard x.isFinite, y.isFinite else { return }
    let place = Point(x, y)
    if !isLine {
      circle(place)
    } else {
      path.commands.append(isFirst ? .move(place) : .line(place))
      isFirst = false
    }
  }

  func lineStart() {
    isLine = true
    isFirst = true
  }

  func lineEnd() {
    if isPolygon, !isFirst { path.commands.append(.close) }
    isLine = false
  }

  func polygonStart() { isPolygon = true }
  func polygonEnd() { isPolygon = false }

  private func circle(_ center: Point) {
    let radii = Point(pointRadius, pointRadius)
    path.commands.append(.move(Point(center.x, center.y + pointRadius)))
    for side in [-pointRadius, pointRadius] {
      path.commands.append(
        .arc(
          radii: radii, rotation: 0, isLarge: true, isClockwise: true,
          to: Point(center.x, center.y + side)))
    }
    path.commands.append(.close)
  }
}

/// Keeps the extremes.
private final class GeoBoundsSink: GeoStream {
  private(set) var low = GeoPoint(.infinity, .infinity)
  private(set) var high = GeoPoint(-.infinity, -.infinity)

  func point(_ x: Double, _ y: Double) {
    guard x.isFinite, y.isFinite else { return }
    low = GeoPoint(min(low.x, x), min(low.y, y))
    high = GeoPoint(max(high.x, x), max(high.y, y))
  }
  func lineStart() {}
  func lineEnd() {}
  func polygonStart() {}
  func polygonEnd() {}
}
