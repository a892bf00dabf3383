/// Takes the markup from HTML that this program made.
enum HTMLText {
  /// The text of HTML: without tags, the references of `HTMLEscaping` read back.
  static func of(_ html: String) -> String {
    var text = ""
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else { return unescaped(text) }
      rest = rest[rest.index(after: close)...]
    }
    return unescaped(text + rest)
  }

  /// How many elements HTML has: every tag that opens one.
  static func elementCount(of html: String) -> Int {
    var count = 0
    var isAfterBracket = false
    for byte in html.utf8 {
      if isAfterBracket, byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") {
        count += 1
      }
      isAfterBracket = byte == UInt8(ascii: "<")
    }
    return count
  }

  /// A text with the references of `HTMLEscaping` read back.
  static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let references = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]
    return references.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
