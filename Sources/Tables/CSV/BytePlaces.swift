import Diagnostics

/// Places in UTF-8 text by byte: a column is a Unicode scalar, so continuation bytes do not count.
enum BytePlaces {
  /// Where the text begins: after a byte order mark.
  static func bodyStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The place of a byte on a known line.
  static func position(
    of offset: Int, line: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> SourcePosition {
    let body = bodyStart(bytes)
    var lineStart = offset
    while lineStart > body, bytes[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
    return advance(SourcePosition(line: line, column: 1), over: bytes[lineStart..<offset])
  }

  /// The place of a byte on a line that has to be found.
  static func position(
    of offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> SourcePosition {
    let breaks = bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    return position(of: offset, line: breaks + 1, in: bytes)
  }

  /// The place after some bytes.
  static func advance(_ start: SourcePosition, over bytes: some Sequence<UInt8>) -> SourcePosition {
    bytes.reduce(into: start) { place, byte in
      if byte == UInt8(ascii: "\n") {
        place = SourcePosition(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
  }
}
