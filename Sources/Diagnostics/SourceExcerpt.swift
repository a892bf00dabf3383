/// One line of a source as a terminal shows it, and the caret that stands below a range of it.
///
/// Tabs become blanks up to the next multiple of four cells, wide characters take two cells,
/// combining marks none, control characters are shown as `·`. A long line is cut on both sides of
/// the caret.
struct SourceExcerpt {
  /// The cells that a line may take.
  static let width = 100

  /// The line.
  let text: String
  /// The blanks before the caret.
  let padding: String
  /// `^`, followed by `~` below the rest of the range.
  let caret: String

  /// The excerpt of `line` for the part of `range` that lies on its first line; nil where the line is
  /// blank.
  init?(line: Substring, range: SourceRange) {
    let end = range.end.line > range.start.line ? Int.max : range.end.column
    let cells = Cells(line, columns: range.start.column..<max(end, range.start.column))
    guard cells.text.contains(where: { $0 != " " }) else { return nil }

    let window = cells.window
    text = cells.cut(to: window)
    padding = String(repeating: " ", count: cells.marked.lowerBound - window.lowerBound)
    let marked = min(cells.marked.upperBound, window.upperBound) - cells.marked.lowerBound
    caret = "^" + String(repeating: "~", count: max(marked - 1, 0))
  }
}

/// The scalars of a line with the cell at which each begins.
private struct Cells {
  var text = String.UnicodeScalarView()
  /// The cell of each scalar of `text`.
  var starts: [Int] = []
  /// The cells below which the caret stands.
  var marked = 0..<0
  /// How many cells the line takes.
  var count = 0

  init(_ line: Substring, columns: Range<Int>) {
    var from: Int?
    var to: Int?
    var column = 1
    var isJoined = false
    // What lies far beyond the caret is never shown.
    let last = columns.lowerBound + 2 * SourceExcerpt.width
    for scalar in line.unicodeScalars.prefix(max(last, 1)) {
      if column == columns.lowerBound { from = count }
      if column == columns.upperBound { to = count }
      append(scalar, isJoined: isJoined)
      isJoined = scalar == "\u{200D}"
      column += 1
    }
    let start = from ?? count
    marked = start..<max(to ?? count, start)
  }

  private mutating func append(_ scalar: Unicode.Scalar, isJoined: Bool) {
    switch scalar {
    case "\t":
      repeat { append(" ", cells: 1) } while count % 4 != 0
    case _ where isUnprintable(scalar):
      append("·", cells: 1)
    default:
      append(scalar, cells: isJoined ? 0 : cellWidth(of: scalar))
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, cells: Int) {
    text.append(scalar)
    starts.append(count)
    count += cells
  }

  /// The cells to show: all of a short line, else a stretch with the caret in its first third.
  var window: Range<Int> {
    guard count > SourceExcerpt.width else { return 0..<count }
    let start = max(
      0, min(marked.lowerBound - SourceExcerpt.width / 3, count - SourceExcerpt.width))
    return start..<start + SourceExcerpt.width
  }

  /// The line's part in `window`, with `…` in place of the first and last cell where it is cut.
  func cut(to window: Range<Int>) -> String {
    var out = String.UnicodeScalarView()
    let start = window.lowerBound + (window.lowerBound > 0 ? 1 : 0)
    let end = window.upperBound < count ? window.upperBound - 1 : count + 1
    let inner = start..<end
    if window.lowerBound > 0 { out.append("…") }
    for (scalar, start) in zip(text, starts) where inner.contains(start) { out.append(scalar) }
    if window.upperBound < count { out.append("…") }
    return String(out)
  }
}

/// Whether a terminal would obey a scalar rather than show it: controls, and the marks that turn the
/// writing direction.
func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
  default: false
  }
}

/// The cells that a terminal gives a scalar: none for marks that combine, two for East Asian wide
/// characters and emoji (Unicode Standard Annex 11), else one.
private func cellWidth(of scalar: Unicode.Scalar) -> Int {
  guard scalar.value >= 0x300 else { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
