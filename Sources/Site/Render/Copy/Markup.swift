/// A piece of the HTML that this program writes, read back.
indirect enum Markup: Sendable {
  /// Text, its references resolved.
  case text(String)
  /// An element with what is inside it.
  case element(Element)

  /// An element.
  struct Element: Sendable {
    var name: String
    var attributes: [String: String]
    var children: [Markup]

    /// Whether a word is among its classes.
    func has(class name: String) -> Bool {
      attributes["class"]?.split(separator: " ").contains { $0 == name } ?? false
    }

    /// The elements inside it, without the text between them.
    var elements: [Element] { children.compactMap(\.element) }

    /// The first element of a name at any depth, in the order of the text.
    func first(_ name: String) -> Element? {
      for child in elements {
        if child.name == name { return child }
        if let found = child.first(name) { return found }
      }
      return nil
    }
  }

  /// The element; nil for text.
  var element: Element? {
    if case .element(let element) = self { element } else { nil }
  }
}

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
  private var open = [Markup.Element(name: "", attributes: [:], children: [])]

  /// The trees of a text.
  static func read(_ html: String) -> [Markup] {
    var reader = MarkupReader(rest: html[...].utf8)
    reader.read()
    return reader.open[0].children
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
      case let byte? where Self.isName(byte): opening()
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
    let name = rest.prefix(while: Self.isName)
    rest = rest[name.endIndex...]
    return String(Substring(name)).lowercased()
  }

  /// The attributes up to the end of the tag.
  private mutating func takeAttributes() -> [String: String] {
    var attributes: [String: String] = [:]
    while let byte = rest.first, byte != UInt8(ascii: ">") {
      guard Self.isName(byte) else {
        rest = rest.dropFirst()
        continue
      }
      let name = takeName()
      var value = ""
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst()
        value = takeValue()
      }
      attributes[name] = value
    }
    rest = rest.dropFirst()
    return attributes
  }

  private mutating func takeValue() -> String {
    let quote = rest.first
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let value = rest.prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: " ") }
      rest = rest[value.endIndex...]
      return HTMLText.unescaped(String(Substring(value)))
    }
    rest = rest.dropFirst()
    let value = rest.prefix { $0 != quote }
    rest = rest[value.endIndex...].dropFirst()
    return HTMLText.unescaped(String(Substring(value)))
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
