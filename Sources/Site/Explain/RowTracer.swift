package import Queries
import Tables

/// Finds the rows of tables that a row of a result rests on.
///
/// A column that a query passes on unchanged tells which rows of its table are meant, as do the sources
/// of the result's row. Where these name the rows by the table's key, the rows are exact; else they are
/// those among which the value was computed.
package struct RowTracer: Sendable {
  /// The rows of one table.
  package struct Trace: Sendable, Hashable {
    /// The table.
    package var table: String
    /// Its file as diagnostics print it.
    package var path: String
    /// The rows, from 0, in the order of the file.
    package var rows: [Int]
    /// The lines on which they begin, in the same order.
    package var lines: [Int]
    /// Whether the result names the rows by their key.
    package var isExact: Bool
  }

  private let tables: [SiteTable]

  /// A tracer for the tables of a site.
  package init(_ data: SiteData) {
    tables = data.tables
  }

  /// The rows behind a row of a result, table by table in the order of the package; the register of sources
  /// is left out where other tables are read.
  package func traces(of result: QueryResult, row: Int) -> [Trace] {
    let read = tables.filter { result.reads[$0.name] != nil }
    let others = read.filter { $0.name != "sources" }
    return (others.isEmpty ? read : others).map { trace(of: result, row: row, in: $0) }
  }

  /// The rows behind several rows of a result, without doubles.
  package func traces(of result: QueryResult, rows: some Sequence<Int>) -> [Trace] {
    var found: [String: Trace] = [:]
    var order: [String] = []
    for row in rows {
      for trace in traces(of: result, row: row) {
        if var known = found[trace.table] {
          let all = Set(known.rows).union(trace.rows).sorted()
          known.isExact = known.isExact && trace.isExact
          known.rows = all
          found[trace.table] = known
        } else {
          order.append(trace.table)
          found[trace.table] = trace
        }
      }
    }
    return order.compactMap { found[$0] }.map { trace in
      var trace = trace
      if let table = tables.first(where: { $0.name == trace.table }) {
        trace.lines = trace.rows.map { table.loaded.line(ofRow: $0) }
      }
      return trace
    }
  }

  private func trace(of result: QueryResult, row: Int, in table: SiteTable) -> Trace {
    let cells = result.table.rows[row]
    let passed = zip(result.origins, cells).compactMap { origin, value -> (Int, DataValue)? in
      guard let origin, origin.table == table.name,
        let place = table.table.index(of: origin.column)
      else { return nil }
      return (place, value)
    }
    let source = table.table.index(of: "source")
    let ids = Set(result.exactLineage ? result.sources(row: row) : [])
    func fits(_ values: [DataValue], _ conditions: [(Int, DataValue)]) -> Bool {
      conditions.allSatisfy { Self.isSame(values[$0.0], $0.1) }
        && (source.map { ids.isEmpty || Self.names(values[$0], oneOf: ids) } ?? true)
    }
    // The column of sources may unite those of several rows.
    let conditions = passed.filter { $0.0 != source }
    var rows = table.table.rows.indices.filter { fits(table.table.rows[$0], conditions) }
    let key = table.schema.primaryKey.compactMap(table.table.index)
    var isExact =
      result.exactLineage && !key.isEmpty
      && key.allSatisfy { place in passed.contains { $0.0 == place } }
    if rows.isEmpty {
      isExact = false
      rows = table.table.rows.indices.filter { fits(table.table.rows[$0], []) }
    }
    return Trace(
      table: table.name, path: table.path, rows: rows,
      lines: rows.map { table.loaded.line(ofRow: $0) }, isExact: isExact)
  }

  /// Whether a cell and what a query made of it are the same: SQLite has booleans and whole numbers its way.
  private static func isSame(_ cell: DataValue, _ value: DataValue) -> Bool {
    if let a = cell.double, let b = value.double { return a == b }
    return cell == value
  }

  private static func names(_ cell: DataValue, oneOf ids: Set<String>) -> Bool {
    guard let text = cell.text else { return false }
    return SourceIDs.split(text).contains(where: ids.contains)
  }
}
