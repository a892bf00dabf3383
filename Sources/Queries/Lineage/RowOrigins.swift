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

  /// How many rows of tables are followed for one row of a result.
  static let limit = 2_000

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

  /// The aggregate that unites the texts of rows.
  static var union: AggregateFunction {
    AggregateFunction(RowRewriter.column, 1) {
      TextState(
        parts: { value throws(AggregateFault) in
          guard case .string(let text) = value.storage else { return [] }
          return text.split(separator: " ").map(String.init)
        },
        formula: { parts in
          parts.count > limit ? "?" : parts.sorted().joined(separator: " ")
        })
    }
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
    var rewriter = RowRewriter(store, graph(scope))
    guard let sql = rewriter.sql(query, columns: columns) else { return nil }
    let rows = connection.guarded { db -> [Row]? in
      guard let statement = try? db.makeStatement(sql: sql) else { return nil }
      let values = parameters.mapValues(QueryRunner.databaseValue)
      let names = QueryCompiler.parameters(of: statement)
      guard names.allSatisfy({ values[$0] != nil }) else { return nil }
      return try? Row.fetchAll(
        statement, arguments: StatementArguments(names.compactMap { values[$0] }))
    }
    guard let rows, rows.count == result.table.rows.count else { return nil }
    var origins: [RowOrigins] = []
    for (row, values) in zip(rows, result.table.rows) {
      guard row.isSame(as: values),
        let found = RowOrigins(row[RowRewriter.column] as String?, tables: rewriter.tables)
      else { return nil }
      origins.append(found)
    }
    return origins
  }
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
