/// A point of a line that is clipped; `mark` tells intersections that need care.
struct ClipPoint {
  var place: GeoPoint
  var mark = 0
}

/// Gathers lines, so that they can be joined again.
final class ClipBuffer {
  private(set) var lines: [[ClipPoint]] = []

  func lineStart() { lines.append([]) }

  func point(_ x: Double, _ y: Double, _ mark: Int = 0) {
    if lines.isEmpty { lines.append([]) }
    lines[lines.count - 1].append(ClipPoint(place: GeoPoint(x, y), mark: mark))
  }

  /// Puts the last line before the first: the two are one where a ring began inside.
  func rejoin() {
    if lines.count > 1, let last = lines.popLast() { lines[0] = last + lines[0] }
  }

  /// The lines; the buffer is empty afterwards.
  func result() -> [[ClipPoint]] {
    defer { lines = [] }
    return lines
  }
}

/// The edge at which shapes on the sphere are cut.
protocol ClipEdge {
  /// A place for which it is known whether the edge's inside is inside of a polygon.
  var start: GeoPoint { get }
  func isVisible(_ place: GeoPoint) -> Bool
  /// A cutter of one line; what is left goes to `sink`.
  func line(_ sink: @escaping (ClipStep) -> Void) -> any ClipLine
  /// Walks along the edge from one place to another, or once round it.
  func interpolate(
    _ from: GeoPoint?, _ to: GeoPoint?, _ direction: Double, _ sink: (GeoPoint) -> Void)
}

/// What a cutter hands on.
enum ClipStep {
  case start
  case point(GeoPoint, mark: Int)
  case end
}

/// Cuts one line.
protocol ClipLine: AnyObject {
  func start()
  func point(_ place: GeoPoint)
  func end()
  /// Bit 1: nothing was cut. Bit 2: the first and last piece belong together.
  var clean: Int { get }
}

/// Cuts lines and polygons on the sphere at an edge (d3-geo: `clip`).
final class GeoClip: GeoStream {
  private let edge: any ClipEdge
  private let sink: any GeoStream
  private var line: (any ClipLine)?
  private let ringBuffer = ClipBuffer()
  private var ringLine: (any ClipLine)?
  private var isPolygon = false
  private var isLine = false
  private var hasStarted = false
  private var ring: [GeoPoint] = []
  private var polygon: [[GeoPoint]] = []
  private var segments: [[ClipPoint]] = []

  init(_ edge: any ClipEdge, _ sink: any GeoStream) {
    self.edge = edge
    self.sink = sink
    line = edge.line { step in
      switch step {
      case .start: sink.lineStart()
      case .point(let place, _): sink.point(place.x, place.y)
      case .end: sink.lineEnd()
      }
    }
    let buffer = ringBuffer
    ringLine = edge.line { step in
      switch step {
      case .start: buffer.lineStart()
      case .point(let place, let mark): buffer.point(place.x, place.y, mark)
      case .end: break
      }
    }
  }

  func point(_ x: Double, _ y: Double) {
    let place = GeoPoint(x, y)
    if isPolygon {
      ring.append(place)
      ringLine?.point(place)
    } else if isLine {
      line?.point(place)
    } else if edge.isVisible(place) {
      sink.point(x, y)
    }
  }

  func lineStart() {
    if isPolygon {
      ringLine?.start()
      ring = []
    } else {
      isLine = true
      line?.start()
    }
  }

  func lineEnd() {
    if isPolygon {
      ringEnd()
    } else {
      isLine = false
      line?.end()
    }
  }

  func polygonStart() {
    isPolygon = true
    segments = []
    polygon = []
  }

  func polygonEnd() {
    isPolygon = false
    let isInside = SphericalPolygon.contains(polygon, edge.start)
    if !segments.isEmpty {
      startPolygon()
      ClipRejoin.join(
        segments, isStartInside: isInside, compare: Self.compare,
        interpolate: { [edge] in edge.interpolate($0, $1, $2, $3) }, sink)
    } else if isInside {
      startPolygon()
      sink.lineStart()
      edge.interpolate(nil, nil, 1) { sink.point($0.x, $0.y) }
      sink.lineEnd()
    }
    if hasStarted { sink.polygonEnd() }
    hasStarted = false
    segments = []
    polygon = []
  }

  func sphere() {
    sink.polygonStart()
    sink.lineStart()
    edge.interpolate(nil, nil, 1) { sink.point($0.x, $0.y) }
    sink.lineEnd()
    sink.polygonEnd()
  }

  private func startPolygon() {
    if !hasStarted { sink.polygonStart() }
    hasStarted = true
  }

  private func ringEnd() {
    guard let first = ring.first, let line = ringLine else { return }
    line.point(first)
    line.end()
    let clean = line.clean
    var pieces = ringBuffer.result()
    polygon.append(ring)
    ring = []
    if pieces.isEmpty { return }
    if clean & 1 != 0 {
      let piece = pieces[0]
      guard piece.count > 1 else { return }
      startPolygon()
      sink.lineStart()
      for point in piece.dropLast() { sink.point(point.place.x, point.place.y) }
      sink.lineEnd()
      return
    }
    if pieces.count > 1, clean & 2 != 0, let last = pieces.popLast() {
      pieces.append(last + pieces.removeFirst())
    }
    segments += pieces.filter { $0.count > 1 }
  }

  /// Intersections in their order along the edge.
  private static func compare(_ a: GeoPoint, _ b: GeoPoint) -> Bool {
    func key(_ place: GeoPoint) -> Double {
      place.x < 0 ? place.y - Geo.halfPi - Geo.epsilon : Geo.halfPi - place.y
    }
    return key(a) < key(b)
  }
}
