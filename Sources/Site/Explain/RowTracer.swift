package import Queries
import Tables

/// Finds the rows of tables that a row of a result rests on, by what the result passes on.
///
/// A column that a query passes on unchanged tells which rows of its table are meant, as do the sources
/// of the result's row. Where these name the rows by the table's key, the rows are exact; else they are
/// those among which the value was computed. Rows are looked up in indexes that are made once, so that each
/// trace takes time by the rows it finds; one tracer serves one thread.
package final class RowTracer {
  /// Columns of a table by which its rows are looked up.
  private struct Lookup: Hashable {
    var table: Int
    var columns: [Int]
  }

  private let tables: [SiteTable]
  private var indexes: [Lookup: [[DataValue]: [Int]]] = [:]
  /// The rows of a table among which sources were looked for, by table and sources.
  private var bySources: [Lookup: [Set<String>: [Int]]] = [:]

  /// A tracer for the tables of a site.
  package init(_ data: SiteData) {
    tables = data.tables
  }

  /// The rows behind a row of a result, table by table in the order of the package; the register of sources
  /// is left out where other tables are read.
  package func traces(of result: QueryResult, row: Int) -> [RowTrace] {
    let read = tables.indices.filter { result.reads[tables[$0].name] != nil }
    let others = read.filter { tables[$0].name != "sources" }
    return (others.isEmpty ? read : others).map { trace(of: result, row: row, in: $0) }
  }

  private func trace(of result: QueryResult, row: Int, in number: Int) -> RowTrace {
    let table = tables[number]
    let source = table.table.index(of: "source")
    let passed = passed(by: result, row: row, of: table)
    let ids = Set(result.exactLineage ? result.sources(row: row) : [])
    let key = table.schema.primaryKey.compactMap(table.table.index)
    var isExact =
      result.exactLineage && !key.isEmpty && key.allSatisfy { passed[$0] != nil }
    // The column of sources may unite those of several rows.
    let columns = passed.keys.filter { $0 != source }.sorted()
    let lookup = Lookup(table: number, columns: columns)
    var rows = filtered(
      index(lookup)[columns.compactMap { passed[$0] }] ?? [], ids, of: lookup,
      isWhole: columns.isEmpty)
    if rows.isEmpty {
      isExact = false
      let all = Lookup(table: number, columns: [])
      rows = filtered(index(all)[[]] ?? [], ids, of: all, isWhole: true)
    }
    return RowTrace(table: table.name, rows: rows, tie: isExact ? .passed : .among)
  }

  /// The cells of a result's row that a table's columns passed on, by the place of the column; of two of one
  /// column the first.
  private func passed(
    by result: QueryResult, row: Int, of table: SiteTable
  ) -> [Int: DataValue] {
    var passed: [Int: DataValue] = [:]
    for (origin, value) in zip(result.origins, result.table.rows[row]) {
      guard let origin, origin.table == table.name,
        let place = table.table.index(of: origin.column),
        passed[place] == nil
      else { continue }
      passed[place] = Self.comparable(value)
    }
    return passed
  }

  // MARK: Indexes

  /// The rows of a table by the values of columns.
  private func index(_ lookup: Lookup) -> [[DataValue]: [Int]] {
    if let known = indexes[lookup] { return known }
    var index: [[DataValue]: [Int]] = [:]
    for (row, cells) in tables[lookup.table].table.rows.enumerated() {
      index[lookup.columns.map { Self.comparable(cells[$0]) }, default: []].append(row)
    }
    indexes[lookup] = index
    return index
  }

  /// The rows that name one of some sources; all of them where none are asked for.
  ///
  /// - Parameter isWhole: whether the rows are those of the whole table, so that the answer is worth keeping.
  private func filtered(
    _ rows: [Int], _ ids: Set<String>, of lookup: Lookup, isWhole: Bool
  ) -> [Int] {
    let table = tables[lookup.table].table
    guard !ids.isEmpty, let source = table.index(of: "source") else { return rows }
    if isWhole, let known = bySources[lookup]?[ids] { return known }
    let found = rows.filter { row in
      table.rows[row][source].text.map { SourceIDs.split($0).contains(where: ids.contains) }
        ?? false
    }
    if isWhole { bySources[lookup, default: [:]][ids] = found }
    return found
  }

  /// A cell such that it is equal to what a query made of it: SQLite has booleans and whole numbers its way.
  private static func comparable(_ value: DataValue) -> DataValue {
    value.double.map(DataValue.number) ?? value
  }
}
