/// How a CSV file is written: the properties of Data Package 2's table dialect that Ytterby reads.
public struct CSVDialect: Hashable, Sendable {
  /// Between cells.
  public var delimiter: UInt8
  /// Around cells that hold delimiters, quotes or line breaks; doubled inside.
  public var quote: UInt8
  /// Whether the first row names the columns.
  public var header: Bool
  /// Lines that begin with it are left out; nil for none.
  public var comment: UInt8?
  /// Whether blanks at the beginning of a cell are left out.
  public var skipsInitialSpace: Bool

  /// A dialect; the defaults are those of RFC 4180 with a header row.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\""), header: Bool = true,
    comment: UInt8? = nil, skipsInitialSpace: Bool = false
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.header = header
    self.comment = comment
    self.skipsInitialSpace = skipsInitialSpace
  }
}

/// The most that a CSV file may hold.
public struct CSVLimits: Hashable, Sendable {
  /// The number of columns.
  public var columns: Int
  /// The bytes of one cell.
  public var cellBytes: Int
  /// The number of rows below the header.
  public var rows: Int
  /// The number of faults reported; the rest are counted.
  public var faults: Int

  /// Limits; the defaults are far beyond any table that a reader looks at.
  public init(
    columns: Int = 2000, cellBytes: Int = 200_000, rows: Int = 5_000_000, faults: Int = 50
  ) {
    self.columns = columns
    self.cellBytes = cellBytes
    self.rows = rows
    self.faults = faults
  }
}
