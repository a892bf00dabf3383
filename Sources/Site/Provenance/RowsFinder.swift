import Queries
import Tables

/// Finds the rows of tables behind values: by the query, which is asked once more whence each value comes; else
/// by what the result passes on.
final class RowsFinder {
  /// A result, and what it takes to ask its query once more.
  struct Reading {
    var result: QueryResult
    /// The query or table that gave it.
    var query: String
    var scope = QueryScope.site
    var parameters: [String: DataValue] = [:]
  }

  /// Rows of more results than this are not asked for.
  static let limit = 5_000

  private let data: SiteData
  private let tracer: RowTracer
  private var known: [Key: [RowOrigins]?] = [:]

  /// What was asked of a query.
  private struct Key: Hashable {
    var query: String
    var columns: [String]
  }

  /// A finder that keeps what it has found: for one thread, and one page where queries are its own.
  init(_ data: SiteData, _ tracer: RowTracer) {
    self.data = data
    self.tracer = tracer
  }

  /// The rows behind columns of some rows of a result, table by table in the order of the package.
  func traces(
    of reading: Reading, rows: Range<Int>, columns: [Int], _ session: QuerySession
  ) -> [RowTrace] {
    let result = reading.result
    let arePassed = columns.allSatisfy { result.origins[$0] != nil }
    if arePassed, columns.count == 1, rows.count == 1 {
      // The one row that a cell is passed on from needs no second question.
      let passed = tracer.traces(of: result, row: rows.lowerBound)
      if passed.count == 1, passed[0].isExact { return passed }
    }
    guard let origins = origins(of: reading, columns, session) else {
      return RowTrace.united(rows.lazy.flatMap { self.tracer.traces(of: result, row: $0) })
    }
    return RowTrace.united(
      rows.lazy.flatMap { row in
        let found = self.traces(origins[row], arePassed ? .passed : .computed)
        return found.isEmpty ? self.tracer.traces(of: result, row: row) : found
      })
  }

  private func traces(_ origins: RowOrigins, _ tie: RowTrace.Tie) -> [RowTrace] {
    let counts = origins.rows.values.map(\.count)
    var tie = tie
    if origins.areBounds, counts.reduce(0, +) > 1 {
      tie = .bound
    } else if counts.contains(where: { $0 > 1 }) {
      tie = max(tie, .computed)
    }
    return data.tables.compactMap { table in
      origins.rows[table.name].map { RowTrace(table: table.name, rows: $0, tie: tie) }
    }
  }

  private func origins(
    of reading: Reading, _ columns: [Int], _ session: QuerySession
  ) -> [RowOrigins]? {
    let result = reading.result
    guard result.table.rows.count <= Self.limit else { return nil }
    let key = Key(query: reading.query, columns: columns.map { result.table.columns[$0].name })
    if let known = known[key] { return known }
    let origins = session.rowOrigins(
      of: reading.query, columns: key.columns, result: result, scope: reading.scope,
      parameters: reading.parameters)
    known[key] = .some(origins)
    return origins
  }
}

extension QueryResult {
  /// The columns that readers are shown, not those that say something of others.
  var ownColumns: [Int] {
    table.columns.indices.filter { index in
      let name = table.columns[index].name
      return name != "source" && name != "status" && !name.hasSuffix("_status")
    }
  }
}
