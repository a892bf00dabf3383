import Diagnostics

/// Refuses pages that the library would take long for. Exact counts are made only where the bytes of
/// the whole page leave room for a limit to be exceeded.
struct LimitCheck {
  let source: SourceText
  let counts: ByteCounts
  let options: MarkdownOptions

  private var limits: MarkdownLimits { options.limits }

  /// The first limit that is exceeded.
  func fault() -> Diagnostic? {
    if source.bytes.count > limits.pageBytes {
      return fault(line: 1, "the page is too long", source.bytes.count, limits.pageBytes, "bytes")
    }
    if counts.nulls > 0, let index = source.bytes.firstIndex(of: 0) {
      var source = source
      return Diagnostic(
        .error, "markdown.nul", at: SourceLocation(source.path, source.range(index..<index)),
        "the page holds a NUL character", remedy: "remove it; the file may be no text")
    }
    for number in 1...source.lineStarts.count {
      guard let line = source.line(number) else { continue }
      if line.count > limits.lineBytes {
        return fault(line: number, "the line is too long", line.count, limits.lineBytes, "bytes")
      }
      let depth = depth(of: line)
      if depth > limits.blockDepth {
        return fault(
          line: number, "quotes and lists are nested too deep", depth, limits.blockDepth, "levels")
      }
    }
    return tableFault() ?? footnoteFault() ?? inlineFault()
  }

