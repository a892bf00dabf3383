package import Diagnostics
import Documents
package import Queries
import Tables

/// A query of the command line over the tables and queries of a site.
package struct AdHocQuery: Sendable {
  private let data: SiteData

  /// How a result is written.
  package enum Format: String, CaseIterable, Sendable {
    case table, csv, json, markdown
  }

  /// Queries over the data of a site.
  package init(_ data: SiteData) {
    self.data = data
  }

  /// The result of one SELECT, or of a query or table by its name; nil after a report.
  package func run(_ sql: String, into diagnostics: DiagnosticCollector) throws -> QueryResult? {
    let session = try data.store.session()
    let name = sql.trimmingBlanks
    if data.store.names.contains(name) || data.queries.contains(where: { $0.name == name }) {
      return session.read(name, at: SourceLocation("query"), into: diagnostics)
    }
    return session.run(NamedQuery(name: "query", sql: sql, path: "query"), into: diagnostics)
  }

  /// A result as text: the table as readers see it, the others with plain values.
  package static func text(_ result: QueryResult, as format: Format) -> String {
    switch format {
    case .table: PlainTable.text(cells(result), style: .aligned)
    case .markdown: PlainTable.text(cells(result), style: .markdown)
    case .csv: CSVWriter.text(result.table)
    case .json: json(result.table)
    }
  }

  /// Tables, views and queries with their columns, types and units.
  package func schema() throws -> String {
    let session = try data.store.session()
    let silent = DiagnosticCollector()
    var lines: [String] = []
    for name in data.store.names {
      lines.append(name)
      lines += (data.store.columns(of: name) ?? []).map(Self.line)
    }
    for query in data.queries {
      lines.append("\(query.name) (\(query.path))")
      guard let result = session.run(query, into: silent) else { continue }
      lines += result.table.columns.map(Self.line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ column: DataColumn) -> String {
    let unit = column.unit.map { " [\($0.symbol)]" } ?? ""
    let title = column.title.map { "  \($0)" } ?? ""
    return "  \(column.name) \(column.type.rawValue)\(unit)\(title)"
  }

  private static func json(_ table: DataTable) -> String {
    var writer = JSONWriter(.pretty)
    writer.array { writer in
      for row in table.rows {
        writer.line { writer in
          writer.object { writer in
            for (column, value) in zip(table.columns, row) {
              writer.member(column.name) { $0.value(value) }
            }
          }
        }
      }
    }
    return writer.text + "\n"
  }

  /// Head and rows as text, with what a reader would see of each value.
  private static func cells(_ result: QueryResult) -> PlainTable {
    let columns = result.table.columns
    let formatters = columns.map { try? ValueFormatter($0) }
    let rows = result.table.rows.enumerated().map { number, row in
      row.indices.map { index -> String in
        let status = result.status(row: number, column: index)
        let text = try? formatters[index]?.cell(row[index], status: status)
        return text ?? PlainText.of(row[index])
      }
    }
    return PlainTable(
      head: columns.map { column in column.name + (column.unit.map { " (\($0.symbol))" } ?? "") },
      rows: rows, isNumeric: columns.map(\.type.isNumeric))
  }
}
