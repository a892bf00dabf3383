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
    for part in text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let part = part.trimmed()
      guard part.first == UInt8(ascii: "@") else { return nil }
      let id = part.dropFirst().prefix(while: isIDByte)
      let rest = part[id.endIndex...].trimmed()
      guard !id.isEmpty else { return nil }
      let locator = rest.dropFirst().trimmed()
      guard rest.isEmpty || rest.first == UInt8(ascii: ",") && !locator.isEmpty else { return nil }
      items.append(
        .init(
          id: String(Substring(id)), locator: rest.isEmpty ? nil : String(Substring(locator))))
    }
    return items
  }
}
