/// The attributes of a tag, read when they are asked for: of most tags of a page they never are.
struct MarkupAttributes: Sendable {
  private let text: ArraySlice<UInt8>

  /// The attributes in a tag's text, from behind its name to before its end.
  init(_ text: ArraySlice<UInt8> = []) {
    self.text = text
  }

  /// The value of an attribute, its references resolved: empty where only the name stands, nil where not even that.
  subscript(name: String) -> String? {
    value(of: name).map { HTMLText.unescaped(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether a word is among the classes.
  func hasClass(_ name: String) -> Bool {
    guard var rest = value(of: "class") else { return false }
    while !rest.isEmpty {
      let word = rest.prefix { $0 != UInt8(ascii: " ") }
      if word.elementsEqual(name.utf8) { return true }
      rest = rest[word.endIndex...].dropFirst()
    }
    return false
  }

  /// The value of an attribute as it is written, nil where its name does not stand.
  private func value(of name: String) -> ArraySlice<UInt8>? {
    var rest = text
    while let start = rest.firstIndex(where: Self.isName) {
      let found = rest[start...].prefix(while: Self.isName)
      rest = rest[found.endIndex...]
      let value = Self.takeValue(from: &rest)
      // The names that are asked for are in lower case.
      if found.elementsEqual(name.utf8, by: { $0 | 0x20 == $1 }) { return value }
    }
    return nil
  }

  private static func takeValue(from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard rest.first == UInt8(ascii: "=") else { return rest.prefix(0) }
    rest = rest.dropFirst()
    let quote = rest.first
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let value = rest.prefix { $0 != UInt8(ascii: " ") }
      rest = rest[value.endIndex...]
      return value
    }
    let value = rest.dropFirst().prefix { $0 != quote }
    rest = rest[value.endIndex...].dropFirst()
    return value
  }

  /// Whether a byte may stand in the name of a tag or attribute, as this program writes them.
  static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
