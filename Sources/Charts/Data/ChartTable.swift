/// The rows that a chart draws: named columns and, for each row, one value for each of them.
///
/// Transforms take a table and give a table; columns are added at the end, so that the place of a
/// column stays valid.
public struct ChartTable: Hashable, Sendable {
  /// The names of the columns, in order, without doubles.
  public private(set) var fields: [String]
  /// The rows; each has one value for each field.
  public var rows: [[ChartValue]]

  /// A table; every row must be as long as `fields`.
  public init(fields: [String] = [], rows: [[ChartValue]] = []) {
    self.fields = fields
    self.rows = rows
  }

  /// A table of records; columns stand in the order of their first appearance, names that a record does
  /// not have are undefined.
  public init(records: [[(name: String, value: ChartValue)]]) {
    var builder = RecordBuilder()
    for record in records {
      builder.add(record.count) { (record[$0].name, record[$0].value) }
    }
    fields = builder.fields
    rows = builder.rows
  }

  /// The number of rows.
  public var count: Int { rows.count }

  /// The place of a column by exact name.
  public func index(of field: String) -> Int? { fields.firstIndex(of: field) }

  /// What a path leads to in this table, ready to be read from many rows.
  public func accessor(_ path: FieldPath) -> FieldAccessor {
    if let place = index(of: path.description) { return FieldAccessor(column: place, rest: []) }
    if let place = index(of: path.steps[0]) {
      return FieldAccessor(column: place, rest: Array(path.steps.dropFirst()))
    }
    if let place = index(of: path.name) { return FieldAccessor(column: place, rest: []) }
    return FieldAccessor(column: nil, rest: [])
  }

  /// What a path, as written in a specification, leads to in this table.
  public func accessor(_ path: String) -> FieldAccessor { accessor(FieldPath(path)) }

  /// The values of a path, one for each row.
  public func column(_ path: String) -> [ChartValue] {
    let field = accessor(path)
    return rows.map { field.value(in: $0) }
  }

  /// The value of a path in one row; undefined where there is no such row or field.
  public func value(_ row: Int, _ path: String) -> ChartValue {
    rows.indices.contains(row) ? accessor(path).value(in: rows[row]) : .undefined
  }

  /// One row as a record; undefined values are left out.
  public func record(_ row: [ChartValue]) -> ChartValue {
    var entries: [String: ChartValue] = [:]
    for (field, value) in zip(fields, row) where value != .undefined { entries[field] = value }
    return .record(entries)
  }

  /// Puts a column of values, one for each row, at the end or in the place of the one with that name.
  public mutating func setColumn(_ name: String, _ values: [ChartValue]) {
    let place = makeColumn(name)
    for index in rows.indices where index < values.count { rows[index][place] = values[index] }
  }

  /// The place of a column, which is added, undefined in every row, where there is none.
  public mutating func makeColumn(_ name: String) -> Int {
    if let place = index(of: name) { return place }
    fields.append(name)
    for index in rows.indices { rows[index].append(.undefined) }
    return fields.count - 1
  }

  /// The table with only the rows for which the condition holds.
  public func filter(_ isIncluded: ([ChartValue]) -> Bool) -> ChartTable {
    ChartTable(fields: fields, rows: rows.filter(isIncluded))
  }
}

/// The way to a value in the rows of one table: a column, and names below it for nested values.
public struct FieldAccessor: Hashable, Sendable {
  /// The column; nil where the table has none of that name.
  public let column: Int?
  /// The names below the column's value.
  public let rest: [String]

  /// The value in a row; undefined where there is none.
  public func value(in row: [ChartValue]) -> ChartValue {
    guard let column, column < row.count else { return .undefined }
    var value = row[column]
    for step in rest { value = value.member(step) }
    return value
  }
}
