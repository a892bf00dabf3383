/// Reads what stands between the brackets of a citation.
enum CitationReader {
  /// The citations in a text: each with its place, and what it cites or nil where it cannot be read.
  ///
  /// A citation runs from `[@` to the next `]`.
  static func citations(
    in text: String
  ) -> [(range: Range<String.Index>, items: [MarkdownCitation.Item]?)] {
    var found: [(range: Range<String.Index>, items: [MarkdownCitation.Item]?)] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    while let open = bytes[start...].firstIndex(of: UInt8(ascii: "[")) {
      start = bytes.index(after: open)
      guard start < bytes.endIndex, bytes[start] == UInt8(ascii: "@") else { continue }
      guard let close = bytes[start...].firstIndex(of: UInt8(ascii: "]")) else {
        found.append((open..<bytes.endIndex, nil))
        break
      }
      found.append((open..<bytes.index(after: close), items(text[start..<close])))
      start = bytes.index(after: close)
    }
    return found
  }

  /// `@id, locator; @id`: ids are letters, digits, `_` and `-` of ASCII.
  private static func items(_ text: Substring) -> [MarkdownCitation.Item]? {
    var items: [MarkdownCitation.Item] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let part = trimmed(part)
      guard part.first == "@" else { return nil }
      let id = part.dropFirst().prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")
      }
      let rest = trimmed(part.dropFirst().dropFirst(id.count))
      guard !id.isEmpty else { return nil }
      guard !rest.isEmpty else {
        items.append(.init(id: String(id), locator: nil))
        continue
      }
      let locator = trimmed(rest.dropFirst())
      guard rest.first == ",", !locator.isEmpty else { return nil }
      items.append(.init(id: String(id), locator: String(locator)))
    }
    return items
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
