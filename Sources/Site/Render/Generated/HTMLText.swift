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
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let pieces = text.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
    var result = String(Substring(pieces[0]))
    for piece in pieces.dropFirst() {
      let reference = references.first { piece.starts(with: $0.0.utf8) }
      result += (reference?.1 ?? "&") + Substring(piece.dropFirst(reference?.0.utf8.count ?? 0))
    }
    return result
  }

  /// What stands after the `&`, and what it means.
  private static let references = [
    ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"), ("amp;", "&"),
  ]
}
