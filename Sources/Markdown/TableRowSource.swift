/// The cells of one row of a pipe table as they stand in the page.
struct TableRowSource {
  /// One cell: its text without the blanks around it, and how many stand before it.
  struct Cell {
    var text: Range<Int>
    var blanksBefore: Int
  }

  private(set) var cells: [Cell] = []

  /// Splits a row at every bar without a backslash before it, as the library does. The first and the
  /// last bar are optional.
  init(_ row: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    var start = row.lowerBound
    var end = row.upperBound
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    while start < end, isBlank(bytes[start]) { start += 1 }
    if start < end, bytes[start] == UInt8(ascii: "|") { start += 1 }
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "|"),
        index == row.lowerBound || bytes[index - 1] != UInt8(ascii: "\\")
      {
        cells.append(Self.cell(start..<index, of: bytes))
        start = index + 1
      }
      index += 1
    }
    if start < end { cells.append(Self.cell(start..<end, of: bytes)) }
  }

  private static func cell(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Cell {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return Cell(text: start..<end, blanksBefore: start - range.lowerBound)
  }
}
