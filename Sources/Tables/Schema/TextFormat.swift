/// The formats of texts in Table Schema.
enum TextFormat: String {
  case email
  case uri
  case binary
  case uuid

  /// What is wrong with a text of the format.
  func fault(_ text: String) -> CellFault? {
    isValid(text)
      ? nil : CellFault("format", "the cell is not of the format \(rawValue)", expected: example)
  }

  private var example: String {
    switch self {
    case .email: "name@example.org"
    case .uri: "https://example.org/"
    case .binary: "base64 text"
    case .uuid: "123e4567-e89b-12d3-a456-426614174000"
    }
  }

  private func isValid(_ text: String) -> Bool {
    switch self {
    case .email:
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
        && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
        && !text.contains(where: \.isWhitespace)
    case .uri:
      guard let colon = text.firstIndex(of: ":"), let first = text.first else { return false }
      let scheme = text[..<colon]
      return first.isASCII && first.isLetter && colon < text.index(before: text.endIndex)
        && scheme.utf8.allSatisfy(Self.isSchemeByte) && !text.contains(where: \.isWhitespace)
    case .binary:
      let bytes = text.utf8
      let padding = bytes.reversed().prefix { $0 == UInt8(ascii: "=") }.count
      return bytes.count % 4 == 0 && padding <= 2
        && bytes.dropLast(padding).allSatisfy(Self.isBase64Byte)
    case .uuid:
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
        && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "+-.".utf8.contains(byte)
  }

  private static func isBase64Byte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "+/".utf8.contains(byte)
  }
}
