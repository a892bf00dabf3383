import Diagnostics

/// The tokens of JSON over UTF-8 bytes that are known to be valid, with line and column.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var line = 1
  /// The byte at which the line begins, plus its bytes so far that continue a scalar: the column is
  /// the distance from here.
  private var columnBase = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The byte here, or nil at the end.
  var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// The place of the byte here.
  var position: SourcePosition {
    // A text has at most `JSONReader.sizeLimit` bytes.
    SourcePosition(
      line: Int32(truncatingIfNeeded: line),
      column: Int32(truncatingIfNeeded: index - columnBase + 1))
  }

  /// Goes past one byte that is neither a line break nor part of a longer scalar.
  mutating func advance() { index += 1 }

  /// Goes past `wanted` if it stands here.
  mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    index += 1
    return true
  }

  /// A mark that some editors put in front; a reader may ignore it (RFC 8259, section 8.1).
  mutating func skipByteOrderMark() {
    guard bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF else { return }
    index = 3
    columnBase = 2
  }

  /// Goes past blanks and line breaks.
  mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        index += 1
      case UInt8(ascii: "\n"):
        startLine()
      case UInt8(ascii: "\r"):
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
        startLine()
      default:
        return
      }
    }
  }

  private mutating func startLine() {
    index += 1
    line += 1
    columnBase = index
  }

  /// `true`, `false` or `null`.
  mutating func word(
    _ word: StaticString, _ value: DocumentNode.Value
  ) throws(JSONFault) -> DocumentNode.Value {
    let end = index + word.utf8CodeUnitCount
    let isThere = word.withUTF8Buffer { wanted in
      end <= bytes.count && bytes[index..<end].elementsEqual(wanted)
    }
    guard isThere, end == bytes.count || !isWordByte(bytes[end]) else {
      throw unexpected(expected: "a value")
    }
    index = end
    return value
  }

  /// A number: minus, digits without a leading zero, fraction, exponent.
  mutating func number() throws(JSONFault) -> DocumentNode.Value {
    let start = index
    let place = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    if let byte, isWordByte(byte) || byte == UInt8(ascii: ".") {
      throw unexpected(expected: "the end of the number")
    }

    let literal = String(decoding: bytes[start..<index], as: UTF8.self)
    if let number = ShortDecimal.value(UnsafeBufferPointer(rebasing: bytes[start..<index])) {
      return .number(number, literal: literal)
    }
    guard let number = Double(literal), number.isFinite else {
      throw JSONFault(
        id: "json.number", range: SourceRange(place, position),
        summary: "a number lies between -1.8e308 and 1.8e308", found: literal)
    }
    return .number(number, literal: literal)
  }

  private mutating func digits() throws(JSONFault) {
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    if index == start { throw unexpected(expected: "a digit") }
  }

  /// Goes past a text in double quotes that begins here if it is `expected`, written without escapes.
  mutating func take(_ expected: String) -> Bool {
    let end = expected.utf8.withContiguousStorageIfAvailable { wanted -> Int? in
      let end = index + 1 + wanted.count
      guard end < bytes.count, bytes[end] == UInt8(ascii: "\""),
        bytes[(index + 1)..<end].elementsEqual(wanted), wanted.allSatisfy(Self.isPlain)
      else { return nil }
      return end
    }
    guard let end = end ?? nil else { return false }
    index = end + 1
    return true
  }

  /// Whether a byte stands for itself in a text and is one column wide.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// A text in double quotes, which begins here.
  mutating func string() throws(JSONFault) -> String {
    let opening = position
    index += 1
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        index += 1
        return text
      }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      if byte & 0xC0 == 0x80 { columnBase += 1 }
      index += 1
    }
    return try escapedString(from: start, opening: opening)
  }

  /// The rest of a text of which the bytes from `start` up to here stand for themselves.
  private mutating func escapedString(
    from start: Int, opening: SourcePosition
  ) throws(JSONFault) -> String {
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try escape(into: &text)
      case 0..<0x20:
        throw JSONFault(
          id: "json.control-character", range: SourceRange(position),
          summary: "a text holds no line break, tab or other control character",
          found: controlName(byte), remedy: "write `\(escapeName(byte))`, or close the text")
      default:
        if byte & 0xC0 == 0x80 { columnBase += 1 }
        text.append(byte)
        index += 1
      }
    }
    throw JSONFault(
      id: "json.syntax", range: SourceRange(opening), summary: "a text is not closed",
      found: "the end of the file", expected: "`\"`")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    let start = position
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[index])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      index += 1
      text.append(contentsOf: Array(String(try unicodeEscape(start)).utf8))
      return
    default:
      throw JSONFault(
        id: "json.escape", range: SourceRange(start), summary: "unknown escape in a text",
        expected: "one of `\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000`",
        remedy: "write a backslash as `\\\\`")
    }
    index += 1
  }

  /// The scalar of one `uXXXX` whose `u` is behind us, or of a pair of them.
  private mutating func unicodeEscape(_ start: SourcePosition) throws(JSONFault) -> Unicode.Scalar {
    let high = try hexUnit()
    if let scalar = Unicode.Scalar(high) { return scalar }
    if high < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      let low = try hexUnit()
      if 0xDC00...0xDFFF ~= low,
        let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      {
        return scalar
      }
    }
    throw JSONFault(
      id: "json.escape", range: SourceRange(start, position),
      summary: "an escape stands for half a character",
      found: "a lone surrogate `\\u\(String(high, radix: 16))`",
      remedy: "write the character itself, or both halves of the pair")
  }

  private mutating func hexUnit() throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = hexDigit(byte) else {
        throw unexpected(expected: "four hexadecimal digits after `\\u`")
      }
      unit = unit << 4 | digit
      index += 1
    }
    return unit
  }

  /// The error that what stands here is not what the grammar expects.
  func unexpected(expected: String) -> JSONFault {
    JSONFault(
      id: "json.syntax", range: SourceRange(position), summary: "this is not JSON",
      found: found, expected: expected, remedy: remedy)
  }

  /// What stands here, for a message: a word, one character, or the end.
  private var found: String {
    guard let first = byte else { return "the end of the text" }
    guard isWordByte(first) else {
      if first < 0x20 { return controlName(first) }
      let rest = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
      return "`\(rest.unicodeScalars.prefix(1))`"
    }
    let end = bytes[index..<min(index + 20, bytes.count)].firstIndex { !isWordByte($0) }
    return
      "`\(String(decoding: bytes[index..<(end ?? min(index + 20, bytes.count))], as: UTF8.self))`"
  }

  /// Advice for the habits of JavaScript that JSON does not share.
  private var remedy: String? {
    guard let byte else { return nil }
    switch byte {
    case UInt8(ascii: "'"): return "write texts in double quotes"
    case UInt8(ascii: "/"): return "JSON has no comments: remove it"
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      return "remove the comma before it, or close in order"
    default: return nil
    }
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

private func isWordByte(_ byte: UInt8) -> Bool {
  isDigit(byte) || byte == UInt8(ascii: "_")
    || (byte | 0x20) >= UInt8(ascii: "a")
      && (byte | 0x20) <= UInt8(ascii: "z")
}

private func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
  default: nil
  }
}

private func controlName(_ byte: UInt8) -> String {
  switch byte {
  case UInt8(ascii: "\n"), UInt8(ascii: "\r"): "a line break"
  case UInt8(ascii: "\t"): "a tab"
  default: "the control character U+00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))"
  }
}

private func escapeName(_ byte: UInt8) -> String {
  switch byte {
  case UInt8(ascii: "\n"): "\\n"
  case UInt8(ascii: "\r"): "\\r"
  case UInt8(ascii: "\t"): "\\t"
  default: "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))"
  }
}
