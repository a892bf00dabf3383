/// Writes the text of a block as Markdown.
struct CopyInlines {
  /// The page's file, to which links within the page lead.
  let page: String
  /// Whether the text stands in a table, where a bar ends the cell.
  var isInCell = false

  /// A text on one line.
  func line(_ nodes: [Markup]) -> String { Self.trimmed(text(nodes)) }

  /// A text on one line that does not begin like another block.
  func paragraph(_ nodes: [Markup]) -> String {
    let text = line(nodes)
    let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if !digits.isEmpty, text.utf8[digits.endIndex...].starts(with: ". ".utf8) {
      return "\(Substring(digits))\\\(text[digits.endIndex...])"
    }
    return Self.blockStarts.contains(where: text.hasPrefix) ? "\\" + text : text
  }

  private static let blockStarts = ["#", "> ", "- ", "+ ", "---", "==="]

  /// The text of parts without any markup.
  static func plain(_ nodes: [Markup]) -> String {
    nodes.reduce(into: "") { text, node in
      switch node {
      case .text(let said): text += said
      case .element(let element): text += element.name == "br" ? "\n" : plain(element.children)
      }
    }
  }

  /// The number of the note that an address within the page leads to.
  static func noteNumber(_ address: some StringProtocol) -> Int? {
    address.hasPrefix("#n") ? Int(address.dropFirst(2)) : nil
  }

  /// How many backticks follow each other at most.
  static func longestTicks(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  // MARK: Pieces

  private func text(_ nodes: [Markup]) -> String {
    var text = ""
    for node in nodes {
      let piece =
        switch node {
        case .text(let said): escaped(said)
        case .element(let element): self.text(of: element)
        }
      // Blanks meet where elements end.
      text +=
        text.utf8.last == UInt8(ascii: " ") && piece.utf8.first == UInt8(ascii: " ")
        ? String(piece.dropFirst()) : piece
    }
    return text
  }

  private func text(of element: Markup.Element) -> String {
    switch element.name {
    case "strong", "b": return marked(element, "**")
    case "em", "i", "cite": return marked(element, "*")
    case "del", "s": return marked(element, "~~")
    case "code": return code(Self.plain(element.children))
    case "br": return isInCell ? " " : "\\\n"
    case "a": return link(element)
    case "img":
      let source = element.attributes["src"] ?? ""
      return "![\(escaped(element.attributes["alt"] ?? ""))](\(address(source)))"
    case "input":
      return element.attributes["checked"] == nil ? "[ ] " : "[x] "
    case "p", "div", "li": return " " + text(element.children) + " "
    default: return text(element.children)
    }
  }

  private func marked(_ element: Markup.Element, _ mark: String) -> String {
    let text = Self.trimmed(text(element.children))
    return text.isEmpty ? "" : mark + text + mark
  }

  private func code(_ text: String) -> String {
    let text = isInCell ? text.replacing("|", with: "\\|") : text
    let ticks = String(repeating: "`", count: Self.longestTicks(in: text) + 1)
    let needsBlank = text.hasPrefix("`") || text.hasSuffix("`")
    return needsBlank ? "\(ticks) \(text) \(ticks)" : ticks + text + ticks
  }

  private func link(_ element: Markup.Element) -> String {
    let target = element.attributes["href"] ?? ""
    if element.has(class: "back") { return "" }
    if let number = Self.noteNumber(target) { return "[^\(number)]" }
    let text = text(element.children)
    // What a value rests on is told on the page alone.
    if element.has(class: "value") || target.isEmpty || Self.trimmed(text).isEmpty { return text }
    return "[\(Self.trimmed(text))](\(address(target)))"
  }

  private func address(_ target: String) -> String {
    let target = target.hasPrefix("#") ? page + target : target
    return target.contains { $0 == "(" || $0 == ")" || $0 == " " } ? "<\(target)>" : target
  }

  // MARK: Text

  /// The text with each run of blanks and line breaks as one blank, no-break spaces kept, and the marks in it escaped
  /// that would be read as Markdown. By bytes, as all of a site's text passes here: the marks are ASCII, and what is
  /// not counts as no part of a word, which escapes an underscore too many at most.
  private func escaped(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count * 2) { escaped in
        var length = 0
        func append(_ byte: UInt8) {
          escaped[length] = byte
          length += 1
        }
        for (index, byte) in bytes.enumerated() {
          let last = index > 0 ? bytes[index - 1] : 0
          if Self.isBlank(byte) {
            if !Self.isBlank(last) { append(UInt8(ascii: " ")) }
            continue
          }
          if Self.isMark(byte) {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if needsEscape(byte, after: last, before: next) { append(UInt8(ascii: "\\")) }
          }
          append(byte)
        }
        return length
      }
    }
  }

  private func needsEscape(_ byte: UInt8, after last: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "<"): true
    case UInt8(ascii: "_"): !(Self.isWordPart(last) && Self.isWordPart(next))
    case UInt8(ascii: "~"): next == byte || last == byte
    case UInt8(ascii: "]"):
      next == UInt8(ascii: "(") || next == UInt8(ascii: "[") || next == UInt8(ascii: ":")
    case UInt8(ascii: "["): next == UInt8(ascii: "^")
    case UInt8(ascii: "|"): isInCell
    case UInt8(ascii: "&"): next == UInt8(ascii: "#") || Self.isLetter(next)
    default: false
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "<"),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "]"), UInt8(ascii: "["),
      UInt8(ascii: "|"), UInt8(ascii: "&"):
      true
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "_")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  /// The text without blanks and line breaks around it.
  private static func trimmed(_ text: String) -> String {
    func isFilled(_ byte: UInt8) -> Bool { byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\n") }
    guard let first = text.utf8.firstIndex(where: isFilled),
      let last = text.utf8.lastIndex(where: isFilled)
    else { return "" }
    return String(Substring(text.utf8[first...last]))
  }
}
