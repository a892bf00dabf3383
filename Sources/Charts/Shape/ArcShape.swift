import Foundation

/// Sectors of a circle or a ring.
struct ArcShape: Hashable, Sendable {
  /// In pixels.
  var innerRadius: Double
  /// In pixels.
  var outerRadius: Double
  /// In radians; 0 is upwards, growing clockwise.
  var startAngle: Double
  /// In radians.
  var endAngle: Double
  /// The angle left free between neighbours, in radians.
  var padAngle = 0.0
  /// In pixels.
  var cornerRadius = 0.0

  /// The middle of the sector, where a label would stand.
  var centroid: Point {
    let radius = (innerRadius + outerRadius) / 2
    let angle = (startAngle + endAngle) / 2 - .pi / 2
    return Point(cos(angle) * radius, sin(angle) * radius)
  }

  /// The outline round the origin.
  var path: Path {
    var pen = PathBuilder()
    guard [innerRadius, outerRadius, startAngle, endAngle].allSatisfy(\.isFinite) else {
      return Path()
    }
    let outer = max(innerRadius, outerRadius)
    let inner = min(innerRadius, outerRadius)
    let sector = Sector(
      inner: inner, outer: outer, start: startAngle - .pi / 2, end: endAngle - .pi / 2,
      padAngle: padAngle, cornerRadius: cornerRadius)
    if outer <= 1e-12 {
      pen.move(0, 0)
    } else if sector.span > 2 * .pi - 1e-12 {
      sector.drawRing(&pen)
    } else {
      sector.draw(&pen)
    }
    pen.close()
    return pen.path
  }
}

/// The angles and corners of one sector, with the padding taken off.
private struct Sector {
  let inner: Double
  let outer: Double
  let start: Double
  let end: Double
  let span: Double
  /// The angles of the outer and of the inner edge, which padding shortens differently.
  private var outerStart: Double
  private var outerEnd: Double
  private var innerStart: Double
  private var innerEnd: Double
  private var outerSpan: Double
  private var innerSpan: Double
  private let corner: Double

  private static let epsilon = 1e-12
  private var isClockwise: Bool { end > start }

  init(
    inner: Double, outer: Double, start: Double, end: Double, padAngle: Double,
    cornerRadius: Double
  ) {
    self.inner = inner
    self.outer = outer
    self.start = start
    self.end = end
    span = abs(end - start)
    (outerStart, outerEnd, innerStart, innerEnd) = (start, end, start, end)
    (outerSpan, innerSpan) = (span, span)
    corner = min(abs(outer - inner) / 2, cornerRadius)
    pad(padAngle / 2)
  }

  /// Takes half of the padding off both ends: parallel sides, so more of the angle inside.
  private mutating func pad(_ half: Double) {
    guard half > Self.epsilon else { return }
    let radius = (inner * inner + outer * outer).squareRoot()
    func angle(_ at: Double) -> Double { asin(max(-1, min(1, radius / at * sin(half)))) }
    let middle = (start + end) / 2
    let sign: Double = isClockwise ? 1 : -1
    let off = (inner: angle(inner), outer: angle(outer))
    innerSpan -= 2 * off.inner
    if innerSpan > Self.epsilon {
      innerStart += sign * off.inner
      innerEnd -= sign * off.inner
    } else {
      (innerSpan, innerStart, innerEnd) = (0, middle, middle)
    }
    outerSpan -= 2 * off.outer
    if outerSpan > Self.epsilon {
      outerStart += sign * off.outer
      outerEnd -= sign * off.outer
    } else {
      (outerSpan, outerStart, outerEnd) = (0, middle, middle)
    }
  }

  /// A whole circle or ring.
  func drawRing(_ pen: inout PathBuilder) {
    pen.move(outer * cos(start), outer * sin(start))
    pen.arc(0, 0, outer, from: start, to: end, counterclockwise: !isClockwise)
    if inner > Self.epsilon {
      pen.move(inner * cos(end), inner * sin(end))
      pen.arc(0, 0, inner, from: end, to: start, counterclockwise: isClockwise)
    }
  }

  /// The outer edge, then the inner edge backwards.
  func draw(_ pen: inout PathBuilder) {
    let p01 = Point(outer * cos(outerStart), outer * sin(outerStart))
    let p10 = Point(inner * cos(innerEnd), inner * sin(innerEnd))
    let p11 = Point(outer * cos(outerEnd), outer * sin(outerEnd))
    let p00 = Point(inner * cos(innerStart), inner * sin(innerStart))
    let radii = cornerRadii(p00: p00, p01: p01, p10: p10, p11: p11)
    if outerSpan <= Self.epsilon {
      pen.move(p01.x, p01.y)
    } else if radii.outer > Self.epsilon {
      let first = tangents(p00, p01, outer, radii.outer)
      let last = tangents(p11, p10, outer, radii.outer)
      pen.move(first.center.x + first.from.x, first.center.y + first.from.y)
      rounded(first, last, radii.outer, edge: outer, counterclockwise: !isClockwise, &pen)
    } else {
      pen.move(p01.x, p01.y)
      pen.arc(0, 0, outer, from: outerStart, to: outerEnd, counterclockwise: !isClockwise)
    }
    if inner <= Self.epsilon || innerSpan <= Self.epsilon {
      pen.line(p10.x, p10.y)
    } else if radii.inner > Self.epsilon {
      let first = tangents(p10, p11, inner, -radii.inner)
      let last = tangents(p01, p00, inner, -radii.inner)
      pen.line(first.center.x + first.from.x, first.center.y + first.from.y)
      rounded(first, last, radii.inner, edge: inner, counterclockwise: isClockwise, &pen)
    } else {
      pen.arc(0, 0, inner, from: innerEnd, to: innerStart, counterclockwise: isClockwise)
    }
  }

