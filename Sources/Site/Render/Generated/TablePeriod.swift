import Tables

/// The time that tables cover.
enum TablePeriod {
  /// The first and last time of a table, in ISO 8601 (`2010/2024`): of the column that says when its rows
  /// hold, else of its years and months; nil where it has none.
  static func of(_ table: SiteTable) -> String? {
    if let name = table.resource.period, let index = table.table.index(of: name) {
      return span(of: table.table.rows.lazy.compactMap { text(of: $0[index]) })
    }
    return of([table.table])
  }

  /// The same of the tables behind a figure. Other dates, such as the day a source was read, say nothing
  /// about what the rows are of.
  static func of(_ tables: [DataTable]) -> String? {
    span(
      of: tables.lazy.flatMap { table in
        table.columns.indices.filter { isPeriod(table.columns[$0]) }.flatMap { index in
          table.rows.compactMap { text(of: $0[index]) }
        }
      })
  }

  /// The same of a span that is known otherwise.
  static func of(_ span: PeriodSpan) -> String {
    let (least, greatest) = (PlainText.of(span.least), PlainText.of(span.greatest))
    return least == greatest ? least : "\(least)/\(greatest)"
  }

  private static func isPeriod(_ column: DataColumn) -> Bool {
    column.type == .year || column.type == .yearmonth || column.name == "date"
  }

  private static func span(of times: some Sequence<String>) -> String? {
    guard let first = times.min(by: inByteOrder), let last = times.max(by: inByteOrder) else {
      return nil
    }
    return first == last ? first : "\(first)/\(last)"
  }

  private static func text(of value: DataValue) -> String? {
    switch value {
    case .text(let text): text
    case .integer(let year): String(year)
    case .number(let year): CSVWriter.cell(.number(year))
    case .null, .boolean: nil
    }
  }
}
