/// Reads HTML as trees: that of this program, and leniently what an author was allowed to write.
struct MarkupReader {
  /// How deep elements may nest; deeper ones are read as if they were not nested.
  static let depthLimit = 200

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
  /// Elements whose insides say nothing in words.
  private static let skipped: Set<String> = ["head", "script", "style", "svg", "template"]

  private var rest: Substring.UTF8View
  private var open = [Markup.Element(name: "", attributes: .init(), children: [])]

  /// The trees of a text.
  static func read(_ html: Substring) -> [Markup] {
    var reader = MarkupReader(rest: html.utf8)
    reader.read()
    return reader.open[0].children
  }

  /// The element around the main part of a page, without reading the frame around it; nil for a page without.
  static func main(of page: String) -> Markup.Element? {
    var reader = MarkupReader(rest: page[...].utf8)
    reader.skip(to: "<main")
    let start = reader.rest.startIndex
    reader.skip(to: "</main>")
    return read("<main" + page[start..<reader.rest.startIndex]).first?.element
  }

  private init(rest: Substring.UTF8View) {
    self.rest = rest
  }

  private mutating func read() {
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      add(text: rest[..<start])
      rest = rest[start...].dropFirst()
      switch rest.first {
      case UInt8(ascii: "/"): closing()
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        skip(to: rest.starts(with: "!--".utf8) ? "-->" : ">")
      case let byte? where MarkupAttributes.isName(byte): opening()
      default: add(.text("<"))
      }
    }
    add(text: rest)
    while open.count > 1 { close() }
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
    rest = rest.dropFirst()
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

  private mutating func add(text: Substring.UTF8View) {
    if !text.isEmpty { add(.text(HTMLText.unescaped(String(Substring(text))))) }
  }

  /// Goes on after the next place of a text, at the end where there is none.
  private mutating func skip(to end: String) {
    while let start = rest.firstIndex(where: { [first = end.utf8.first] in $0 == first }) {
      rest = rest[start...]
      if rest.starts(with: end.utf8) {
        rest = rest.dropFirst(end.utf8.count)
        return
      }
      rest = rest.dropFirst()
    }
    rest = rest[rest.endIndex...]
  }

  private mutating func takeName() -> String {
    let name = rest.prefix(while: MarkupAttributes.isName)
    rest = rest[name.endIndex...]
    return String(Substring(name)).lowercased()
  }

  /// The attributes up to the end of the tag, which no quoted value holds.
  private mutating func takeAttributes() -> MarkupAttributes {
    var quote: UInt8?
    let text = rest.prefix { byte in
      switch byte {
      case quote: quote = nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = quote ?? byte
      case UInt8(ascii: ">"): return quote != nil
      default: break
      }
      return true
    }
    rest = rest[text.endIndex...].dropFirst()
    return MarkupAttributes(text)
  }
}
