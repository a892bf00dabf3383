/// A place in a text: line and column, both counted from 1; columns count Unicode scalars.
public struct SourcePosition: Hashable, Comparable, Sendable {
  // Narrow, because every node of a document has four of them.
  private var storedLine: Int32
  private var storedColumn: Int32

  /// The line, counted from 1.
  public var line: Int {
    get { Int(storedLine) }
    set { storedLine = Int32(clamping: newValue) }
  }

  /// The column in Unicode scalars, counted from 1.
  public var column: Int {
    get { Int(storedColumn) }
    set { storedColumn = Int32(clamping: newValue) }
  }

  /// A position; `SourcePosition(line: 1, column: 1)` is the start of a text.
  public init(line: Int, column: Int) {
    storedLine = Int32(clamping: line)
    storedColumn = Int32(clamping: column)
  }

  /// A position of a text whose lines and columns are known to have 31 bits.
  package init(line: Int32, column: Int32) {
    storedLine = line
    storedColumn = column
  }

  /// The first place of a text.
  public static let start = SourcePosition(line: 1, column: 1)

  /// By line, then column.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }

  /// This position of an embedded text (a fence, front matter), as a position of the text that holds
  /// it, where `origin` is the place of the embedded text's first character.
  ///
  /// `columnShift` is what the container adds in front of every later line (the indentation of a fence
  /// in a list).
  public func shifted(to origin: SourcePosition, columnShift: Int = 0) -> SourcePosition {
    line == 1
      ? SourcePosition(line: origin.line, column: origin.column + column - 1)
      : SourcePosition(line: origin.line + line - 1, column: column + columnShift)
  }
}

/// A half-open range of a text, from `start` up to and without `end`.
public struct SourceRange: Hashable, Sendable {
  /// The first character.
  public var start: SourcePosition
  /// The place after the last character.
  public var end: SourcePosition

  /// A range; without `end` it is empty and marks one place.
  public init(_ start: SourcePosition, _ end: SourcePosition? = nil) {
    self.start = start
    self.end = max(start, end ?? start)
  }

  /// The first place of a text.
  public static let start = SourceRange(.start)

  /// Both ends moved as `SourcePosition.shifted(to:columnShift:)` moves one.
  public func shifted(to origin: SourcePosition, columnShift: Int = 0) -> SourceRange {
    SourceRange(
      start.shifted(to: origin, columnShift: columnShift),
      end.shifted(to: origin, columnShift: columnShift))
  }
}

/// A range in a named file. The path is relative to the site's folder, with `/` between its parts.
public struct SourceLocation: Hashable, Sendable, Comparable {
  /// The file, as it is printed.
  public var path: String
  /// The place in the file.
  public var range: SourceRange

  /// A place in a file; without a range, its beginning.
  public init(_ path: String, _ range: SourceRange = .start) {
    self.path = path
    self.range = range
  }

  /// By path, then place.
  public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.path, a.range.start, a.range.end) < (b.path, b.range.start, b.range.end)
  }
}
