import Diagnostics
import GRDB
package import Tables

/// The rows of tables from which values of a result's row are made.
package struct RowOrigins: Sendable, Hashable {
  /// The rows, from 0, in the order of the file, by table.
  package var rows: [String: [Int]] = [:]
  /// Whether these are the rows among which the ones behind the values are, as for a value of the row before.
  package var areBounds = false

  /// No rows.
  package init() {}

  /// The rows that a text of `RowRewriter` names; nil where there are too many.
  init?(_ text: String?, tables: [String]) {
    for part in (text ?? "").split(separator: " ") {
      if part == RowRewriter.bound {
        areBounds = true
        continue
      }
      let numbers = part.split(separator: ":").compactMap { Int($0) }
      guard numbers.count == 2, tables.indices.contains(numbers[0]) else { return nil }
      rows[tables[numbers[0]], default: []].append(numbers[1] - 1)
    }
    rows = rows.mapValues { Set($0).sorted() }
  }
}

extension QuerySession {
  /// The rows of tables from which values of a result are made, one entry for each row of the result.
  ///
  /// Nil where it cannot be told: the SQL is of a form that is not followed, or it gives other rows when it
  /// is made to say whence they come (DISTINCT, UNION).
  ///
  /// - Parameters:
  ///   - name: the query or table that gave the result.
  ///   - columns: the columns whose values are meant.
  package func rowOrigins(
    of name: String, columns: [String], result: QueryResult, scope: QueryScope = .site,
    parameters: [String: DataValue] = [:]
  ) -> [RowOrigins]? {
    let query =
      scope.own[name] ?? store.site.queries[name]
      ?? ParsedQuery(
        NamedQuery(name: "a table", sql: "SELECT * FROM \(quotedName(name))", path: "query"),
        isPrivate: false)
    let rows = connection.guarded { db -> [Row]? in
      guard let traced = traced(query, columns, graph(scope), db) else { return nil }
      let values = traced.parameters.map { parameters[$0].map(QueryRunner.databaseValue) }
      guard values.allSatisfy({ $0 != nil }) else { return nil }
      return try? Row.fetchAll(
        traced.statement, arguments: StatementArguments(values.compactMap(\.self)))
    }
    let tables = store.tablesInOrder
    guard let rows, rows.count == result.table.rows.count else { return nil }
    var origins: [RowOrigins] = []
    for (row, values) in zip(rows, result.table.rows) {
      guard row.isSame(as: values),
        let found = RowOrigins(row[RowRewriter.column] as String?, tables: tables)
      else { return nil }
      origins.append(found)
    }
    return origins
  }

  /// The statement that tells whence columns of a query come, made once for all pages that run the same text; nil
  /// where there is none.
  private func traced(
    _ query: ParsedQuery, _ columns: [String], _ graph: QueryGraph, _ db: Database
  ) -> TracedStatement? {
    let texts = ([query] + graph.dependencies(of: query)).map(\.query.sql)
    let key = TracedStatement.Key(texts: texts, columns: columns)
    if let known = connection.traced(key) { return known }
    var rewriter = RowRewriter(store, graph)
    let traced = rewriter.sql(query, columns: columns).flatMap { sql in
      (try? db.makeStatement(sql: sql)).map {
        TracedStatement(statement: $0, parameters: QueryCompiler.parameters(of: $0))
      }
    }
    connection.keep(traced, for: key)
    return traced
  }
}

/// A statement that tells whence the values of a query come.
struct TracedStatement {
  /// What it was made from.
  struct Key: Hashable {
    /// The query's text, and those of the queries that it uses.
    var texts: [String]
    var columns: [String]
  }

  let statement: Statement
  /// The names of its parameters in the order of their places.
  let parameters: [String]
}

extension Row {
  /// Whether the row has the values of a result's, apart from the columns that say whence they come.
  fileprivate func isSame(as values: [DataValue]) -> Bool {
    var index = 0
    for (name, value) in self where !name.hasPrefix(RowRewriter.column) {
      guard index < values.count else { return false }
      let isSame =
        switch (value.storage, values[index]) {
        case (.null, .null): true
        case (.string(let text), .text(let other)): text == other
        case (.int64(let number), let other): other.double == Double(number)
        case (.double(let number), let other): other.double == number
        default: false
        }
      guard isSame else { return false }
      index += 1
    }
    return index == values.count
  }
}
