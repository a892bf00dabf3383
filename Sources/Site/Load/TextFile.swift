import Diagnostics

extension SiteFiles {
  /// The text of a file, without a byte order mark; nil where its bytes are no UTF-8, which is
  /// reported with the line.
  func text(_ path: String, into diagnostics: DiagnosticCollector) throws -> String? {
    let bytes = try read(path)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text =
      start == 0
      ? String(validating: bytes, as: UTF8.self)
      : String(validating: bytes[start...], as: UTF8.self)
    guard let text else {
      diagnostics.add(
        .init(
          .error, "content.encoding",
          at: SourceLocation(printedPath(path), Self.firstFault(in: bytes)),
          "the text is not UTF-8", remedy: "save the file as UTF-8"))
      return nil
    }
    return text
  }

  /// The line of the first byte that is no part of a UTF-8 sequence.
  private static func firstFault(in bytes: [UInt8]) -> SourceRange {
    var line = 1
    for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { break }
      line += 1
    }
    return SourceRange(SourcePosition(line: line, column: 1))
  }
}
