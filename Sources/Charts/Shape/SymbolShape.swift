import Foundation

/// The shapes of points and legend symbols. The size of a symbol is an area in square pixels: that of
/// the square that holds a circle of the same size.
enum SymbolShape: Hashable, Sendable {
  case circle, square, cross, diamond
  case triangle, triangleUp, triangleDown, triangleLeft, triangleRight
  case arrow, wedge, stroke
  /// Path data in a box from -1 to 1.
  case custom(Path)

  /// The names of the built-in shapes.
  static let names = [
    "circle", "square", "cross", "diamond", "triangle", "triangle-up", "triangle-down",
    "triangle-left", "triangle-right", "arrow", "wedge", "stroke",
  ]

  /// The shape of a name or of SVG path data; nil for a text that is neither.
  init?(_ text: String) {
    switch text {
    case "circle": self = .circle
    case "square": self = .square
    case "cross": self = .cross
    case "diamond": self = .diamond
    case "triangle": self = .triangle
    case "triangle-up": self = .triangleUp
    case "triangle-down": self = .triangleDown
    case "triangle-left": self = .triangleLeft
    case "triangle-right": self = .triangleRight
    case "arrow": self = .arrow
    case "wedge": self = .wedge
    case "stroke": self = .stroke
    default:
      guard let path = SVGPathParser.parse(text) else { return nil }
      self = .custom(path)
    }
  }

  /// The path of the symbol round the origin.
  func path(size: Double) -> Path {
    guard size >= 0, size.isFinite else { return Path() }
    let r = size.squareRoot() / 2
    switch self {
    case .circle:
      var pen = PathBuilder()
      pen.move(r, 0)
      pen.arc(0, 0, r, from: 0, to: 2 * .pi)
      return pen.path
    case .square:
      var pen = PathBuilder()
      pen.rect(-r, -r, 2 * r, 2 * r)
      return pen.path
    case .stroke:
      var pen = PathBuilder()
      pen.move(-r, 0)
      pen.line(r, 0)
      return pen.path
    case .custom(let path): return path.transformed(scale: r)
    default: return Self.polygon(corners(r))
    }
  }

  private static func polygon(_ corners: [Point]) -> Path {
    var pen = PathBuilder()
    for (index, corner) in corners.enumerated() {
      index == 0 ? pen.move(corner.x, corner.y) : pen.line(corner.x, corner.y)
    }
    pen.close()
    return pen.path
  }

  /// The corners of the shapes with straight sides, in the order the references draw them.
  private func corners(_ r: Double) -> [Point] {
    /// Half of the height of a triangle with equal sides, and from its middle to its centroid.
    let h = r * 3.0.squareRoot() / 2
    let o = h - r / 3.0.squareRoot()
    switch self {
    case .cross:
      let s = r / 2.5
      return [
        Point(-r, -s), Point(-r, s), Point(-s, s), Point(-s, r), Point(s, r), Point(s, s),
        Point(r, s), Point(r, -s), Point(s, -s), Point(s, -r), Point(-s, -r), Point(-s, -s),
      ]
    case .diamond: return [Point(-r, 0), Point(0, -r), Point(r, 0), Point(0, r)]
    case .triangle: return [Point(0, -h - o), Point(-r, h - o), Point(r, h - o)]
    case .triangleUp: return [Point(0, -h), Point(-r, h), Point(r, h)]
    case .triangleDown: return [Point(0, h), Point(-r, -h), Point(r, -h)]
    case .triangleRight: return [Point(h, 0), Point(-h, -r), Point(-h, r)]
    case .triangleLeft: return [Point(-h, 0), Point(h, -r), Point(h, r)]
    case .wedge: return [Point(0, -h - o), Point(-r / 4, h - o), Point(r / 4, h - o)]
    case .arrow:
      let (s, t, v) = (r / 7, r / 2.5, r / 8)
      return [
        Point(-s, r), Point(s, r), Point(s, -v), Point(t, -v), Point(0, -r), Point(-t, -v),
        Point(-s, -v),
      ]
    case .circle, .square, .stroke, .custom: return []
    }
  }
}
