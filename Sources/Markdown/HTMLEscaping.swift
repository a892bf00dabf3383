/// Escapes text for HTML, byte by byte, so that no combination of characters slips through.
package enum HTMLEscaping {
  /// The text with `&`, `<`, `>`, `"` and `'` as references and NUL as U+FFFD: safe as the content of
  /// an element and inside a quoted attribute value.
  package static func escape(_ text: some StringProtocol) -> String { escape(String(text)) }

  /// The same for a whole string, which is handed back as it is where it needs nothing.
  package static func escape(_ text: String) -> String {
    var text = text
    let escaped = text.withUTF8 { source -> String? in
      guard source.contains(where: needsEscape) else { return nil }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(source.count + 32)
      append(source, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    return escaped ?? text
  }

  /// Appends the escaped text.
  package static func append(_ text: some StringProtocol, to bytes: inout [UInt8]) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &bytes) }
    if done == nil {
      var copy = String(text)
      copy.withUTF8 { append($0, to: &bytes) }
    }
  }

  /// Appends runs that need nothing in one piece.
  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var clean = text.startIndex
    for index in text.indices where needsEscape(text[index]) {
      bytes.append(contentsOf: text[clean..<index])
      bytes.append(contentsOf: reference(text[index]).utf8)
      clean = index + 1
    }
    bytes.append(contentsOf: text[clean...])
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private static func reference(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"
    }
  }
}
