package import Diagnostics
import GRDB
package import Tables

/// One thread's connection to a store: runs queries. Make one for each thread.
package final class QuerySession {
  let store: DataStore
  let connection: GuardedConnection
  /// Gives rows of no declared order the other way round; opened when first needed.
  private var reversed: GuardedConnection?

  init(_ store: DataStore) throws {
    self.store = store
    connection = try GuardedConnection(store.image, limits: store.limits)
  }

  /// Runs a query of the page, of the site, or one that belongs to neither.
  ///
  /// `parameters` are the values of `:name` in the query and in those it uses; unused ones do not
  /// matter. Gives nil after a fault, which is reported at its place in the author's text; of a query
  /// that has been reported before, or uses such, nothing is said again.
  package func run(
    _ query: NamedQuery, scope: QueryScope = .site, parameters: [String: DataValue] = [:],
    into collector: DiagnosticCollector
  ) -> QueryResult? {
    let runner = runner(scope, connection, collector)
    guard let run = runner.run(parsed(query, scope), parameters) else { return nil }
    return ResultBuilder(store: store, run: run).result(into: collector)
  }

  /// What a query reads and gives, without running it: no parameters are needed. Nil after a fault.
  package func lineage(
    of query: NamedQuery, scope: QueryScope = .site, into collector: DiagnosticCollector
  ) -> QueryLineage? {
    runner(scope, connection, collector).compile(parsed(query, scope)).map {
      QueryLineage(
        columns: $0.columns, origins: $0.origins, reads: $0.reads, queries: $0.queries)
    }
  }

  /// Reads a query or a table by its name, as a fence or a value names it; `location` is the place of
  /// the name, for the report of an unknown one.
  package func read(
    _ name: String, scope: QueryScope = .site, parameters: [String: DataValue] = [:],
    at location: SourceLocation, into collector: DiagnosticCollector
  ) -> QueryResult? {
    if let query = scope.own[name] ?? store.site.queries[name] {
      return run(query.query, scope: scope, parameters: parameters, into: collector)
    }
    if scope.broken.contains(name) || store.site.broken.contains(name) { return nil }
    guard store.tableNames.contains(name) else {
      let known = store.tableNames.union(scope.own.keys).union(store.site.queries.keys)
      collector.add(
        Diagnostic(
          .error, "query.unknown-name", at: location, "there is no query or table \(name)",
          remedy: NearMiss.suggestion(for: name, among: known).map { "did you mean \($0)?" }
            ?? "there are: \(known.sorted().prefix(20).joined(separator: ", "))"))
      return nil
    }
    let whole = NamedQuery(
      name: "the table \(name)", sql: "SELECT * FROM \(quotedName(name))", path: location.path,
      origin: location.range.start)
    return run(whole, scope: .site, into: collector)
  }

  /// The value of an SQL condition in which parameters stand for values: for claims and `when`.
  ///
  /// `origin` is the place of its first character in the file `path`. Nil after a fault.
  package func evaluate(
    condition: String, bindings: [String: DataValue] = [:], path: String, origin: SourcePosition,
    scope: QueryScope = .site, into collector: DiagnosticCollector
  ) -> DataValue? {
    examine(
      condition: condition, bindings: bindings, path: path, origin: origin, scope: scope,
      into: collector)?.value
  }

  /// The value of an SQL condition together with what it rests on beside the bound values.
  package func examine(
    condition: String, bindings: [String: DataValue] = [:], path: String, origin: SourcePosition,
    scope: QueryScope = .site, into collector: DiagnosticCollector
  ) -> ConditionResult? {
    let query = ParsedQuery(condition: condition, path: path, origin: origin)
    guard let run = runner(scope, connection, collector).run(query, bindings),
      let value = run.rows.first?.first
    else { return nil }
    return ConditionResult(
      value: value, reads: run.compiled.reads, queries: run.compiled.queries)
  }

  /// Whether the rows come in another order when SQLite takes those of no declared order the other way
  /// round: then the result rests on an order that nobody asked for. False for a faulty query.
  package func dependsOnOrder(
    _ query: NamedQuery, scope: QueryScope = .site, parameters: [String: DataValue] = [:]
  ) throws -> Bool {
    let silent = DiagnosticCollector()
    let parsed = parsed(query, scope)
    guard let forward = runner(scope, connection, silent).run(parsed, parameters) else {
      return false
    }
    let other = try reversed ?? GuardedConnection(store.image, limits: store.limits, reversed: true)
    reversed = other
    return runner(scope, other, silent).run(parsed, parameters)?.rows != forward.rows
  }

  private func runner(
    _ scope: QueryScope, _ connection: GuardedConnection, _ collector: DiagnosticCollector
  ) -> QueryRunner {
    QueryRunner(
      store: store, graph: graph(scope),
      broken: scope.broken.isEmpty ? store.site.broken : scope.broken,
      connection: connection, collector: collector)
  }

  /// The queries that a page sees.
  func graph(_ scope: QueryScope) -> QueryGraph {
    QueryGraph(
      site: store.site.queries, own: scope.own, tables: store.tableNames,
      extents: scope.own.isEmpty ? store.site.extents : scope.extents)
  }

  /// The query as it was checked with the scope or the store, else checked on its own by the runner.
  private func parsed(_ query: NamedQuery, _ scope: QueryScope) -> ParsedQuery {
    let known = [scope.own[query.name], store.site.queries[query.name]].compactMap { $0 }
    return known.first { $0.query == query } ?? ParsedQuery(query, isPrivate: true)
  }
}
