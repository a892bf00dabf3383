/// Path data: the value of a `d` attribute.
enum SVGPathData {
  /// The text of a path, as tests and logs show it.
  static func text(_ path: Path) -> String { String(decoding: bytes(path), as: UTF8.self) }

  /// The text of a path in UTF-8.
  static func bytes(_ path: Path) -> [UInt8] {
    var writer = SVGWriter()
    write(path, to: &writer)
    return writer.bytes
  }

  /// Writes a path.
  static func write(_ path: Path, to writer: inout SVGWriter) {
    for command in path.commands {
      switch command {
      case .move(let p):
        writer.word("M")
        pair(p, &writer)
      case .line(let p):
        writer.word("L")
        pair(p, &writer)
      case .quadratic(let a, let p):
        writer.word("Q")
        pair(a, &writer)
        writer.word(",")
        pair(p, &writer)
      case .cubic(let a, let b, let p):
        writer.word("C")
        pair(a, &writer)
        writer.word(",")
        pair(b, &writer)
        writer.word(",")
        pair(p, &writer)
      case .arc(let radii, let rotation, let isLarge, let isClockwise, let p):
        writer.word("A")
        pair(radii, &writer)
        writer.word(",")
        writer.number(rotation)
        writer.word(isLarge ? ",1" : ",0")
        writer.word(isClockwise ? ",1," : ",0,")
        pair(p, &writer)
      case .close:
        writer.word("Z")
      }
    }
  }

  /// Writes a rectangle with sharp corners: `Mx,yhwvhh-wZ`.
  static func write(
    rectX x: Double, y: Double, width: Double, height: Double, to writer: inout SVGWriter
  ) {
    writer.word("M")
    pair(Point(x, y), &writer)
    writer.word("h")
    writer.number(width)
    writer.word("v")
    writer.number(height)
    writer.word("h")
    writer.number(-width)
    writer.word("Z")
  }

  private static func pair(_ p: Point, _ writer: inout SVGWriter) {
    writer.number(p.x)
    writer.word(",")
    writer.number(p.y)
  }
}
