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

  /// What is wrong with the seal of a text: the hash of the text, and that of its seal, which is empty where it
  /// has none; nil for an intact text.
  static func fault(of text: String) -> (found: String, expected: String)? {
    // A version control system may have written other ends of lines.
    let text = text.replacing("\r\n", with: "\n")
    guard let comma = text.lastRange(of: start), text.hasSuffix("\"" + end) else {
      return (hash(text), "")
    }
    let found = hash(text[..<comma.lowerBound] + end)
    let expected = String(text[comma.upperBound...].dropLast(end.count + 1))
    return found == expected ? nil : (found, expected)
  }

  private static let start = ",\n  \"\(name)\": \""

  private static func line(of json: String) -> String {
    "\(start)\(hash(json))\""
  }

  private static func hash(_ text: some StringProtocol) -> String { SHA256.hex(Array(text.utf8)) }
}

extension String {
  /// Where a text stands last.
  fileprivate func lastRange(of other: String) -> Range<Index>? { ranges(of: other).last }
}
