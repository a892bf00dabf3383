package import Tables

/// What a query gives: a table whose columns know what they mean, and where it all comes from.
package struct QueryResult: Sendable {
  /// The columns with types, titles, units and formats, and the rows in the query's order.
  package var table: DataTable
  /// The column of a table that each column passes on unchanged; nil for computed ones.
  package let origins: [ColumnOrigin?]
  /// The base tables read, with the columns read of each as far as SQLite tells.
  package let reads: [String: Set<String>]
  /// The other queries used, directly or not.
  package let queries: Set<String>
  /// Whether the query has an outer ORDER BY.
  package let isOrdered: Bool
  /// The result columns that it orders by, where its terms are such.
  package let orderKeys: [Int]
  /// Whether the sources of a row are known from the row; else they are those of the tables read.
  package let exactLineage: Bool

  let hasOtherOrderKeys: Bool
  let meanings: [ColumnMeaning]
  let sourceColumn: Int?
  let periodColumn: Int?
  /// The sources of all tables read.
  let tableSources: [String]
  let units: UnitCatalog

  /// Whether the first row is the one meant: there is no other, or the order puts it before the next.
  package var hasClearFirstRow: Bool {
    guard table.rows.count > 1 else { return true }
    guard isOrdered else { return false }
    return hasOtherOrderKeys || orderKeys.contains { table.rows[0][$0] != table.rows[1][$0] }
  }

  /// How far a value is known. Where the result does not tell, see `isStatusKnown(column:)`.
  package func status(row: Int, column: Int) -> DataStatus {
    let cells = table.rows[row]
    let meaning = meanings[column]
    var status = DataStatus.reported
    switch meaning.status {
    case .reported, .unknown: break
    case .constant(let constant): status = constant
    case .column(let index, let rule): status = rule.status(word: word(cells[index]))
    }
    guard cells[column].isNull, !status.meansNoValue else { return status }
    switch meaning.missing {
    case .notApplicable: return .notApplicable
    case .blank: return .reported
    case nil: return .unknown
    }
  }

  /// Whether the statuses of a column are known; if not, the tables read have statuses which the query
  /// loses, and `worst_status(column)` would keep them.
  package func isStatusKnown(column: Int) -> Bool {
    if case .unknown = meanings[column].status { false } else { true }
  }

  /// The unit of a value: that of the column, or that which another column names in the row.
  package func unit(row: Int, column: Int) -> DataUnit? {
    guard let index = meanings[column].unitColumn else { return table.columns[column].unit }
    guard let symbol = table.rows[row][index].text else { return nil }
    return units.unit(symbol) ?? DataUnit(symbol)
  }

  /// The column that names the unit of each row of a column; nil where the unit is one for all.
  package func unitColumn(of column: Int) -> Int? { meanings[column].unitColumn }

  /// Whether the unit differs by row but the column that names it is not in the result.
  package func lacksUnitColumn(_ column: Int) -> Bool { meanings[column].lacksUnitColumn }

  /// The ids of a row's sources, in the row's order; those of all tables read where the result has no
  /// column `source`.
  package func sources(row: Int) -> [String] {
    guard let sourceColumn else { return tableSources }
    return table.rows[row][sourceColumn].text.map(SourceList.ids) ?? []
  }

  /// The ids of the sources of all rows, sorted by their bytes.
  package var sources: [String] {
    guard let sourceColumn else { return tableSources }
    let ids = Set(table.rows.flatMap { $0[sourceColumn].text.map(SourceList.ids) ?? [] })
    return ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// When a row holds: the value of the column that its table declares as `period`, where the query
  /// passes it on.
  package func period(row: Int) -> DataValue? {
    guard let value = periodColumn.map({ table.rows[row][$0] }), !value.isNull else { return nil }
    return value
  }

  private func word(_ value: DataValue) -> String? {
    switch value {
    case .null: nil
    case .text(let text): text
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): "\(number)"
    case .number(let number): PlainNumber.text(number)
    }
  }
}

/// What is known of a result column beside its name and type.
struct ColumnMeaning: Sendable {
  /// Where the statuses of its values come from.
  enum Status: Sendable {
    /// Nothing read has any other.
    case reported
    case constant(DataStatus)
    /// A column of the result, with how its words are read.
    case column(Int, StatusRule)
    /// Lost on the way.
    case unknown
  }

  var status = Status.reported
  var missing: FieldSchema.Missing?
  var unitColumn: Int?
  var lacksUnitColumn = false
}
