/// The seal of a frozen edition's record: the hash of its text, in the last line, so that a record that has been
/// edited by hand is seen.
enum RecordSeal {
  private static let name = "seal"
  private static let end = "\n}\n"

  /// The text of a record with its seal.
  static func sealed(_ json: String) -> String {
    guard json.hasSuffix(end) else { return json }
    return json.dropLast(end.count) + line(of: json) + end
  }

  /// Whether a text bears a seal that fits the rest.
  static func isIntact(_ text: String) -> Bool {
    // A version control system may have written other ends of lines.
    let text = text.replacing("\r\n", with: "\n")
    guard let comma = text.lastRange(of: start), text.hasSuffix(end) else { return false }
    let json = text[..<comma.lowerBound] + end
    return text[comma.lowerBound...] == line(of: String(json)) + end
  }

  private static let start = ",\n  \"\(name)\": \""

  private static func line(of json: String) -> String {
    "\(start)\(SHA256.hex(Array(json.utf8)))\""
  }
}

extension String {
  /// Where a text stands last.
  fileprivate func lastRange(of other: String) -> Range<Index>? { ranges(of: other).last }
}
