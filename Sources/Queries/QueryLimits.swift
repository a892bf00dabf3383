/// The bounds within which a query runs.
package struct QueryLimits: Sendable {
  /// Rows of one result.
  package var rows = 200_000
  /// Time for one query.
  package var time = Duration.seconds(10)
  /// Bytes of one text: SQLite's own `instr` and `replace` take quadratic time and cannot be
  /// interrupted.
  package var textBytes = 200_000
  /// Values that one `median`, `quantile`, `stddev` or `hhi` holds; they live outside SQLite's memory.
  package var aggregateValues = 4_000_000
  /// Bytes of memory of SQLite in the whole process.
  package var heapBytes = 512 << 20

  /// The bounds for content of an own site; generous for reports, small enough for a shared machine.
  package init() {}
}
