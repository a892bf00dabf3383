/// Writes SVG text: the one place that knows about quoting.
///
/// Names are compile-time constants, values and texts are escaped, and characters that XML 1.0 does
/// not allow are left out, so that whatever the data hold, the result is well formed.
struct SVGWriter: Sendable {
  /// What has been written.
  private(set) var bytes: [UInt8] = []
  private var isTagOpen = false

  /// Nothing written, with room for some bytes.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

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

  /// Appends the stretches between the bytes that need it as they are.
  private mutating func appendEscaped(_ text: String, inAttribute: Bool) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      var index = 0
      while index < utf8.count {
        var length = 1
        let replacement: StaticString
        switch utf8[index] {
        case UInt8(ascii: "&"): replacement = "&amp;"
        case UInt8(ascii: "<"): replacement = "&lt;"
        case UInt8(ascii: ">"): replacement = "&gt;"
        case UInt8(ascii: "\"") where inAttribute: replacement = "&quot;"
        case 0x09, 0x0A, 0x0D: replacement = " "
        case 0..<0x20: replacement = ""
        case 0xEF where Self.isForbidden(utf8[index...].prefix(3)): (replacement, length) = ("", 3)
        default:
          index += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        append(replacement)
        index += length
        start = index
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  /// Whether the bytes are U+FFFE or U+FFFF.
  private static func isForbidden(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.elementsEqual([0xEF, 0xBF, 0xBE]) || bytes.elementsEqual([0xEF, 0xBF, 0xBF])
  }
}
