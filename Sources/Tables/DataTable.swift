/// One cell: the values that CSV files, SQLite, charts and templates exchange.
///
/// Dates, times and durations are texts in ISO 8601 form; the column's type says what they are.
public enum DataValue: Hashable, Sendable {
  /// No value.
  case null
  /// True or false.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A number.
  case number(Double)
  /// A text, also of dates.
  case text(String)

  /// Whether there is no value.
  public var isNull: Bool { self == .null }

  /// The value as a number: integers, numbers and booleans (1 and 0); nil for the rest.
  public var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .boolean(let value): value ? 1 : 0
    case .null, .text: nil
    }
  }

  /// The text of a text value; nil for the rest.
  public var text: String? {
    if case .text(let value) = self { value } else { nil }
  }
}

/// The type of a column: those of the Table Schema that a table of values needs.
public enum ColumnType: String, Hashable, Sendable, CaseIterable {
  /// Text.
  case string
  /// Whole numbers.
  case integer
  /// Numbers.
  case number
  /// True and false.
  case boolean
  /// `YYYY-MM-DD`.
  case date
  /// `hh:mm:ss`.
  case time
  /// `YYYY-MM-DDThh:mm:ss`, in UTC.
  case datetime
  /// A year, as a whole number.
  case year
  /// `YYYY-MM`.
  case yearmonth
  /// ISO 8601 duration, as text.
  case duration
  /// Anything.
  case any

  /// Whether values of the type are numbers to calculate with; a year is not.
  public var isNumeric: Bool { self == .integer || self == .number }

  /// Whether values of the type lie on a time line.
  public var isTemporal: Bool {
    switch self {
    case .date, .datetime, .year, .yearmonth: true
    default: false
    }
  }
}

/// What a column means.
public struct DataColumn: Hashable, Sendable {
  /// The name, unique in its table.
  public var name: String
  /// The type of its values.
  public var type: ColumnType
  /// The name for readers; nil where nothing declares one.
  public var title: String?
  /// The unit of its numbers; nil where unknown or without one.
  public var unit: DataUnit?
  /// A d3-format or d3-time-format string for display; nil for the type's default.
  public var format: String?
  /// More about it, for the data pages.
  public var description: String?
  /// Whether its texts are whole or partial dates: YYYY, YYYY-MM or YYYY-MM-DD.
  public var isCalendar: Bool
  /// What its measure says beside name, unit and format; nil for columns without measure.
  public var measure: MeasureNote?

  /// A column.
  public init(
    _ name: String, _ type: ColumnType, title: String? = nil, unit: DataUnit? = nil,
    format: String? = nil, description: String? = nil, isCalendar: Bool = false
  ) {
    self.name = name
    self.type = type
    self.title = title
    self.unit = unit
    self.format = format
    self.description = description
    self.isCalendar = isCalendar
  }
}

/// A unit of measurement: its symbol, its name, and its size in another unit.
public struct DataUnit: Hashable, Sendable {
  /// The symbol shown beside numbers, such as `t` or `%`; `1` for a fraction.
  public var symbol: String
  /// The long name, such as `tonnes`.
  public var name: String?
  /// The unit that conversion goes through, and how many of it one of this is: `kt` is 1000 of `t`.
  public var base: Base?

  /// A multiple of another unit.
  public struct Base: Hashable, Sendable {
    /// The other unit's symbol.
    public var symbol: String
    /// How many of the other one of this is; exact as far as Double goes.
    public var factor: Double
    /// A multiple.
    public init(symbol: String, factor: Double) {
      self.symbol = symbol
      self.factor = factor
    }
  }

  /// A unit.
  public init(_ symbol: String, name: String? = nil, base: Base? = nil) {
    self.symbol = symbol
    self.name = name
    self.base = base
  }

  /// The symbol for readers: of a unit that is but another name of its base, that of the base.
  public var readerSymbol: String {
    if let base, base.factor == 1 { base.symbol } else { symbol }
  }

  /// Whether numbers in the unit are per cent or percentage points, so that formats which multiply
  /// by 100 are wrong.
  public var isPercent: Bool { symbol == "%" || symbol == "pp" }
}

/// A table of values: the one currency between files, queries, charts and pages.
public struct DataTable: Hashable, Sendable {
  /// The columns, in order.
  public var columns: [DataColumn]
  /// The rows; each has one value for each column.
  public var rows: [[DataValue]]

  /// A table; every row must be as long as `columns`.
  public init(columns: [DataColumn], rows: [[DataValue]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The place of a column, by exact name.
  public func index(of column: String) -> Int? {
    columns.firstIndex { $0.name == column }
  }
}
