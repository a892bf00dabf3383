import Diagnostics

/// Finds the cells of a CSV file in one pass over its bytes.
struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let dialect: CSVDialect
  private let limits: CSVLimits
  private var index: Int
  private var line = 1
  /// The number of columns: that of the first row.
  private var columns: Int?
  /// The cells of all rows without faults.
  private(set) var spans: [CSVSpan] = []
  /// The first cell of each row, and the number of cells.
  private(set) var rowStarts: [UInt32] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, limits: CSVLimits) {
    self.bytes = bytes
    self.dialect = dialect
    self.limits = limits
    index = BytePlaces.bodyStart(bytes)
    spans.reserveCapacity(bytes.count / 8)
    rowStarts.reserveCapacity(bytes.count / 64)
  }

  /// Scans the whole file; false where no row was found or a limit is passed.
  mutating func scan(_ faults: inout FaultLog) -> Bool {
    let mostRows = limits.rows + (dialect.header ? 1 : 0)
    while index < bytes.count {
      if let comment = dialect.comment, bytes[index] == comment {
        skipLine()
        continue
      }
      guard rowStarts.count < mostRows else {
        faults.add("csv.rows", at: place(index), "a table has at most \(limits.rows) rows")
        return false
      }
      guard scanRow(&faults) else { return false }
    }
    guard columns != nil else {
      faults.add(
        "csv.empty", at: .start, "a table has a row",
        remedy: dialect.header ? "name the columns in the first row" : nil)
      return false
    }
    rowStarts.append(UInt32(spans.count))
    return true
  }

  /// Scans one row with its line break, and keeps its cells if there is no fault; false where there
  /// are more columns than can be.
  private mutating func scanRow(_ faults: inout FaultLog) -> Bool {
    let first = spans.count
    let (start, startLine, before) = (index, line, faults.count)
    var more = true
    while more {
      guard spans.count - first < limits.columns else {
        faults.add("csv.columns", at: place(index), "a table has at most \(limits.columns) columns")
        return false
      }
      scanCell(&faults)
      more = index < bytes.count && bytes[index] == dialect.delimiter
      if more { index += 1 }
    }
    if faults.count == before { check(from: first, start, startLine, &faults) }
    skipLineBreak()
    if faults.count == before {
      rowStarts.append(UInt32(first))
      columns = columns ?? spans.count - first
    } else {
      columns = columns ?? spans.count - first
      spans.removeSubrange(first...)
    }
    return true
  }

  /// Reports a row, scanned to its end, that is blank or not as long as the first.
  private func check(
    from first: Int, _ start: Int, _ line: Int, _ faults: inout FaultLog
  ) {
    let (count, end) = (spans.count - first, index)
    guard let columns else {
      if dialect.header, start == end {
        faults.add("csv.blank-line", at: place(start, line), "the first line names the columns")
      }
      return
    }
    guard columns > 1 else {
      if count > 1 { reportRagged(from: first, columns, &faults) }
      return
    }
    if spans[first...].allSatisfy({ $0.start == $0.end && !$0.isQuoted }),
      count == columns || start == end
    {
      faults.add(
        "csv.blank-line", at: place(start, line), "a row has no value",
        remedy: "take the line out")
    } else if count != columns {
      reportRagged(from: first, columns, &faults)
    }
  }

  private func reportRagged(from first: Int, _ columns: Int, _ faults: inout FaultLog) {
    let count = spans.count - first
    func cells(_ number: Int) -> String { number == 1 ? "1 cell" : "\(number) cells" }
    let place: SourceRange
    if count > columns {
      let extra = spans[first + columns]
      place = self.place(Int(extra.start) - (extra.isQuoted ? 1 : 0), Int(extra.line))
    } else {
      place = self.place(index)
    }
    faults.add(
      "csv.ragged-row", at: place, "a row is not as long as the first", found: cells(count),
      expected: cells(columns),
      remedy: count > columns ? "put cells that hold a delimiter in quotes" : nil)
  }

  /// Scans one cell up to the delimiter, line break or end.
  private mutating func scanCell(_ faults: inout FaultLog) {
    if dialect.skipsInitialSpace {
      while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    }
    var span = CSVSpan(start: UInt32(index), end: 0, line: UInt32(truncatingIfNeeded: line))
    if index < bytes.count, bytes[index] == dialect.quote {
      scanQuoted(&span, &faults)
    } else {
      let start = index
      skipPlain()
      if index < bytes.count, bytes[index] == dialect.quote {
        faults.add(
          "csv.quote", at: place(index), "a quote stands in a cell that does not begin with one",
          remedy: "put the whole cell in quotes and double those inside")
        skipRestOfCell()
      } else if isLoneReturn {
        reportLoneReturn(&faults)
      }
      span.end = UInt32(index)
      if index - start > limits.cellBytes { reportLength(start, &faults) }
    }
    spans.append(span)
  }

  private mutating func scanQuoted(_ span: inout CSVSpan, _ faults: inout FaultLog) {
    let (opening, openingLine) = (index, line)
    index += 1
    span.start = UInt32(index)
    span.isQuoted = true
    while index < bytes.count {
      let byte = bytes[index]
      if byte == dialect.quote {
        guard index + 1 < bytes.count, bytes[index + 1] == dialect.quote else { break }
        span.hasDoubledQuotes = true
        index += 2
        continue
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    span.end = UInt32(index)
    if index - opening > limits.cellBytes { reportLength(opening, &faults) }
    guard index < bytes.count else {
      faults.add(
        "csv.unterminated-quote", at: place(opening, openingLine), "a quote is not closed",
        remedy: "close it, or double it if it belongs to the text")
      return
    }
    index += 1
    if index < bytes.count, !isEndOfCell(bytes[index]) {
      faults.add(
        "csv.text-after-quote", at: place(index), "text follows the closing quote",
        remedy: "put the whole cell in quotes and double those inside")
      skipRestOfCell()
    } else if isLoneReturn {
      reportLoneReturn(&faults)
    }
  }

  /// Moves to the next delimiter, quote or line break.
  private mutating func skipPlain() {
    let (delimiter, quote) = (dialect.delimiter, dialect.quote)
    var position = index
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        || byte == quote
      {
        break
      }
      position += 1
    }
    index = position
  }

  private mutating func skipRestOfCell() {
    while index < bytes.count, !isEndOfCell(bytes[index]) { index += 1 }
  }

  private func isEndOfCell(_ byte: UInt8) -> Bool {
    byte == dialect.delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Whether a carriage return stands here without the line feed that belongs to it.
  private var isLoneReturn: Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: "\r")
      && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
  }

  private mutating func reportLoneReturn(_ faults: inout FaultLog) {
    faults.add(
      "csv.line-break", at: place(index), "a line ends with a carriage return alone",
      expected: "a line feed, or carriage return and line feed")
    index += 1
    skipRestOfCell()
  }

  private func reportLength(_ start: Int, _ faults: inout FaultLog) {
    faults.add(
      "csv.cell-length", at: SourceRange(BytePlaces.position(of: start, in: bytes)),
      "a cell has at most \(limits.cellBytes) bytes", found: "\(index - start) bytes")
  }

  private mutating func skipLineBreak() {
    if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\n") else { return }
    index += 1
    line += 1
  }

  private mutating func skipLine() {
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    skipLineBreak()
  }

  private func place(_ offset: Int, _ line: Int? = nil) -> SourceRange {
    SourceRange(BytePlaces.position(of: offset, line: line ?? self.line, in: bytes))
  }
}
