/// Writes HTML into a buffer of bytes and owns the escaping of text and attribute values.
///
/// Names of elements and attributes are the caller's own words and are written as they are; every
/// value goes through `text` or `attribute`. What is already HTML goes through `raw`.
package struct HTMLWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// An empty writer.
  package init() {}

  /// What has been written, as text.
  package var html: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes a start tag. An attribute whose value is nil is left out.
  package mutating func open(_ name: StaticString, _ attributes: [(StaticString, String?)] = []) {
    put(UInt8(ascii: "<"))
    put(name)
    for (name, value) in attributes {
      guard let value else { continue }
      attribute(name, value)
    }
    put(UInt8(ascii: ">"))
  }

  /// Writes an end tag.
  package mutating func close(_ name: StaticString) {
    bytes.append(contentsOf: [UInt8(ascii: "<"), UInt8(ascii: "/")])
    put(name)
    put(UInt8(ascii: ">"))
  }

  /// Writes an element that holds a text alone.
  package mutating func element(
    _ name: StaticString, _ attributes: [(StaticString, String?)] = [], text: String
  ) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// Writes a text, escaped.
  package mutating func text(_ value: some StringProtocol) {
    HTMLEscaping.append(value, to: &bytes)
  }

  /// Writes markup as it is: for HTML that this program made.
  package mutating func raw(_ html: some StringProtocol) {
    bytes.append(contentsOf: html.utf8)
  }

  /// Writes a blank, the name and the value in double quotes, escaped.
  private mutating func attribute(_ name: StaticString, _ value: String) {
    put(UInt8(ascii: " "))
    put(name)
    bytes.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
    HTMLEscaping.append(value, to: &bytes)
    put(UInt8(ascii: "\""))
  }

  private mutating func put(_ byte: UInt8) {
    bytes.append(byte)
  }

  private mutating func put(_ name: StaticString) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
