import CSQLite
import Diagnostics
import GRDB
import Tables

/// Runs a query on a connection: checks, compiles or finds it compiled, binds and fetches.
struct QueryRunner {
  let store: DataStore
  let graph: QueryGraph
  let broken: Set<String>
  let connection: GuardedConnection
  let collector: DiagnosticCollector

  /// The rows of a query; nil after a report, now or before.
  func run(_ query: ParsedQuery, _ parameters: [String: DataValue]) -> QueryRun? {
    guard isUsable(query) else { return nil }
    let dependencies = graph.dependencies(of: query)
    let composed = ComposedSQL(query, using: dependencies)
    return connection.guarded { db in
      guard let compiled = compiled(query, composed, dependencies, db),
        let arguments = arguments(compiled, composed, parameters),
        let rows = fetch(compiled, composed, arguments)
      else { return nil }
      return QueryRun(query: query, compiled: compiled, rows: rows)
    }
  }

  /// The query compiled; nil after a report, now or before.
  func compile(_ query: ParsedQuery) -> CompiledQuery? {
    guard isUsable(query) else { return nil }
    let dependencies = graph.dependencies(of: query)
    let composed = ComposedSQL(query, using: dependencies)
    return connection.guarded { db in compiled(query, composed, dependencies, db) }
  }

  /// Whether the query can be compiled; queries of the site and of pages have been checked before.
  private func isUsable(_ query: ParsedQuery) -> Bool {
    if graph.extents[query.query.name] != nil, graph.isNamed(query) { return true }
    if broken.contains(query.query.name) { return false }
    let faults = graph.faults(query)
    collector.add(faults)
    let uses = graph.uses(query).map(\.query.name)
    guard faults.isEmpty, !uses.contains(where: broken.contains) else { return false }
    guard let fault = QueryExtent(of: query, over: graph.extents).fault(of: query) else {
      return true
    }
    collector.add(fault)
    return false
  }

  private func compiled(
    _ query: ParsedQuery, _ composed: ComposedSQL, _ dependencies: [ParsedQuery], _ db: Database
  ) -> CompiledQuery? {
    if let known = connection.compiled(composed.text) { return known }
    let compiler = QueryCompiler(
      graph: graph, store: store, connection: connection, db: db, collector: collector)
    guard let compiled = compiler.compile(query, composed, dependencies) else { return nil }
    connection.keep(compiled, for: composed.text)
    return compiled
  }

  // MARK: Parameters

  /// The values of the query's parameters in their order; nil after reporting those without one.
  private func arguments(
    _ compiled: CompiledQuery, _ composed: ComposedSQL, _ parameters: [String: DataValue]
  ) -> StatementArguments? {
    let missing = compiled.parameters.filter { parameters[$0] == nil }
    for name in missing { collector.add(unbound(name, composed, parameters)) }
    guard missing.isEmpty else { return nil }
    return StatementArguments(
      compiled.parameters.map { Self.databaseValue(parameters[$0] ?? .null) })
  }

  private func unbound(
    _ name: String, _ composed: ComposedSQL, _ parameters: [String: DataValue]
  ) -> Diagnostic {
    let user = composed.sources.first { source in
      source.outline.parameters.contains { $0.text == ":\(name)" }
    }
    let query = user ?? composed.main
    let place = query.outline.parameters.first { $0.text == ":\(name)" }?.range
    let known = parameters.keys.sorted()
    return query.error(
      "query.parameter", at: place ?? query.outline.body,
      "the parameter :\(name) has no value here",
      remedy: NearMiss.suggestion(for: name, among: known).map { "did you mean :\($0)?" }
        ?? (known.isEmpty
          ? "parameters are the columns of a row page's row"
          : "there are: \(known.map { ":\($0)" }.joined(separator: ", "))"))
  }

  /// A value as SQLite is given it.
  static func databaseValue(_ value: DataValue) -> DatabaseValue {
    switch value {
    case .null: .null
    case .boolean(let flag): (flag ? 1 : 0).databaseValue
    case .integer(let number): number.databaseValue
    case .number(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }

  // MARK: Rows

  private func fetch(
    _ compiled: CompiledQuery, _ composed: ComposedSQL, _ arguments: StatementArguments
  ) -> [[DataValue]]? {
    _ = csqlite_take_clock_requests()
    var rows: [[DataValue]] = []
    do {
      let cursor = try Row.fetchCursor(compiled.statement, arguments: arguments)
      while let row = try cursor.next() {
        guard rows.count < store.limits.rows else {
          collector.add(tooManyRows(composed.main))
          return nil
        }
        guard let values = values(row, rows.count, composed.main) else { return nil }
        rows.append(values)
      }
    } catch {
      let faults = QueryFaults(store: store, graph: graph, composed: composed)
      let fault = faults.diagnostic(error, refusal: connection.audit.refusal)
      collector.add(csqlite_take_clock_requests() > 0 ? readsClock(composed) : fault)
      return nil
    }
    if csqlite_take_clock_requests() > 0 {
      collector.add(readsClock(composed))
      return nil
    }
    return rows
  }

  private func values(_ row: Row, _ index: Int, _ query: ParsedQuery) -> [DataValue]? {
    var values: [DataValue] = []
    values.reserveCapacity(row.count)
    for (name, value) in row {
      switch value.storage {
      case .null: values.append(.null)
      case .int64(let number): values.append(.integer(Int(number)))
      case .double(let number) where number.isFinite: values.append(.number(number))
      case .string(let text): values.append(.text(text))
      case .double, .blob:
        let isBlob = if case .blob = value.storage { true } else { false }
        collector.add(
          query.error(
            "query.value", at: query.outline.body,
            isBlob ? "a result holds bytes, which are no value" : "a result is beyond all numbers",
            found: "row \(index + 1), column \(name)",
            remedy: isBlob ? "use texts and numbers only" : "guard the division or the power"))
        return nil
      }
    }
    return values
  }

  private func tooManyRows(_ query: ParsedQuery) -> Diagnostic {
    query.error(
      "query.limit", at: query.outline.body, "the query has too many rows",
      expected: "at most \(store.limits.rows)", remedy: "group the rows, or choose some by WHERE")
  }

  private func readsClock(_ composed: ComposedSQL) -> Diagnostic {
    let functions = ["date", "time", "datetime", "julianday", "strftime", "unixepoch"]
    for source in composed.sources {
      guard let token = source.outline.tokens.first(where: { functions.contains($0.text) })
      else { continue }
      return clockFault(source, token.range)
    }
    return clockFault(composed.main, composed.main.outline.body)
  }

  private func clockFault(_ query: ParsedQuery, _ range: Range<Int>) -> Diagnostic {
    query.error(
      "query.refused", at: range,
      "the query reads the clock, and a build must give the same result each time",
      remedy: "compare with a date of the data or of the edition")
  }
}

/// A query that has run.
struct QueryRun {
  let query: ParsedQuery
  let compiled: CompiledQuery
  let rows: [[DataValue]]
}
