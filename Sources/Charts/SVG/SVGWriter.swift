/// Writes SVG text: the one place that knows about quoting.
///
/// Names are compile-time constants, values and texts are escaped, and characters that XML 1.0 does
/// not allow are left out, so that whatever the data hold, the result is well formed.
struct SVGWriter: Sendable {
  /// What has been written.
  private(set) var bytes: [UInt8] = []
  private var isTagOpen = false

  /// The text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Begins an element; attributes may follow.
  mutating func open(_ name: StaticString) {
    finishTag()
    bytes.append(UInt8(ascii: "<"))
    append(name)
    isTagOpen = true
  }

  /// Ends an element: `/>` if nothing stands in it.
  mutating func close(_ name: StaticString) {
    if isTagOpen {
      append("/>")
      isTagOpen = false
    } else {
      append("</")
      append(name)
      bytes.append(UInt8(ascii: ">"))
    }
  }

  /// Adds an attribute to the element just begun.
  mutating func attribute(_ name: StaticString, _ value: String) {
    attribute(name) { $0.appendEscaped(value, inAttribute: true) }
  }

  /// Adds an attribute with a number.
  mutating func attribute(_ name: StaticString, _ value: Double) {
    attribute(name) { SVGNumber.append(value, to: &$0.bytes) }
  }

  /// Adds an attribute whose value is written by a closure of numbers and constant words.
  mutating func attribute(_ name: StaticString, _ write: (inout SVGWriter) -> Void) {
    bytes.append(UInt8(ascii: " "))
    append(name)
    append("=\"")
    write(&self)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds text to the element.
  mutating func characters(_ text: String) {
    finishTag()
    appendEscaped(text, inAttribute: false)
  }

  /// Adds markup that another writer has made.
  mutating func markup(_ other: SVGWriter) {
    finishTag()
    bytes.append(contentsOf: other.bytes)
  }

  /// Adds a number to the attribute being written.
  mutating func number(_ value: Double) { SVGNumber.append(value, to: &bytes) }

  /// Adds path data, which holds nothing to escape, to the attribute being written.
  mutating func data(_ data: [UInt8]) { bytes.append(contentsOf: data) }

  /// Adds a constant word to the attribute being written.
  mutating func word(_ word: StaticString) { append(word) }

  private mutating func finishTag() {
    guard isTagOpen else { return }
    bytes.append(UInt8(ascii: ">"))
    isTagOpen = false
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func appendEscaped(_ text: String, inAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: append("&amp;")
      case 0x3C: append("&lt;")
      case 0x3E: append("&gt;")
      case 0x22 where inAttribute: append("&quot;")
      case 0x09, 0x0A, 0x0D: bytes.append(UInt8(ascii: " "))
      case 0..<0x20, 0xFFFE, 0xFFFF: continue
      case 0..<0x80: bytes.append(UInt8(scalar.value))
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
