/// The values to be used of one column of a table with several sources: one row for each quantity.
package struct PreferredValues: Sendable, Hashable {
  /// The table of the package.
  package var table: String
  /// The column of the values.
  package var column: String
  /// The columns that tell the quantities apart.
  package var key: [String]
  /// The key, the value, its unit, its status in a word, and its sources, joined by `; `.
  package private(set) var rows: DataTable

  /// No values yet.
  ///
  /// - Parameters:
  ///   - key: the columns that tell the quantities apart.
  ///   - column: the column of the values.
  init(table: String, key: [DataColumn], column: DataColumn) {
    self.table = table
    self.column = column.name
    self.key = key.map(\.name)
    rows = DataTable(
      columns: key + [
        column, DataColumn(column.name + "_unit", .string),
        DataColumn(column.name + "_status", .string), DataColumn("source", .string),
      ])
  }

  /// Adds the value of a quantity.
  mutating func append(_ value: Disagreement.Value, key: [DataValue]) {
    rows.rows.append(
      key + [
        .number(value.number), value.unit.map { .text($0.readerSymbol) } ?? .null,
        .text(value.status.word), .text(value.sources.joined(separator: "; ")),
      ])
  }
}
