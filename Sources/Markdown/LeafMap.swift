/// Says where the raw text of a paragraph, heading or cell stands in the page.
///
/// The library hands its inline parser a block's lines without the marks of quotes and lists and
/// without indentation, and counts lines and columns in that text. It forgets the line ends inside
/// the destinations and titles of links, and the definitions of links that opened the paragraph.
/// This map undoes all of it: from the library's line and column to the content, from there to the
/// page.
struct LeafMap {
  let content: UnsafeBufferPointer<UInt8>
  /// For each piece of the content, its offset there and the offset in the page that matches it. A
  /// piece is a line; in cells, whose content has `|` for `\|`, what follows such a bar.
  private(set) var pieces: [(content: Int, source: Int)] = []
  /// The library's line and column of the content's first byte.
  private let base: (line: Int, column: Int)
  /// How many line ends the library has forgotten so far; and how many more on the line that it
  /// believes to be on, which tell only from the next line on.
  private var forgotten = 0
  private var pending = (line: 0, count: 0)
  private let isCell: Bool

  /// A paragraph or heading that begins on one of these lines of the page.
  init(block: MarkdownNode, lines: ClosedRange<Int>, source: SourceText) {
    content = block.content
    isCell = false
    if let start = Self.atxStart(block, source: source) {
      base = (block.startLine, start - source.lineStarts[block.startLine - 1] + 1)
      pieces = [(0, start)]
    } else {
      base = (block.startLine, block.startColumn)
      align(to: source, from: lines)
    }
  }

  /// A table cell.
  init(cell: MarkdownNode, at place: TableRowSource.Cell, source: SourceText) {
    content = cell.content
    isCell = true
    base = (cell.startLine, cell.startColumn + place.blanksBefore)
    pieces = [(0, place.text.lowerBound)]
    var offset = 0
    var index = place.text.lowerBound
    while index + 1 < place.text.upperBound {
      if source.bytes[index] == UInt8(ascii: "\\"), source.bytes[index + 1] == UInt8(ascii: "|") {
        index += 1
        pieces.append((offset + 1, index + 1))
      }
      offset += 1
      index += 1
    }
  }

  /// The offset in the content that the library's line and column name; nil outside of it.
  mutating func offset(line: Int, column: Int) -> Int? {
    if line > pending.line {
      forgotten += pending.count
      pending = (line, 0)
    }
    let index = isCell ? 0 : line - base.line + forgotten
    guard pieces.indices.contains(index) else { return nil }
    let offset = pieces[index].content + column - base.column
    return (0...content.count).contains(offset) ? offset : nil
  }

  /// Notes that a link ends at `offset` while the library believed to be on `line`.
  mutating func link(endsAt offset: Int, line: Int) {
    let index = line - base.line + forgotten
    guard !isCell, line == pending.line, pieces.indices.contains(index) else { return }
    pending.count = pieces[index...].dropFirst().prefix { $0.content < offset }.count
  }

  /// The offset in the page of an offset in the content.
  func source(_ offset: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].content <= offset { low = middle } else { high = middle }
    }
    return pieces.isEmpty ? 0 : pieces[low].source + offset - pieces[low].content
  }

  /// Where the text of a `#` heading begins, or nil for a paragraph or an underlined heading.
  private static func atxStart(_ block: MarkdownNode, source: SourceText) -> Int? {
    guard block.kind == .heading, let line = source.line(block.startLine) else { return nil }
    var index = line.lowerBound + block.startColumn - 1
    guard index < line.upperBound, source.bytes[index] == UInt8(ascii: "#") else { return nil }
    while index < line.upperBound, source.bytes[index] == UInt8(ascii: "#") { index += 1 }
    while index < line.upperBound, isBlank(source.bytes[index]) { index += 1 }
    return index
  }

  /// Finds each line of the content at the end of a line of the page.
  private mutating func align(to source: SourceText, from range: ClosedRange<Int>) {
    var number = range.lowerBound
    var start = 0
    while start < content.count {
      let end = content[start...].firstIndex { $0 == 10 || $0 == 13 } ?? content.count
      let text = trimmed(start..<end, of: content)
      if pieces.isEmpty { number = firstMatch(text, in: source, within: range) }
      let page = source.line(number).map { trimmed($0, of: source.bytes) }
      pieces.append((start, (page?.upperBound ?? 0) - (text.upperBound - start)))
      number += 1
      start = end + 1
      if start < content.count, content[end] == 13, content[start] == 10 { start += 1 }
    }
  }

  /// The first line that ends with a text: not the very first where definitions stand before it.
  private func firstMatch(
    _ text: Range<Int>, in source: SourceText, within range: ClosedRange<Int>
  ) -> Int {
    for number in range {
      guard let line = source.line(number) else { break }
      let end = trimmed(line, of: source.bytes).upperBound
      if end - line.lowerBound >= text.count,
        content[text].elementsEqual(source.bytes[(end - text.count)..<end])
      {
        return number
      }
    }
    return range.lowerBound
  }

  private func trimmed(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
