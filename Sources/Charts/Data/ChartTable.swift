/// The rows that a chart draws, column by column: each field has one value for each row.
///
/// Transforms take a table and give a table; columns that they leave as they are, are shared and not
/// copied. A row is named by its place, from 0.
public struct ChartTable: Hashable, Sendable {
  /// The names of the columns, in order, without doubles.
  public private(set) var fields: [String]
  /// The values of each field, from the first row to the last.
  public private(set) var columns: [[ChartValue]]
  /// The number of rows.
  public private(set) var count: Int

  /// A table of columns with one value for each of `count` rows; what is missing of them is undefined.
  public init(fields: [String] = [], columns: [[ChartValue]] = [], count: Int = 0) {
    self.fields = fields
    self.count = count
    self.columns = fields.indices.map {
      Self.fitted($0 < columns.count ? columns[$0] : [], to: count)
    }
  }

  /// A column with one value for each row.
  private static func fitted(_ column: [ChartValue], to count: Int) -> [ChartValue] {
    let missing = count - column.count
    if missing == 0 { return column }
    return column.prefix(count) + Array(repeating: .undefined, count: max(0, missing))
  }

  /// A table of rows; every row must be as long as `fields`.
  public init(fields: [String], rows: [[ChartValue]]) {
    self.init(
      fields: fields,
      columns: fields.indices.map { column in
        rows.map { column < $0.count ? $0[column] : .undefined }
      }, count: rows.count)
  }

  /// A table of records; columns stand in the order of their first appearance, names that a record does
  /// not have are undefined.
  public init(records: [[(name: String, value: ChartValue)]]) {
    var builder = RecordBuilder()
    for record in records {
      for (name, value) in record { builder.add(name, value) }
      builder.endRecord()
    }
    self = builder.table
  }

  /// The rows, one value for each field; made anew with each call.
  public var rows: [[ChartValue]] { indices.map { row in columns.map { $0[row] } } }

  /// The places of the rows.
  public var indices: Range<Int> { 0..<count }

  /// Whether there are no rows.
  public var isEmpty: Bool { count == 0 }

  /// The place of a column by exact name.
  public func index(of field: String) -> Int? { fields.firstIndex(of: field) }

  /// What a path leads to in this table, ready to be read from many rows.
  public func accessor(_ path: FieldPath) -> FieldAccessor {
    if let place = index(of: path.description) { return FieldAccessor(columns[place]) }
    if let place = index(of: path.steps[0]) {
      return FieldAccessor(columns[place], rest: Array(path.steps.dropFirst()))
    }
    if let place = index(of: path.name) { return FieldAccessor(columns[place]) }
    return FieldAccessor(nil)
  }

  /// What a path, as written in a specification, leads to in this table.
  public func accessor(_ path: String) -> FieldAccessor {
    if let place = index(of: path) { return FieldAccessor(columns[place]) }
    return accessor(FieldPath(path))
  }

  /// The values of a path, one for each row.
  public func column(_ path: String) -> [ChartValue] { accessor(path).values(of: self) }

  /// The value of a path in one row; undefined where there is no such row or field.
  public func value(_ row: Int, _ path: String) -> ChartValue { accessor(path).value(in: row) }

  /// One row as a record; undefined values are left out.
  public func record(_ row: Int) -> ChartValue {
    guard indices.contains(row) else { return .record([:]) }
    var entries: [String: ChartValue] = [:]
    for (field, column) in zip(fields, columns) where column[row] != .undefined {
      entries[field] = column[row]
    }
    return .record(entries)
  }

  /// Puts a column of values, one for each row, at the end or in the place of the one with that name.
  public mutating func setColumn(_ name: String, _ values: [ChartValue]) {
    let column = Self.fitted(values, to: count)
    if let place = index(of: name) {
      columns[place] = column
    } else {
      fields.append(name)
      columns.append(column)
    }
  }

  /// The place of a column, which is added, undefined in every row, where there is none.
  public mutating func makeColumn(_ name: String) -> Int {
    if let place = index(of: name) { return place }
    setColumn(name, Array(repeating: .undefined, count: count))
    return fields.count - 1
  }

  /// Puts a value into a column, by the column's place.
  mutating func set(_ value: ChartValue, row: Int, column: Int) { columns[column][row] = value }

  /// Adds a row with one value for each field.
  public mutating func append(_ row: [ChartValue]) {
    for place in columns.indices {
      columns[place].append(place < row.count ? row[place] : .undefined)
    }
    count += 1
  }

  /// The table with some of the rows, in the order of `places`.
  func rows(at places: [Int]) -> ChartTable {
    ChartTable(
      fields: fields, columns: columns.map { column in places.map { column[$0] } },
      count: places.count)
  }

  /// The table with only the rows for which the condition holds.
  public func filter(_ isIncluded: (Int) -> Bool) -> ChartTable {
    let places = indices.filter(isIncluded)
    return places.count == count ? self : rows(at: places)
  }
}

/// The way to a value in the rows of one table: a column, and names below it for nested values.
public struct FieldAccessor: Hashable, Sendable {
  /// The values of the column; nil where the table has none of that name.
  private let column: [ChartValue]?
  /// The names below the column's values.
  private let rest: [String]

  /// The way to the values of a column, or to what lies below them.
  init(_ column: [ChartValue]?, rest: [String] = []) {
    self.column = column
    self.rest = rest
  }

  /// Whether the table has the column.
  public var isThere: Bool { column != nil }

  /// The value in a row; undefined where there is none.
  public func value(in row: Int) -> ChartValue {
    guard let column, column.indices.contains(row) else { return .undefined }
    if rest.isEmpty { return column[row] }
    return rest.reduce(column[row]) { $0.member($1) }
  }

  /// The values in all rows of the table that the accessor is of.
  func values(of table: ChartTable) -> [ChartValue] {
    if let column, rest.isEmpty { return column }
    return table.indices.map(value)
  }
}