  /// Two round corners and the edge between them, or one where they have met.
  private func rounded(
    _ first: Tangents, _ last: Tangents, _ radius: Double, edge: Double, counterclockwise: Bool,
    _ pen: inout PathBuilder
  ) {
    let cornersRunBack = !isClockwise
    func turn(_ p: Point) -> Double { atan2(p.y, p.x) }
    if radius < corner {
      pen.arc(
        first.center.x, first.center.y, radius, from: turn(first.from), to: turn(last.from),
        counterclockwise: cornersRunBack)
      return
    }
    pen.arc(
      first.center.x, first.center.y, radius, from: turn(first.from), to: turn(first.to),
      counterclockwise: cornersRunBack)
    pen.arc(
      0, 0, edge, from: turn(first.center + first.to), to: turn(last.center + last.to),
      counterclockwise: counterclockwise)
    pen.arc(
      last.center.x, last.center.y, radius, from: turn(last.to), to: turn(last.from),
      counterclockwise: cornersRunBack)
  }

  /// The corner radii that fit into the sector's angle.
  private func cornerRadii(p00: Point, p01: Point, p10: Point, p11: Point) -> (
    outer: Double, inner: Double
  ) {
    guard corner > Self.epsilon, span < .pi else { return (max(0, corner), max(0, corner)) }
    let apex = innerSpan > Self.epsilon ? Self.intersection(p01, p00, p11, p10) : p10
    guard let apex else { return (corner, corner) }
    let (a, b) = (p01 - apex, p11 - apex)
    let lengths = (a.x * a.x + a.y * a.y).squareRoot() * (b.x * b.x + b.y * b.y).squareRoot()
    let cosine = max(-1, min(1, (a.x * b.x + a.y * b.y) / lengths))
    let k = 1 / sin(acos(cosine) / 2)
    let distance = (apex.x * apex.x + apex.y * apex.y).squareRoot()
    return (
      min(corner, (outer - distance) / (k + 1)), min(corner, (inner - distance) / (k - 1))
    )
  }

  /// Where the lines a-b and c-d cross; nil for parallel lines.
  private static func intersection(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Point? {
    let (u, v) = (b - a, d - c)
    let t = v.y * u.x - v.x * u.y
    guard t * t >= epsilon else { return nil }
    let s = (v.x * (a.y - c.y) - v.y * (a.x - c.x)) / t
    return Point(a.x + s * u.x, a.y + s * u.y)
  }

  /// The circle that touches a side and an edge: its centre, and from there the places it touches.
  private struct Tangents {
    var center: Point
    var from: Point
    var to: Point
  }

  /// The circle of a radius (negative: outside of the edge) at the end of the side a-b that lies on
  /// the edge of radius `edge`.
  private func tangents(_ a: Point, _ b: Point, _ edge: Double, _ radius: Double) -> Tangents {
    let d01 = a - b
    let length = (d01.x * d01.x + d01.y * d01.y).squareRoot()
    let lo = (isClockwise ? radius : -radius) / length
    let (ox, oy) = (lo * d01.y, -lo * d01.x)
    let (x11, y11, x10, y10) = (a.x + ox, a.y + oy, b.x + ox, b.y + oy)
    let (dx, dy) = (x10 - x11, y10 - y11)
    let (x00, y00) = ((x11 + x10) / 2, (y11 + y10) / 2)
    let d2 = dx * dx + dy * dy
    let r = edge - radius
    let cross = x11 * y10 - x10 * y11
    let d = (dy < 0 ? -1 : 1) * max(0, r * r * d2 - cross * cross).squareRoot()
    var c = Point((cross * dy - dx * d) / d2, (-cross * dx - dy * d) / d2)
    let other = Point((cross * dy + dx * d) / d2, (-cross * dx + dy * d) / d2)
    func distance(_ p: Point) -> Double {
      (p.x - x00) * (p.x - x00) + (p.y - y00) * (p.y - y00)
    }
    if distance(c) > distance(other) { c = other }
    return Tangents(
      center: c, from: Point(-ox, -oy),
      to: Point(c.x * (edge / r - 1), c.y * (edge / r - 1)))
  }
}
