import Tables

/// The rows of one table behind a value or figure, as far as pages name them.
package struct RowsBehind: Sendable, Hashable {
  /// How many rows are named one by one.
  package static let shown = 6

  /// The table.
  package var table: String
  /// How many rows there are.
  package var count: Int
  /// The first of them, from 0, in the order of the file.
  package var first: [Int]
  /// How the value is tied to them.
  package var tie: RowTrace.Tie
  /// The least and the greatest period of the rows, where the table declares which column that is.
  package var span: PeriodSpan?
}

extension RowsBehind {
  /// The rows that a trace found.
  init(_ trace: RowTrace, of table: SiteTable?) {
    self.table = trace.table
    count = trace.rows.count
    first = Array(trace.rows.prefix(Self.shown))
    tie = trace.tie
    guard let table, let period = table.resource.period.flatMap(table.table.index) else { return }
    span = PeriodSpan(trace.rows.lazy.map { table.table.rows[$0][period] })
  }
}
