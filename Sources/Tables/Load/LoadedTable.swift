public import Diagnostics

/// A table read from its file, with the place of every cell.
public struct LoadedTable: Sendable {
  /// The resource.
  public let resource: DataResource
  /// The schema: that of the resource, or texts where nobody described the table.
  public let schema: TableSchema
  /// The values.
  public let table: DataTable
  /// The file, as it is printed.
  public let path: String
  /// The cells, row for row those of `table`.
  let document: CSVDocument
  /// The column of the file that each column of the table comes from; nil where it has none.
  let fileColumns: [Int?]

  /// The line on which a row of the table begins.
  public func line(ofRow row: Int) -> Int { document.records[record(row)].line }

  /// The lines on which the rows of the table begin.
  public var lines: [Int] { document.records.map(\.line) }

  /// The place of a cell of the table.
  public func location(row: Int, column: Int) -> SourceLocation {
    let record = document.records[record(row)]
    guard let fileColumn = fileColumns[column] else {
      return SourceLocation(
        path, SourceRange(SourcePosition(line: record.line, column: 1)))
    }
    return SourceLocation(path, record[record.startIndex + fileColumn].range)
  }

  /// How far the value of a cell is known.
  public func status(row: Int, column: Int) -> DataStatus {
    let values = table.rows[row]
    guard let field = schema.field(table.columns[column].name) else { return .reported }
    return schema.status(of: field, value: values[column], resource: resource.status) { name in
      table.index(of: name).map { values[$0] } ?? .null
    }
  }

  private func record(_ row: Int) -> Int { document.records.startIndex + row }
}
