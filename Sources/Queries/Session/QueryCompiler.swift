import CSQLite
import Diagnostics
import GRDB

/// Makes one query ready on a connection; every fault becomes a diagnostic at its place.
struct QueryCompiler {
  let graph: QueryGraph
  let store: DataStore
  let connection: GuardedConnection
  let db: Database
  let collector: DiagnosticCollector

  /// The query ready to run, or nil after a report.
  func compile(
    _ query: ParsedQuery, _ composed: ComposedSQL, _ dependencies: [ParsedQuery]
  ) -> CompiledQuery? {
    guard let statement = prepare(composed) else { return nil }
    let columns = statement.columnNames
    guard checkNames(columns, of: query, composed) else { return nil }
    let audited = connection.audit.reads
    let origins = ColumnTracer(compiler: self, dependencies: dependencies)
      .origins(of: query, statement)
    return CompiledQuery(
      statement: statement, composed: composed, parameters: Self.parameters(of: statement),
      columns: columns, origins: origins, reads: reads(audited, composed),
      queries: Set(dependencies.map(\.query.name)),
      order: ResultOrder(query.outline.order, columns: columns, origins: origins))
  }

  private func prepare(_ composed: ComposedSQL) -> Statement? {
    do {
      return try db.makeStatement(sql: composed.text)
    } catch {
      let offset = db.sqliteConnection.map { sqlite3_error_offset($0) } ?? -1
      let faults = QueryFaults(store: store, graph: graph, composed: composed)
      collector.add(faults.diagnostic(error, at: Int(offset), refusal: connection.audit.refusal))
      return nil
    }
  }

  /// The names of a statement's parameters, without colon, in the order of their places.
  static func parameters(of statement: Statement) -> [String] {
    let count = sqlite3_bind_parameter_count(statement.sqliteStatement)
    guard count > 0 else { return [] }
    return (1...count).map { index in
      guard let name = sqlite3_bind_parameter_name(statement.sqliteStatement, index) else {
        return ""
      }
      return String(String(cString: name).dropFirst())
    }
  }

  // MARK: Columns

  /// Whether each column has a name of its own: SQLite calls a nameless one by its expression.
  private func checkNames(
    _ columns: [String], of query: ParsedQuery, _ composed: ComposedSQL
  ) -> Bool {
    var seen: Set<String> = []
    for (index, name) in columns.enumerated() {
      let fault: String
      if !isGiven(name, composed) {
        fault = "column \(index + 1) has no name"
      } else if !seen.insert(name.lowercased()).inserted {
        fault = "two columns are called \(name)"
      } else {
        continue
      }
      collector.add(
        query.error(
          "query.column-name", at: query.outline.branches.first ?? query.outline.body, fault,
          found: "\"\(name.prefix(60))\"", remedy: "name each column with AS: count(*) AS n"))
      return false
    }
    return true
  }

  /// Whether a column's name is one: a plain name, or one that the texts quote or a table has.
  private func isGiven(_ name: String, _ composed: ComposedSQL) -> Bool {
    let tokens = SQLLexer.tokens(of: name)
    if tokens.count == 1, tokens[0].kind == .word { return true }
    return composed.sources.contains { source in
      source.outline.tokens.contains {
        ($0.kind == .quotedName || $0.kind == .string) && $0.text == name
      }
    } || store.facts.values.contains { $0.fields[name.lowercased()] != nil }
  }

  // MARK: Tables read

  /// The base tables that a query reads with the columns seen: what the authorizer saw, which misses
  /// tables joined by USING, united with what the program opens, which misses tables that the planner
  /// takes out.
  private func reads(_ audited: [String: Set<String>], _ composed: ComposedSQL) -> [String: Set<
    String
  >] {
    var reads: [String: Set<String>] = [:]
    for (name, columns) in audited {
      guard let facts = store.facts[name] else { continue }
      reads[name] = columns.filter { facts.fields[$0] != nil }
    }
    for name in openedTables(composed) where store.facts[name] != nil {
      reads[name] = reads[name] ?? []
    }
    return reads
  }

  private func openedTables(_ composed: ComposedSQL) -> [String] {
    connection.trusted { db in
      guard let explain = try? db.makeStatement(sql: "EXPLAIN " + composed.text) else { return [] }
      explain.setUncheckedArguments(StatementArguments())
      let rows = (try? Row.fetchAll(explain)) ?? []
      return rows.compactMap { row in
        guard row["opcode"] as String? == "OpenRead", row["p3"] as Int? == 0,
          let page = row["p2"] as Int?
        else { return nil }
        return store.tablesByRootPage[page]
      }
    }
  }
}
