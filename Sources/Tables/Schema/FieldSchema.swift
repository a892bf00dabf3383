public import Diagnostics

/// A field of a table: Table Schema's properties and Ytterby's own.
public struct FieldSchema: Sendable {
  /// What an empty cell of the field means, where it is not an unknown value.
  public enum Missing: String, Hashable, Sendable, CaseIterable {
    /// There can be no value.
    case notApplicable = "not-applicable"
    /// Nothing is to be said.
    case blank
  }

  /// How numbers are written in the cells.
  public struct NumberSyntax: Hashable, Sendable {
    /// Before the fraction.
    public var decimalChar: Unicode.Scalar = "."
    /// Between groups of digits, where there are groups.
    public var groupChar: Unicode.Scalar?
    /// Whether nothing but the number stands in the cell.
    public var bareNumber = true
  }

  /// The name: that of the column.
  public var name: String
  /// The type of the values.
  public var type: FieldType
  /// How cells are written: Table Schema's `format` of texts, dates and times.
  public var format: String
  /// How values are shown: a d3-format or d3-time-format string; nil for the type's default.
  public var display: String?
  /// The name for readers.
  public var title: String?
  /// More about it.
  public var description: String?
  /// What the values have to satisfy.
  public var constraints: FieldConstraints
  /// The cells that mean no value; nil for those of the table.
  public var missingValues: [String]?
  /// How numbers are written.
  public var numbers: NumberSyntax
  /// The cells that mean true.
  public var trueValues: [String]
  /// The cells that mean false.
  public var falseValues: [String]
  /// Between the values of a list.
  public var delimiter: String
  /// The unit of the numbers.
  public var unit: FieldUnit?
  /// How far the values are known.
  public var status: StatusRule?
  /// What an empty cell means.
  public var missing: Missing?
  /// Whether the texts are partial dates: YYYY, YYYY-MM or YYYY-MM-DD.
  public var calendar: Bool
  /// The page of each value for the A to Z, such as `countries/{iso3}.md`.
  public var entries: String?
  /// Short forms of values, for axis labels.
  public var short: [String: String]
  /// Where the field is described.
  public var location: SourceLocation?

  /// A field with the defaults of Table Schema.
  public init(_ name: String, _ type: FieldType = .string) {
    self.name = name
    self.type = type
    format = "default"
    constraints = FieldConstraints()
    numbers = NumberSyntax()
    trueValues = ["true", "True", "TRUE", "1"]
    falseValues = ["false", "False", "FALSE", "0"]
    delimiter = ","
    calendar = false
    short = [:]
  }

  /// The column of the values; `units` gives the unit's name and base.
  public func column(units: UnitCatalog) -> DataColumn {
    var resolved: DataUnit?
    if case .fixed(let unit)? = unit { resolved = units.resolve(unit) }
    return DataColumn(
      name, type.columnType, title: title, unit: resolved, format: display,
      description: description, isCalendar: calendar)
  }
}

/// The unit of a field's numbers.
public enum FieldUnit: Hashable, Sendable {
  /// One unit for all rows.
  case fixed(DataUnit)
  /// The unit whose symbol stands in another column of the row.
  case column(String)
}

/// What values of a field have to satisfy.
public struct FieldConstraints: Sendable {
  /// Whether there must be a value.
  public var required = false
  /// Whether no two values are the same.
  public var unique = false
  /// The least number of characters or elements.
  public var minLength: Int?
  /// The greatest number of characters or elements.
  public var maxLength: Int?
  /// The least value.
  public var minimum: DataValue?
  /// The greatest value.
  public var maximum: DataValue?
  /// What the value must be above.
  public var exclusiveMinimum: DataValue?
  /// What the value must be below.
  public var exclusiveMaximum: DataValue?
  /// The values that there are.
  public var allowed: [DataValue]?
  /// The regular expression as written.
  public var pattern: String?
  /// The compiled expression.
  var compiledPattern: Pattern?

  /// No constraints.
  public init() {}
}

/// Where the status of a value stands.
public enum StatusRule: Hashable, Sendable {
  /// All values have it.
  case constant(DataStatus)
  /// A column of the row names it: its words are statuses themselves or are mapped to some.
  case column(String, [String: DataStatus])

  /// The status of a value whose row has `word` in the status column; `reported` for other words.
  public func status(word: String?) -> DataStatus {
    switch self {
    case .constant(let status): status
    case .column(_, let words):
      word.flatMap { words[$0] ?? DataStatus(rawValue: $0) } ?? .reported
    }
  }
}
