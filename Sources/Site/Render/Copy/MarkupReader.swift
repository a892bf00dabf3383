/// Reads HTML as trees: that of this program, and leniently what an author was allowed to write.
struct MarkupReader {
  /// How deep elements may nest; deeper ones are read as if they were not nested.
  static let depthLimit = 200

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
  /// Elements whose insides say nothing in words.
  private static let skipped: Set<String> = ["head", "script", "style", "svg", "template"]

  private let bytes: [UInt8]
  private var offset = 0
  private var open = [Markup.Element(name: "", attributes: .init(), children: [])]

  /// The trees of a text.
  static func read(_ html: String) -> [Markup] {
    var reader = MarkupReader(bytes: Array(html.utf8))
    return reader.read(to: reader.bytes.count)
  }

  /// What is in the main part of a page, without reading the frame around it; all of it for a page without one.
  static func main(of page: String) -> [Markup] {
    var reader = MarkupReader(bytes: Array(page.utf8))
    reader.skip(to: "<main")
    reader.skip(to: ">")
    let start = reader.offset
    reader.skip(to: "</main>")
    let end = reader.offset
    guard start < end else { return read(page) }
    reader.offset = start
    return reader.read(to: end)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func read(to end: Int) -> [Markup] {
    while let start = bytes[offset..<end].firstIndex(of: UInt8(ascii: "<")) {
      add(text: offset..<start)
      offset = start + 1
      switch offset < end ? bytes[offset] : 0 {
      case UInt8(ascii: "/"): closing()
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skip(to: stands("!--") ? "-->" : ">")
      case let byte where MarkupAttributes.isName(byte): opening()
      default: add(.text("<"))
      }
      offset = min(offset, end)
    }
    add(text: offset..<end)
    while open.count > 1 { close() }
    return open[0].children
  }

  private mutating func opening() {
    let name = takeName()
    let attributes = takeAttributes()
    if Self.skipped.contains(name) { return skip(to: "</\(name)>") }
    let element = Markup.Element(name: name, attributes: attributes, children: [])
    if Self.void.contains(name) || open.count > Self.depthLimit {
      add(.element(element))
    } else {
      open.append(element)
    }
  }

  private mutating func closing() {
    offset += 1
    let name = takeName()
    skip(to: ">")
    // An end tag that closes nothing is left out; one that closes more than one element closes them.
    guard let place = open.lastIndex(where: { $0.name == name }), place > 0 else { return }
    while open.count > place { close() }
  }

  private mutating func close() {
    guard let element = open.popLast() else { return }
    add(.element(element))
  }

  private mutating func add(_ markup: Markup) {
    open[open.count - 1].children.append(markup)
  }

  private mutating func add(text range: Range<Int>) {
    if !range.isEmpty {
      add(.text(HTMLText.unescaped(String(decoding: bytes[range], as: UTF8.self))))
    }
  }

  /// Goes on after the next place of a text, at the end where there is none.
  private mutating func skip(to end: String) {
    let first = end.utf8.first
    while let start = bytes[offset...].firstIndex(where: { $0 == first }) {
      offset = start
      if stands(end) {
        offset += end.utf8.count
        return
      }
      offset += 1
    }
    offset = bytes.count
  }

  /// Whether a text stands here.
  private func stands(_ text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

  private mutating func takeName() -> String {
    let name = bytes[offset...].prefix(while: MarkupAttributes.isName)
    offset = name.endIndex
    let text = String(decoding: name, as: UTF8.self)
    return name.allSatisfy { $0 | 0x20 == $0 } ? text : text.lowercased()
  }

  /// The attributes up to the end of the tag, which no quoted value holds.
  private mutating func takeAttributes() -> MarkupAttributes {
    var quote: UInt8?
    let text = bytes[offset...].prefix { byte in
      switch byte {
      case quote: quote = nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = quote ?? byte
      case UInt8(ascii: ">"): return quote != nil
      default: break
      }
      return true
    }
    offset = min(text.endIndex + 1, bytes.count)
    return MarkupAttributes(text)
  }
}
