/// Reads HTML: that of this program, and leniently what an author was allowed to write.
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
  private var nodes: [Markup.Document.Node] = []
  /// The elements that are open, outermost first.
  private var open: [Int] = []

  /// The pieces of a text.
  static func read(_ html: String) -> Markup.Children {
    var reader = MarkupReader(bytes: Array(html.utf8))
    return reader.read(to: reader.bytes.count)
  }

  /// What is in the main part of a page, without reading the frame around it; all of it for a page without one.
  static func main(of page: String) -> Markup.Children {
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

  private mutating func read(to end: Int) -> Markup.Children {
    while let start = bytes[offset..<end].firstIndex(of: UInt8(ascii: "<")) {
      add(text: offset..<start)
      offset = start + 1
      switch offset < end ? bytes[offset] : 0 {
      case UInt8(ascii: "/"): closing()
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skip(to: stands("!--") ? "-->" : ">")
      case let byte where MarkupAttributes.isName(byte): opening()
      default: add(text: start..<offset)
      }
      offset = min(offset, end)
    }
    add(text: offset..<end)
    close(to: 0)
    return Markup.Children(.init(bytes: bytes, nodes: nodes), from: 0, to: nodes.count)
  }

  private mutating func opening() {
    let name = takeName()
    let attributes = takeAttributes()
    if Self.skipped.contains(name) { return skip(to: "</\(name)>") }
    if !Self.void.contains(name), open.count < Self.depthLimit { open.append(nodes.count) }
    add(name, attributes)
  }

  private mutating func closing() {
    offset += 1
    let name = takeName()
    skip(to: ">")
    // An end tag that closes nothing is left out; one that closes more than one element closes them.
    if let place = open.lastIndex(where: { nodes[$0].name == name }) { close(to: place) }
  }

  /// Closes the elements that were opened after a number of others.
  private mutating func close(to count: Int) {
    while open.count > count { nodes[open.removeLast()].end = nodes.count }
  }

  private mutating func add(text range: Range<Int>) {
    if !range.isEmpty { add("", range) }
  }

  private mutating func add(_ name: String, _ content: Range<Int>) {
    nodes.append(.init(name: name, content: content, end: nodes.count + 1))
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
  private mutating func takeAttributes() -> Range<Int> {
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
    return text.startIndex..<text.endIndex
  }
}
