import Diagnostics
import Queries
import Tables

/// What pages have in common, kept by one thread for all pages that it resolves.
final class SharedResults {
  /// The names of tables, views and site queries.
  let names: Set<String>
  /// Finds the rows behind what is shown.
  let tracer: RowTracer
  /// The same where queries of the site are asked for them.
  let finder: RowsFinder
  private let queries: [String: NamedQuery]
  /// Site queries, tables and views by name; nil where reading one has failed and was reported.
  private var results: [String: QueryResult?] = [:]

  /// Nothing read yet.
  init(_ data: SiteData) {
    tracer = RowTracer(data)
    finder = RowsFinder(data, tracer)
    names = Set(data.store.names).union(data.queries.map(\.name))
    queries = Dictionary(data.queries.map { ($0.name, $0) }) { first, _ in first }
  }

  /// A query of the site, by name.
  func query(_ name: String) -> NamedQuery? { queries[name] }

  /// The result of a name, read once.
  func result(_ name: String, _ read: () -> QueryResult?) -> QueryResult? {
    if let known = results[name] { return known }
    let result = read()
    results[name] = .some(result)
    return result
  }
}

/// The results of queries and tables by name, as one page sees them.
final class PageData {
  /// The names of the queries that belong to the page.
  let own: [String: NamedQuery]
  /// The queries of the page.
  let scope: QueryScope
  /// The cells of the page's row, by column.
  let parameters: [String: DataValue]

  private let tables: SiteData
  /// Finds the rows behind what queries of the page give.
  private let finder: RowsFinder
  private let session: QuerySession
  private let shared: SharedResults
  private let row: RowBinding?
  private let diagnostics: DiagnosticCollector
  private var views: [String: ResultView?] = [:]
  /// What has been read: base tables with their columns.
  private(set) var reads: [String: Set<String>] = [:]
  /// The queries and tables read by name, each with the queries behind it.
  private(set) var uses: [String: Set<String>] = [:]
  /// What has been read since the trace was started: by a figure, or by the page's title.
  private(set) var traced: (reads: [String: Set<String>], names: Set<String>) = ([:], [])

  /// What a page sees.
  ///
  /// - Parameter queries: the queries in its text and parts.
  init(
    _ data: SiteData, row: RowBinding?, queries: [NamedQuery], session: QuerySession,
    shared: SharedResults, into diagnostics: DiagnosticCollector
  ) {
    tables = data
    finder = RowsFinder(data, shared.tracer)
    self.session = session
    self.shared = shared
    self.row = row
    self.diagnostics = diagnostics
    scope =
      queries.isEmpty
      ? .site : QueryScope(queries: queries, store: data.store, into: diagnostics)
    own = Dictionary(queries.map { ($0.name, $0) }) { first, _ in first }
    parameters = row?.parameters ?? [:]
  }

  /// The units of the data package.
  var units: UnitCatalog { tables.package?.units ?? UnitCatalog() }

  /// What a name stands for; nil after a report, or where it was reported before.
  func view(_ name: String, at location: SourceLocation) -> ResultView? {
    if let known = views[name] {
      if let known { note(known) }
      return known
    }
    let view = read(name, at: location)
    if let view { note(view) }
    // An unknown name is reported wherever it stands; a query that failed, where it stands itself.
    if view != nil || isKnown(name) { views[name] = .some(view) }
    return view
  }

  /// Whether a name is that of a query, table or view, or of the page's row.
  func isKnown(_ name: String) -> Bool {
    own[name] != nil || name == Self.rowName && row != nil || shared.names.contains(name)
  }

  /// The SQL behind a name; nil for tables.
  func sql(_ name: String) -> String? { query(name)?.sql }

  /// Where the query of a name stands; nil for tables.
  func location(_ name: String) -> SourceLocation? {
    query(name).map { SourceLocation($0.path, SourceRange($0.origin)) }
  }

  /// The value of an SQL condition whose references have been replaced by parameters, with what its
  /// subqueries read.
  func examine(
    _ condition: String, bindings: [String: DataValue], at place: TextPlace
  ) -> ConditionResult? {
    let result = session.examine(
      condition: condition, bindings: bindings.merging(parameters) { first, _ in first },
      path: place.path, origin: place.range.start, scope: scope, into: diagnostics)
    if let result {
      noteReads(result.reads)
      traced.names.formUnion(result.queries)
    }
    return result
  }

