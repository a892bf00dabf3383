package import Tables

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
  /// Whether these are the very rows; else the value was computed among them.
  package var isExact: Bool
  /// The least and the greatest period of the rows, where the table declares which column that is.
  package var span: Span?

  /// From when to when.
  package struct Span: Sendable, Hashable {
    package var least: DataValue
    package var greatest: DataValue
  }
}

extension RowsBehind {
  /// The rows that a trace found.
  init(_ trace: RowTracer.Trace, of table: SiteTable?) {
    self.table = trace.table
    count = trace.rows.count
    first = Array(trace.rows.prefix(Self.shown))
    isExact = trace.isExact
    guard let table, let period = table.resource.period.flatMap(table.table.index) else { return }
    span = Span(trace.rows.lazy.map { table.table.rows[$0][period] })
  }
}

extension RowsBehind.Span {
  /// The span of values, those without any left out; nil where there is none.
  init?(_ values: some Sequence<DataValue>) {
    var span: Self?
    for value in values where !value.isNull {
      guard let known = span else {
        span = Self(least: value, greatest: value)
        continue
      }
      if Self.isBefore(value, known.least) { span?.least = value }
      if Self.isBefore(known.greatest, value) { span?.greatest = value }
    }
    guard let span else { return nil }
    self = span
  }

  /// Partial dates are ordered by their text, years as numbers.
  private static func isBefore(_ a: DataValue, _ b: DataValue) -> Bool {
    if let a = a.double, let b = b.double { return a < b }
    return inByteOrder(PlainText.of(a), PlainText.of(b))
  }
}