  /// How many quotes and lists a line opens or goes on with: its marks, and two columns of
  /// indentation for each list around it. A line of nothing but marks is a rule.
  private func depth(of line: Range<Int>) -> Int {
    var (marks, blanks) = (0, 0)
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = source.bytes[index]
      let next = index + 1 < line.upperBound ? source.bytes[index + 1] : 0x20
      switch byte {
      case 0x20: if marks == 0 { blanks += 1 }
      case 9: if marks == 0 { blanks += 4 }
      case UInt8(ascii: ">"): marks += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard isBlank(next) else { return depth(marks, blanks) }
        marks += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var end = index
        while end < line.upperBound, (0x30...0x39).contains(source.bytes[end]) { end += 1 }
        guard end + 1 < line.upperBound, isBlank(source.bytes[end + 1]),
          source.bytes[end] == UInt8(ascii: ".") || source.bytes[end] == UInt8(ascii: ")")
        else { return depth(marks, blanks) }
        marks += 1
        index = end
      default: return depth(marks, blanks)
      }
      index += 1
    }
    let isRule = marks > 0 && !source.bytes[line].contains(UInt8(ascii: ">"))
    return isRule ? 0 : depth(marks, blanks)
  }

  private func depth(_ marks: Int, _ blanks: Int) -> Int {
    marks == 0 ? 0 : marks + blanks / 2
  }

  /// A table that is too wide, or tables that are too large together. The row of dashes says how wide one is; it ends with a
  /// blank line at the latest.
  private func tableFault() -> Diagnostic? {
    let widest = counts.bars / 2 + 1
    guard options.extensions.contains(.table),
      counts.bars > limits.tableColumns
        || widest * source.lineStarts.count > limits.tableCells
    else { return nil }
    var columns = 0
    var cells = 0
    var bars = 0
    for number in 1...source.lineStarts.count {
      guard let line = source.line(number) else { continue }
      let above = bars
      bars = source.bytes[line].count { $0 == UInt8(ascii: "|") }
      if let width = delimiters(in: line) {
        columns = max(columns, width)
        if max(columns, above - 1) > limits.tableColumns {
          return fault(
            line: number, "the table is too wide", max(columns, above - 1), limits.tableColumns,
            "columns")
        }
      } else if isBlankLine(line) {
        columns = 0
      }
      guard columns > 0 else { continue }
      cells += columns
      if cells > limits.tableCells {
        return fault(
          line: number, "the page's tables are too large", cells, limits.tableCells, "cells")
      }
      if bars - 1 > limits.tableColumns {
        return fault(
          line: number, "the table is too wide", bars - 1, limits.tableColumns, "columns")
      }
    }
    return nil
  }

  /// The columns of a row of dashes, or nil where a line is none.
  private func delimiters(in line: Range<Int>) -> Int? {
    var (dashes, bars) = (0, 0)
    var (isOpen, isClosed) = (false, false)
    for index in line {
      let byte = source.bytes[index]
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: ":"):
        dashes += byte == UInt8(ascii: "-") ? 1 : 0
        isClosed = false
      case UInt8(ascii: "|"):
        if dashes == 0, bars == 0 { isOpen = true }
        bars += 1
        isClosed = true
      case UInt8(ascii: ">"), 0x20, 9: break
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        if dashes + bars > 0 { return nil }
      default: return nil
      }
    }
    return dashes > 0 ? bars + 1 - (isOpen ? 1 : 0) - (isClosed ? 1 : 0) : nil
  }

  private func footnoteFault() -> Diagnostic? {
    guard counts.brackets > limits.footnoteReferences else { return nil }
    var found = 0
    for number in 1...source.lineStarts.count {
      guard let line = source.line(number) else { continue }
      found += pairs(in: line, UInt8(ascii: "["), [UInt8(ascii: "^")])
      if found > limits.footnoteReferences {
        return fault(
          line: number, "the page has too many footnote references", found,
          limits.footnoteReferences, "of them")
      }
    }
    return nil
  }

  /// Too many marks in one paragraph. Runs of lines without a blank one are counted first; only where
  /// such a run exceeds a limit is it worth finding out what its lines are.
  private func inlineFault() -> Diagnostic? {
    guard counts.brackets > limits.brackets || counts.angles > limits.markupOpenings else {
      return nil
    }
    var marks = InlineMarks()
    for number in 1...source.lineStarts.count {
      guard let line = source.line(number) else { continue }
      if isBlankLine(line) { marks = InlineMarks() }
      marks.add(self.marks(in: line))
      if excess(marks) != nil { return exactInlineFault() }
    }
    return nil
  }

  /// The first paragraph, heading or table row that exceeds a limit.
  private func exactInlineFault() -> Diagnostic? {
    for lines in BlockOutline.leafLines(of: source.bytes, options: options) {
      var marks = InlineMarks()
      for number in lines {
        guard let line = source.line(number) else { continue }
        marks.add(self.marks(in: line))
        if let (what, found, limit) = excess(marks) {
          return fault(line: number, "the paragraph has too many marks", found, limit, what)
        }
      }
    }
    return nil
  }

  private func excess(_ marks: InlineMarks) -> (String, Int, Int)? {
    if marks.brackets > limits.brackets { return ("`[`", marks.brackets, limits.brackets) }
    if marks.openings > limits.markupOpenings {
      return ("`<?` or `<!`", marks.openings, limits.markupOpenings)
    }
    return nil
  }

  private func marks(in line: Range<Int>) -> InlineMarks {
    InlineMarks(
      brackets: source.bytes[line].count { $0 == UInt8(ascii: "[") },
      openings: pairs(in: line, UInt8(ascii: "<"), [UInt8(ascii: "?"), UInt8(ascii: "!")]))
  }

  private func pairs(in line: Range<Int>, _ first: UInt8, _ second: [UInt8]) -> Int {
    line.dropLast().count {
      source.bytes[$0] == first && second.contains(source.bytes[$0 + 1])
    }
  }

  private func isBlankLine(_ line: Range<Int>) -> Bool {
    line.allSatisfy { isBlank(source.bytes[$0]) || source.bytes[$0] == UInt8(ascii: ">") }
  }

  private func fault(
    line: Int, _ summary: String, _ found: Int, _ limit: Int, _ unit: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "markdown.limit",
      at: SourceLocation(source.path, SourceRange(source.position(line: line))), summary,
      found: "\(found) \(unit)", expected: "at most \(limit)",
      remedy: "divide it into smaller parts")
  }
}

/// Marks that cost the library time, counted over a stretch of text.
private struct InlineMarks {
  var brackets = 0
  var openings = 0

  mutating func add(_ other: InlineMarks) {
    brackets += other.brackets
    openings += other.openings
  }
}