  /// Forgets what has been traced.
  func startTrace() { traced = ([:], []) }

  private func note(_ view: ResultView) {
    noteReads(view.result.reads)
    traced.names.insert(view.query)
    uses[view.query] = view.result.queries
  }

  private func noteReads(_ other: [String: Set<String>]) {
    reads.merge(other) { $0.union($1) }
    traced.reads.merge(other) { $0.union($1) }
  }

  /// How many rows behind a value a report names.
  private static let notedRows = 3

  /// The rows of tables behind a cell, for reports; no more than a few of each table.
  func rowNotes(of cell: FoundCell) -> [Diagnostic.Note] {
    let reads = cell.view.result.reads
    return traces(behind: cell).flatMap {
      trace -> [Diagnostic.Note] in
      guard let table = tables.table(trace.table) else { return [] }
      let notes = trace.rows.prefix(Self.notedRows).map { row in
        Diagnostic.Note(
          "from " + table.words(ofRow: row, reading: reads[trace.table] ?? []),
          at: SourceLocation(
            table.path,
            SourceRange(SourcePosition(line: table.loaded.line(ofRow: row), column: 1))))
      }
      let rest = trace.rows.count - notes.count
      return notes + (rest > 0 ? [.init("and \(rest) more rows of \(trace.table)")] : [])
    }
  }

  /// The disagreements of the site's sources.
  var disagreements: DisagreementIndex { tables.disagreements }

  /// The rows of tables behind a cell.
  func rowsBehind(_ cell: FoundCell) -> [RowsBehind] { named(traces(behind: cell)) }

  /// The rows of tables behind all that views show.
  func rowsBehind(_ views: [ResultView]) -> [RowsBehind] {
    named(RowTrace.united(views.lazy.flatMap { self.traces(behind: $0) }))
  }

  /// The rows behind a cell, table by table.
  func traces(behind cell: FoundCell) -> [RowTrace] {
    traces(behind: [cell.column], of: cell.row..<cell.row + 1, in: cell.view)
  }

  /// The rows behind all that a view shows, table by table.
  func traces(behind view: ResultView) -> [RowTrace] {
    traces(behind: view.result.ownColumns, of: 0..<view.count, in: view)
  }

  private func named(_ traces: [RowTrace]) -> [RowsBehind] {
    traces.map { RowsBehind($0, of: tables.table($0.table)) }
  }

  private func traces(
    behind columns: [Int], of rows: Range<Int>, in view: ResultView
  ) -> [RowTrace] {
    let start = view.rows.lowerBound
    var reading = RowsFinder.Reading(result: view.result, query: view.query)
    let isOwn = own[view.query] != nil
    if isOwn { (reading.scope, reading.parameters) = (scope, parameters) }
    return (isOwn ? finder : shared.finder).traces(
      of: reading, rows: start + rows.lowerBound..<start + rows.upperBound, columns: columns,
      session)
  }

  /// Whether the order of a result's rows rests on nothing that its query says.
  func dependsOnOrder(_ name: String) -> Bool {
    guard let query = query(name) else { return false }
    let answer = try? session.dependsOnOrder(
      query, scope: own[name] == nil ? .site : scope, parameters: parameters)
    return answer ?? false
  }

  private static let rowName = "row"

  private func query(_ name: String) -> NamedQuery? {
    if name == Self.rowName, let row { return shared.query(row.query) }
    return own[name] ?? shared.query(name)
  }

  private func read(_ name: String, at location: SourceLocation) -> ResultView? {
    if name == Self.rowName, let row {
      return siteResult(row.query, at: location).flatMap { result in
        row.number <= result.table.rows.count
          ? ResultView(name, of: row.query, result, row: row.number - 1) : nil
      }
    }
    if own[name] != nil {
      return session.read(
        name, scope: scope, parameters: parameters, at: location, into: diagnostics
      ).map { ResultView(name, $0) }
    }
    return siteResult(name, at: location).map { ResultView(name, $0) }
  }

  private func siteResult(_ name: String, at location: SourceLocation) -> QueryResult? {
    guard shared.names.contains(name) else {
      // Reports the name, with those of the page among the suggestions.
      return session.read(name, scope: scope, at: location, into: diagnostics)
    }
    return shared.result(name) { session.read(name, at: location, into: diagnostics) }
  }
}
