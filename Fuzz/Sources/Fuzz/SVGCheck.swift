/// Whether a picture is well-formed: tags close in order, and no number is a word.
///
/// Not a reader of XML: it knows what the writer writes, and that is what is checked.
struct SVGCheck {
  /// Larger pictures take longer to check than to draw, and say no more.
  private static let limit = 200_000

  private static let numeric: Set<String> = [
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "d", "width", "height", "dx", "dy",
    "transform", "viewBox", "stroke-width", "opacity", "fill-opacity", "stroke-opacity",
    "font-size", "stroke-dasharray", "stroke-dashoffset", "offset",
  ]

  private let bytes: [UInt8]
  private var place = 0
  private var open: [String] = []

  /// Ends the process where the picture is not well-formed.
  static func run(_ svg: String) {
    guard svg.utf8.count <= limit else { return }
    var check = SVGCheck(bytes: Array(svg.utf8))
    check.run()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    while place < bytes.count {
      checkText(take(until: UInt8(ascii: "<")))
      if place < bytes.count { tag() }
    }
    promise(open.isEmpty, "<\(open.last ?? "")> is not closed")
  }

  /// The bytes up to the next one of a kind, which is taken too.
  private mutating func take(until end: UInt8) -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, bytes[place] != end { place += 1 }
    defer { place += 1 }
    return bytes[start..<place]
  }

  private mutating func tag() {
    let tag = take(until: UInt8(ascii: ">"))
    promise(place <= bytes.count && !tag.contains(UInt8(ascii: "<")), "a tag without end")
    let name = tag.prefix { $0 != UInt8(ascii: " ") }
    if tag.first == UInt8(ascii: "/") {
      promise(open.popLast() == text(tag.dropFirst()), "<\(text(tag))> closes something else")
      return
    }
    let parts = tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    promise(!parts.count.isMultiple(of: 2), "quotes in <\(text(tag))>")
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      checkText(parts[index + 1])
      let words = parts[index].split(separator: UInt8(ascii: " "))
      let attribute: ArraySlice<UInt8> = words.last?.dropLast() ?? []
      guard Self.numeric.contains(text(attribute)) else { continue }
      promise(!holdsWord(parts[index + 1]), "no number in <\(text(tag))>")
    }
    if tag.last != UInt8(ascii: "/") { open.append(text(name)) }
  }

  /// Whether `nan` or `inf` stands where numbers belong.
  private func holdsWord(_ value: ArraySlice<UInt8>) -> Bool {
    zip(value, value.dropFirst()).contains { first, second in
      first == UInt8(ascii: "n") && (second == UInt8(ascii: "a") || second == UInt8(ascii: "f"))
    }
  }

  private func checkText(_ text: ArraySlice<UInt8>) {
    for (index, byte) in zip(text.indices, text) {
      if byte < 0x20 {
        promise([0x09, 0x0A, 0x0D].contains(byte), "a control character in the picture")
      }
      if byte == UInt8(ascii: "&") {
        promise(
          text[index...].prefix(12).contains(UInt8(ascii: ";")), "a bare ampersand in the picture")
      }
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
