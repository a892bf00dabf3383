import Diagnostics

/// The bytes of a page's Markdown with the places of its lines, which turns offsets into positions of
/// the file.
struct SourceText {
  let bytes: UnsafeBufferPointer<UInt8>
  let path: String
  /// The place of the first byte in the file.
  let origin: SourcePosition
  /// The offset of each line's first byte. Lines end in LF, CRLF or CR, as the library has it.
  let lineStarts: [Int]
  /// The last offset asked for, its line and its column counted from 0: offsets come nearly in order.
  private var last = (offset: 0, line: 0, column: 0)

  init(bytes: UnsafeBufferPointer<UInt8>, path: String, origin: SourcePosition) {
    self.bytes = bytes
    self.path = path
    self.origin = origin
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 10 || byte == 13 else { continue }
      if byte == 13, index < bytes.count, bytes[index] == 10 { index += 1 }
      starts.append(index)
    }
    lineStarts = starts
  }

  /// The offsets of a line without its ending. Lines count from 1; nil outside the text.
  func line(_ number: Int) -> Range<Int>? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    return start..<end
  }

  /// The first place of a line of this text, in the file.
  func position(line: Int) -> SourcePosition {
    SourcePosition(line: max(line, 1), column: 1).shifted(to: origin)
  }

  /// The place of an offset, in the file.
  mutating func position(_ offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    if line != last.line { last = (lineStarts[line], line, 0) }
    let column =
      offset >= last.offset
      ? last.column + scalars(last.offset..<offset) : last.column - scalars(offset..<last.offset)
    last = (offset, line, column)
    return SourcePosition(line: line + 1, column: column + 1).shifted(to: origin)
  }

  /// The places of a range of offsets, in the file.
  mutating func range(_ offsets: Range<Int>) -> SourceRange {
    let start = position(offsets.lowerBound)
    return SourceRange(start, position(offsets.upperBound))
  }

  /// The line, counted from 0, that holds an offset: the last one asked for or by bisection.
  private func lineIndex(of offset: Int) -> Int {
    let start = lineStarts[last.line]
    let end = last.line + 1 < lineStarts.count ? lineStarts[last.line + 1] : bytes.count + 1
    if (start..<end).contains(offset) { return last.line }
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// How many Unicode scalars begin in a range.
  private func scalars(_ offsets: Range<Int>) -> Int {
    var count = 0
    for index in offsets where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
