package import Diagnostics

/// Splits the YAML front matter from the Markdown of a page.
package enum FrontMatter {
  /// The two parts of a page, each with the place of its first character in the file.
  package struct Parts {
    /// The text between the two `---` lines, or nil where the page has no front matter.
    package var yaml: Substring?
    /// Where `yaml` begins.
    package var yamlOrigin: SourcePosition
    /// The Markdown after the front matter.
    package var body: Substring
    /// Where `body` begins.
    package var bodyOrigin: SourcePosition
  }

  /// The front matter of a page, from `---` on the first line to the next line that is `---`, and the
  /// rest.
  ///
  /// A byte order mark is skipped, blanks after the dashes do not count, lines end in LF, CRLF or CR.
  /// Front matter that is never closed is an error, and the whole text is then taken as the body.
  package static func split(
    _ text: String, path: String, into diagnostics: DiagnosticCollector
  ) -> Parts {
    let whole =
      text.unicodeScalars.first == "\u{FEFF}"
      ? text.unicodeScalars.dropFirst() : text[...].unicodeScalars
    let body = Substring(whole)
    let bytes = body.utf8
    guard let opening = fence(bytes, from: bytes.startIndex) else {
      return Parts(yaml: nil, yamlOrigin: .start, body: body, bodyOrigin: .start)
    }
    var line = 2
    var start = opening
    while start < bytes.endIndex {
      if let after = fence(bytes, from: start) {
        return Parts(
          yaml: body[opening..<start], yamlOrigin: SourcePosition(line: 2, column: 1),
          body: body[after...], bodyOrigin: SourcePosition(line: line + 1, column: 1))
      }
      start = nextLine(bytes, after: start)
      line += 1
    }
    diagnostics.add(
      Diagnostic(
        .error, "front-matter.unterminated", at: SourceLocation(path),
        "front matter is not closed", found: "`---` on the first line only",
        expected: "a second line `---`",
        remedy:
          "close the front matter with a line of three dashes, or begin the page with a blank line"
      ))
    return Parts(yaml: nil, yamlOrigin: .start, body: body, bodyOrigin: .start)
  }

  /// The start of the line after a `---` line at `start`, or nil where another line stands there.
  private static func fence(
    _ bytes: Substring.UTF8View, from start: Substring.Index
  ) -> Substring.Index? {
    var index = start
    for _ in 0..<3 {
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") else { return nil }
      index = bytes.index(after: index)
    }
    while index < bytes.endIndex, bytes[index] == UInt8(ascii: " ") || bytes[index] == 9 {
      index = bytes.index(after: index)
    }
    guard index < bytes.endIndex else { return index }
    return bytes[index] == 10 || bytes[index] == 13 ? nextLine(bytes, after: index) : nil
  }

  private static func nextLine(
    _ bytes: Substring.UTF8View, after start: Substring.Index
  ) -> Substring.Index {
    guard let end = bytes[start...].firstIndex(where: { $0 == 10 || $0 == 13 }) else {
      return bytes.endIndex
    }
    let next = bytes.index(after: end)
    let isPair = bytes[end] == 13 && next < bytes.endIndex && bytes[next] == 10
    return isPair ? bytes.index(after: next) : next
  }
}
