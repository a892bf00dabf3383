public import Diagnostics

/// A CSV file taken apart into cells, which are slices of its bytes until they are asked for.
public struct CSVDocument: Sendable {
  /// The names of the columns; empty where the dialect has no header.
  public let header: [CSVCell]
  /// The rows below the header, all equally long.
  public let records: CSVRecords

  init(_ storage: CSVStorage, hasHeader: Bool) {
    let rows = CSVRecords(storage: storage, startIndex: 0, endIndex: storage.rowCount)
    header = hasHeader ? rows.first.map(Array.init) ?? [] : []
    records = CSVRecords(
      storage: storage, startIndex: hasHeader ? min(1, storage.rowCount) : 0,
      endIndex: storage.rowCount)
  }

  /// The contents of the cells of one column, from the first row below the header to the last; none where
  /// there is no such column.
  public func texts(ofColumn column: Int) -> [String] {
    guard let first = records.first, 0..<first.count ~= column else { return [] }
    return records.storage.texts(column, records.range)
  }
}

/// The rows of a CSV file.
public struct CSVRecords: RandomAccessCollection, Sendable {
  let storage: CSVStorage
  /// The first position.
  public let startIndex: Int
  /// The position after the last.
  public let endIndex: Int

  var range: Range<Int> { startIndex..<endIndex }

  /// The row at a position.
  public subscript(position: Int) -> CSVRecord {
    CSVRecord(
      storage: storage, startIndex: Int(storage.rowStarts[position]),
      endIndex: Int(storage.rowStarts[position + 1]))
  }
}

/// A row of a CSV file.
public struct CSVRecord: RandomAccessCollection, Sendable {
  let storage: CSVStorage
  /// The first position.
  public let startIndex: Int
  /// The position after the last.
  public let endIndex: Int

  /// The cell at a position.
  public subscript(position: Int) -> CSVCell {
    CSVCell(storage: storage, span: storage.spans[position])
  }

  /// The line on which the row begins.
  public var line: Int {
    startIndex < endIndex ? Int(storage.spans[startIndex].line) : 1
  }
}

/// A cell of a CSV file.
public struct CSVCell: Sendable {
  let storage: CSVStorage
  let span: CSVSpan

  /// The content, with the quotes taken off and doubled quotes made single.
  public var text: String { storage.bytes.withUnsafeBufferPointer { storage.text(span, in: $0) } }

  /// The bytes between delimiters or quotes, doubled quotes as written.
  public var bytes: ArraySlice<UInt8> { storage.bytes[Int(span.start)..<Int(span.end)] }

  /// Whether the cell stands in quotes.
  public var isQuoted: Bool { span.isQuoted }

  /// The place of the cell in its file, quotes included.
  public var range: SourceRange {
    let margin = span.isQuoted ? 1 : 0
    let (start, end) = (Int(span.start) - margin, Int(span.end) + margin)
    return storage.bytes.withUnsafeBufferPointer { all in
      let first = BytePlaces.position(of: start, line: Int(span.line), in: all)
      return SourceRange(first, BytePlaces.advance(first, over: all[start..<min(end, all.count)]))
    }
  }
}

/// The bytes of one cell.
struct CSVSpan: Sendable {
  var start: UInt32
  var end: UInt32
  /// The line on which the cell begins.
  var line: UInt32
  var isQuoted = false
  var hasDoubledQuotes = false
}

/// What the cells of a file are slices of.
final class CSVStorage: Sendable {
  let bytes: [UInt8]
  let quote: UInt8
  let spans: [CSVSpan]
  /// The first span of each row, and the number of spans.
  let rowStarts: [UInt32]

  var rowCount: Int { rowStarts.count - 1 }

  init(bytes: [UInt8], quote: UInt8, spans: [CSVSpan], rowStarts: [UInt32]) {
    self.bytes = bytes
    self.quote = quote
    self.spans = spans
    self.rowStarts = rowStarts
  }

  /// The contents of the cells of one column in some rows.
  func texts(_ column: Int, _ rows: Range<Int>) -> [String] {
    bytes.withUnsafeBufferPointer { all in
      rows.map { text(spans[Int(rowStarts[$0]) + column], in: all) }
    }
  }

  /// The content of a cell of these bytes, with doubled quotes made single.
  func text(_ span: CSVSpan, in all: UnsafeBufferPointer<UInt8>) -> String {
    let cell = UnsafeBufferPointer(rebasing: all[Int(span.start)..<Int(span.end)])
    guard span.hasDoubledQuotes else { return String(decoding: cell, as: UTF8.self) }
    var content: [UInt8] = []
    content.reserveCapacity(cell.count)
    var index = 0
    while index < cell.count {
      content.append(cell[index])
      index += cell[index] == quote ? 2 : 1
    }
    return String(decoding: content, as: UTF8.self)
  }
}
