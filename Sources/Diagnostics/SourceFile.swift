/// A text with its path and the beginnings of its lines: places become bytes, bytes become places.
///
/// A line ends with LF, CR LF or CR alone. Columns count Unicode scalars from 1.
public struct SourceFile: Sendable {
  /// The path, as it is printed.
  public let path: String
  /// The text.
  public let text: String
  /// The byte at which each line begins; never empty, ascending.
  private let lineStarts: [Int]

  /// Notes where the lines of `text` begin, in one pass.
  public init(path: String, text: String) {
    var text = text
    var starts = [0]
    text.withUTF8 { bytes in
      for (index, byte) in bytes.enumerated() {
        let next = index + 1
        let endsLine =
          byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
            && (next == bytes.count || bytes[next] != UInt8(ascii: "\n"))
        if endsLine { starts.append(next) }
      }
    }
    self.path = path
    self.text = text
    self.lineStarts = starts
  }

  /// How many lines there are; a text that ends with a line break has an empty last line.
  public var lineCount: Int { lineStarts.count }

  /// A line's text without its line break, counted from 1; nil where there is no such line.
  public func line(_ number: Int) -> Substring? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    let end = number < lineStarts.count ? lineStarts[number] : text.utf8.count
    let utf8 = text.utf8
    var from = utf8.index(utf8.startIndex, offsetBy: start)
    var to = utf8.index(utf8.startIndex, offsetBy: end)
    if number < lineStarts.count {
      to = utf8.index(before: to)
      if to > from, utf8[to] == UInt8(ascii: "\n"),
        utf8[utf8.index(before: to)] == UInt8(ascii: "\r")
      {
        to = utf8.index(before: to)
      }
    }
    from = min(from, to)
    return Substring(text.unicodeScalars[from..<to])
  }

  /// The place of the scalar that holds the byte at `offset`; an offset outside the text is moved to
  /// its nearer end.
  public func position(atByte offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), text.utf8.count)
    let line = lineIndex(ofByte: offset)
    let utf8 = text.utf8
    let from = utf8.index(utf8.startIndex, offsetBy: lineStarts[line])
    let to = utf8.index(utf8.startIndex, offsetBy: offset)
    var column = 1
    for byte in utf8[from..<to] where !isContinuation(byte) { column += 1 }
    if to < utf8.endIndex, isContinuation(utf8[to]) { column -= 1 }
    return SourcePosition(line: line + 1, column: max(column, 1))
  }

  /// The range between two bytes.
  public func range(ofBytes bytes: Range<Int>) -> SourceRange {
    SourceRange(position(atByte: bytes.lowerBound), position(atByte: bytes.upperBound))
  }

  /// The byte at which the scalar at `position` begins; a place outside the text is moved to the end
  /// of its line or of the text.
  public func byte(at position: SourcePosition) -> Int {
    guard position.line >= 1 else { return 0 }
    guard let line = line(position.line) else { return text.utf8.count }
    var offset = lineStarts[position.line - 1]
    for scalar in line.unicodeScalars.prefix(max(position.column - 1, 0)) {
      offset += UTF8.width(scalar)
    }
    return offset
  }

  /// The index of the line that holds a byte, by bisection.
  private func lineIndex(ofByte offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

/// Whether a UTF-8 byte continues a scalar rather than beginning one.
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
