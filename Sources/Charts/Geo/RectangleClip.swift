/// Cuts projected shapes at a rectangle (d3-geo: `clipRectangle`).
final class RectangleClip: GeoStream {
  private static let limit = 1e9
  private let low: GeoPoint
  private let high: GeoPoint
  private let sink: any GeoStream
  private let buffer = ClipBuffer()
  private var isPolygon = false
  private var isLine = false
  private var polygon: [[GeoPoint]] = []
  private var segments: [[ClipPoint]] = []
  private var isClean = true
  private var first: (place: GeoPoint, isVisible: Bool)?
  private var last: (place: GeoPoint, isVisible: Bool)?

  /// A cut at two opposite corners.
  init(_ low: GeoPoint, _ high: GeoPoint, _ sink: any GeoStream) {
    self.low = low
    self.high = high
    self.sink = sink
  }

  func point(_ x: Double, _ y: Double) {
    let place = GeoPoint(x, y)
    if isLine { linePoint(place) } else if isVisible(place) { sink.point(x, y) }
  }

  func polygonStart() {
    isPolygon = true
    polygon = []
    segments = []
    isClean = true
  }

  func polygonEnd() {
    isPolygon = false
    let isInside = winding != 0
    let isWhole = isClean && isInside
    if isWhole || !segments.isEmpty {
      sink.polygonStart()
      if isWhole {
        sink.lineStart()
        interpolate(nil, nil, 1) { sink.point($0.x, $0.y) }
        sink.lineEnd()
      }
      if !segments.isEmpty {
        ClipRejoin.join(
          segments, isStartInside: isInside, compare: { self.compare($0, $1) < 0 },
          interpolate: interpolate, sink)
      }
      sink.polygonEnd()
    }
    polygon = []
    segments = []
  }

  func lineStart() {
    isLine = true
    if isPolygon { polygon.append([]) }
    first = nil
    last = nil
  }

  func lineEnd() {
    if isPolygon {
      if let first {
        linePoint(first.place)
        if first.isVisible, last?.isVisible ?? false { buffer.rejoin() }
      }
      segments += buffer.result().filter { $0.count > 1 }
    } else if last?.isVisible ?? false {
      sink.lineEnd()
    }
    isLine = false
  }

  private func isVisible(_ place: GeoPoint) -> Bool {
    low.x <= place.x && place.x <= high.x && low.y <= place.y && place.y <= high.y
  }

  private func linePoint(_ place: GeoPoint) {
    let visible = isVisible(place)
    if isPolygon, !polygon.isEmpty { polygon[polygon.count - 1].append(place) }
    guard let before = last else {
      first = (place, visible)
      if visible {
        start()
        emit(place)
      }
      last = (place, visible)
      return
    }
    if visible, before.isVisible {
      emit(place)
    } else if let (a, b) = inside(bounded(before.place), bounded(place)) {
      if !before.isVisible {
        start()
        emit(a)
      }
      emit(b)
      if !visible { end() }
      isClean = false
    } else if visible {
      start()
      emit(place)
      isClean = false
    }
    last = (place, visible)
  }

  private func start() { if isPolygon { buffer.lineStart() } else { sink.lineStart() } }
  private func end() { if !isPolygon { sink.lineEnd() } }
  private func emit(_ place: GeoPoint) {
    if isPolygon { buffer.point(place.x, place.y) } else { sink.point(place.x, place.y) }
  }

  private func bounded(_ place: GeoPoint) -> GeoPoint {
    GeoPoint(
      max(-Self.limit, min(Self.limit, place.x)), max(-Self.limit, min(Self.limit, place.y)))
  }

  /// The part of a line inside of the rectangle (Liang and Barsky).
  private func inside(_ a: GeoPoint, _ b: GeoPoint) -> (GeoPoint, GeoPoint)? {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    var (t0, t1) = (0.0, 1.0)
    for (p, q) in [
      (-dx, a.x - low.x), (dx, high.x - a.x), (-dy, a.y - low.y), (dy, high.y - a.y),
    ] {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        if q / p > t1 { return nil }
        t0 = max(t0, q / p)
      } else {
        if q / p < t0 { return nil }
        t1 = min(t1, q / p)
      }
    }
    return (
      t0 > 0 ? GeoPoint(a.x + t0 * dx, a.y + t0 * dy) : a,
      t1 < 1 ? GeoPoint(a.x + t1 * dx, a.y + t1 * dy) : b
    )
  }

  /// How often the polygon goes round the corner at low x and high y.
  private var winding: Int {
    var winding = 0
    for ring in polygon where ring.count > 1 {
      for (a, b) in zip(ring, ring.dropFirst()) {
        let side = (b.x - a.x) * (high.y - a.y) - (b.y - a.y) * (low.x - a.x)
        if a.y <= high.y {
          if b.y > high.y, side > 0 { winding += 1 }
        } else if b.y <= high.y, side < 0 {
          winding -= 1
        }
      }
    }
    return winding
  }

  private func interpolate(
    _ from: GeoPoint?, _ to: GeoPoint?, _ direction: Double, _ sink: (GeoPoint) -> Void
  ) {
    var corner = from.map { self.corner($0, direction) } ?? 0
    let end = to.map { self.corner($0, direction) } ?? 0
    if let from, let to, corner == end, (compare(from, to) < 0) == (direction > 0) {
      return sink(to)
    }
    repeat {
      sink(
        GeoPoint(corner == 0 || corner == 3 ? low.x : high.x, corner > 1 ? high.y : low.y))
      corner = (corner + Int(direction) + 4) % 4
    } while corner != end
  }

  private func corner(_ place: GeoPoint, _ direction: Double) -> Int {
    let isForward = direction > 0
    if (place.x - low.x).magnitude < Geo.epsilon { return isForward ? 0 : 3 }
    if (place.x - high.x).magnitude < Geo.epsilon { return isForward ? 2 : 1 }
    if (place.y - low.y).magnitude < Geo.epsilon { return isForward ? 1 : 0 }
    return isForward ? 3 : 2
  }

  private func compare(_ a: GeoPoint, _ b: GeoPoint) -> Double {
    let (ca, cb) = (corner(a, 1), corner(b, 1))
    if ca != cb { return Double(ca - cb) }
    switch ca {
    case 0: return b.y - a.y
    case 1: return a.x - b.x
    case 2: return a.y - b.y
    default: return b.x - a.x
    }
  }
}
