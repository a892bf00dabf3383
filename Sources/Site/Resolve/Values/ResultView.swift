import Queries
import Tables

/// The rows of a query or table that a page sees under a name: all of them, or the one row of a row page.
struct ResultView {
  /// The name by which the page refers to it.
  let name: String
  /// The query as the evidence names it.
  let query: String
  /// The result.
  let result: QueryResult
  /// The rows seen, by their places in the result.
  let rows: Range<Int>

  /// A whole result.
  init(_ name: String, _ result: QueryResult) {
    self.name = name
    query = name
    self.result = result
    rows = result.table.rows.indices
  }

  /// One row of a result under another name.
  init(_ name: String, of query: String, _ result: QueryResult, row: Int) {
    self.name = name
    self.query = query
    self.result = result
    rows = row..<row + 1
  }

  /// The columns.
  var columns: [DataColumn] { result.table.columns }

  /// How many rows are seen.
  var count: Int { rows.count }

  /// The place of a column, by exact name.
  func index(of column: String) -> Int? { result.table.index(of: column) }

  /// A cell; rows count from 0.
  func value(_ row: Int, _ column: Int) -> DataValue {
    result.table.rows[rows.lowerBound + row][column]
  }

  /// How far a cell is known.
  func status(_ row: Int, _ column: Int) -> DataStatus {
    result.status(row: rows.lowerBound + row, column: column)
  }

  /// The unit of a cell.
  func unit(_ row: Int, _ column: Int) -> DataUnit? {
    result.unit(row: rows.lowerBound + row, column: column)
  }

  /// When a row holds, where the result tells.
  func period(_ row: Int) -> DataValue? { result.period(row: rows.lowerBound + row) }

  /// The sources that a row names.
  func sources(_ row: Int) -> [String] { result.sources(row: rows.lowerBound + row) }

  /// The rows seen as a table.
  var table: DataTable {
    rows == result.table.rows.indices
      ? result.table : DataTable(columns: columns, rows: Array(result.table.rows[rows]))
  }
}
