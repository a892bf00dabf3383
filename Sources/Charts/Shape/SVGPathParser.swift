/// Reads SVG path data, for symbols that are given as such.
struct SVGPathParser {
  private var bytes: ArraySlice<UInt8>
  private var commands: [Path.Command] = []
  private var current = Point.zero
  private var start = Point.zero
  /// The last control point, which `S` and `T` mirror, and whether it was of a cubic curve.
  private var control: (point: Point, isCubic: Bool)?

  private init(_ text: String) { bytes = Array(text.utf8)[...] }

  /// The path of a text; nil where it is no path data. At most 100,000 characters are read.
  static func parse(_ text: String) -> Path? {
    guard text.utf8.count <= 100_000 else { return nil }
    var parser = SVGPathParser(text)
    return parser.run() ? Path(commands: parser.commands) : nil
  }

  private mutating func run() -> Bool {
    var previous: UInt8?
    skipBlanks()
    while let byte = bytes.first {
      var command = byte
      if Self.isLetter(byte) {
        bytes.removeFirst()
      } else if let last = previous, last | 0x20 != UInt8(ascii: "z") {
        // Further numbers repeat the command; after a move they are lines.
        command = last == UInt8(ascii: "M") ? UInt8(ascii: "L") : last
        if last == UInt8(ascii: "m") { command = UInt8(ascii: "l") }
      } else {
        return false
      }
      if commands.isEmpty, command | 0x20 != UInt8(ascii: "m") { return false }
      guard step(command) else { return false }
      previous = command
      skipBlanks()
    }
    return !commands.isEmpty
  }

  /// Reads the numbers of one command and draws it.
  private mutating func step(_ command: UInt8) -> Bool {
    let isRelative = Self.isLowercase(command)
    let base = isRelative ? current : .zero
    var mirrored: (Point, Bool)?
    switch command | 0x20 {
    case UInt8(ascii: "m"):
      guard let p = point(base) else { return false }
      move(to: p)
    case UInt8(ascii: "l"):
      guard let p = point(base) else { return false }
      draw(.line(p), to: p)
    case UInt8(ascii: "h"):
      guard let x = number() else { return false }
      let p = Point(base.x + x, current.y)
      draw(.line(p), to: p)
    case UInt8(ascii: "v"):
      guard let y = number() else { return false }
      let p = Point(current.x, base.y + y)
      draw(.line(p), to: p)
    case UInt8(ascii: "c"):
      guard let a = point(base), let b = point(base), let p = point(base) else { return false }
      draw(.cubic(a, b, to: p), to: p)
      mirrored = (b, true)
    case UInt8(ascii: "s"):
      guard let b = point(base), let p = point(base) else { return false }
      draw(.cubic(reflection(ofCubic: true), b, to: p), to: p)
      mirrored = (b, true)
    case UInt8(ascii: "q"):
      guard let a = point(base), let p = point(base) else { return false }
      draw(.quadratic(a, to: p), to: p)
      mirrored = (a, false)
    case UInt8(ascii: "t"):
      guard let p = point(base) else { return false }
      let a = reflection(ofCubic: false)
      draw(.quadratic(a, to: p), to: p)
      mirrored = (a, false)
    case UInt8(ascii: "a"):
      guard let rx = number(), let ry = number(), let turn = number(), let isLarge = flag(),
        let isClockwise = flag(), let p = point(base)
      else { return false }
      draw(
        .arc(
          radii: Point(abs(rx), abs(ry)), rotation: turn, isLarge: isLarge,
          isClockwise: isClockwise, to: p), to: p)
    case UInt8(ascii: "z"):
      commands.append(.close)
      current = start
    default: return false
    }
    control = mirrored.map { ($0.0, $0.1) }
    return true
  }

  private mutating func move(to p: Point) {
    commands.append(.move(p))
    (current, start) = (p, p)
  }

  private mutating func draw(_ command: Path.Command, to p: Point) {
    commands.append(command)
    current = p
  }

  private func reflection(ofCubic isCubic: Bool) -> Point {
    guard let control, control.isCubic == isCubic else { return current }
    return current + (current - control.point)
  }

  private mutating func point(_ base: Point) -> Point? {
    guard let x = number(), let y = number() else { return nil }
    return base + Point(x, y)
  }

  /// Reads `0` or `1`, which may stand right before the next number.
  private mutating func flag() -> Bool? {
    skipBlanks()
    guard let byte = bytes.first, byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") else {
      return nil
    }
    bytes.removeFirst()
    return byte == UInt8(ascii: "1")
  }

  private mutating func number() -> Double? {
    skipBlanks()
    var text: [UInt8] = []
    var hasPoint = false
    var hasExponent = false
    while let byte = bytes.first {
      let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      let last = text.last.map { $0 | 0x20 }
      if isSign {
        guard text.isEmpty || last == UInt8(ascii: "e") else { break }
      } else if byte == UInt8(ascii: ".") {
        guard !hasPoint, !hasExponent else { break }
        hasPoint = true
      } else if byte | 0x20 == UInt8(ascii: "e") {
        guard !hasExponent, !text.isEmpty else { break }
        hasExponent = true
      } else if !(0x30...0x39).contains(byte) {
        break
      }
      text.append(byte)
      bytes.removeFirst()
    }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  private mutating func skipBlanks() {
    while let byte = bytes.first, byte <= 0x20 || byte == UInt8(ascii: ",") {
      bytes.removeFirst()
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isLowercase(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}
