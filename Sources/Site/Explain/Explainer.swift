import Diagnostics
import Queries
import Tables

/// Explains things of a site.
package struct Explainer {
  let lineage: SiteLineage
  private let finder: SubjectFinder
  private let tracer: RowTracer

  /// How many rows of a result are followed to their tables.
  static let tracedRows = 500

  /// An explainer of a site.
  package init(_ lineage: SiteLineage) {
    self.lineage = lineage
    finder = SubjectFinder(lineage)
    tracer = RowTracer(lineage.site.context.data)
  }

  private var site: ResolvedSite { lineage.site }
  private var data: SiteData { site.context.data }

  /// Where a subject comes from and what may change with it. Throws where the database cannot be opened.
  package func explanation(of subject: ExplainSubject) throws -> Explanation {
    var explanation = Explanation(name: finder.name(of: subject), kind: subject.kind)
    switch subject {
    case .page(let number): explainPage(number, &explanation)
    case .figure(let id): try explainFigure(id, &explanation)
    case .table(let name): explainTable(name, column: nil, &explanation)
    case .column(let table, let column): explainTable(table, column: column, &explanation)
    case .query(let name, let page): try explainQuery(name, page, column: nil, &explanation)
    case .queryColumn(let name, let page, let column):
      try explainQuery(name, page, column: column, &explanation)
    case .source(let id): explainSource(id, &explanation)
    case .value(let page, let entry): try explainValue(page, entry, &explanation)
    }
    explanation.prediction = PredictionBuilder(lineage).prediction(of: subject)
    return explanation
  }

  // MARK: Subjects

  private func explainValue(_ place: Int, _ number: Int, _ explanation: inout Explanation) throws {
    let page = site.pages[place]
    let entry = page.evidence[number]
    explanation.location = entry.location
    explanation.facts = [
      ("shown", entry.shown), ("value", PlainText.of(entry.value)), ("unit", entry.unit?.symbol),
      ("status", entry.status.word), ("period", entry.period),
      ("row", "\(entry.row) of \(entry.query), column \(entry.column)"),
    ].compactMap { name, value in value.map { (name, $0) } }
    addQueries([entry.query], on: place, to: &explanation)
    addTables(entry.reads, to: &explanation)
    let session = try data.store.session()
    if let reading = lineage.reading(entry.query, on: place, session),
      reading.result.table.rows.indices.contains(entry.row - 1),
      let column = reading.result.table.index(of: entry.column)
    {
      addRows(
        behind: reading, rows: entry.row - 1..<entry.row, columns: [column], session,
        reads: entry.reads, to: &explanation)
    }
    addSources(entry.sources, to: &explanation)
  }

  private func explainFigure(_ id: String, _ explanation: inout Explanation) throws {
    guard let place = site.figures[id] else { return }
    let page = site.pages[place.page]
    let figure = page.figures[place.position]
    explanation.location = figure.location
    explanation.facts = [
      ("title", figure.title), ("kind", figure.kind.rawValue), ("page", page.plan.output),
      ("sources", figure.isExact ? "of the rows" : "of all tables read"),
    ].filter { !$0.1.isEmpty }
    addQueries(figure.queries.map(\.name), on: place.page, to: &explanation)
    addTables(figure.reads, to: &explanation)
    let session = try data.store.session()
    for query in figure.queries.map(\.name).uniqued() {
      guard let reading = lineage.reading(query, on: place.page, session) else { continue }
      addRows(
        behind: reading, columns: reading.result.ownColumns, session, reads: figure.reads,
        to: &explanation)
    }
    addSources(figure.sources, to: &explanation)
  }

  private func explainPage(_ number: Int, _ explanation: inout Explanation) {
    let page = site.pages[number]
    explanation.location = page.plan.location(.start)
    explanation.facts = [
      ("title", page.title), ("output", page.plan.output),
      ("figures", page.figures.map(\.id).joined(separator: ", ")),
      ("values", "\(page.evidence.count)"), ("claims", "\(page.claims.count)"),
    ].filter { !$0.1.isEmpty }
    addQueries(page.uses.keys.sorted(by: inByteOrder), on: number, to: &explanation)
    addTables(page.reads, to: &explanation)
    addSources(page.sources, to: &explanation)
  }

  private func explainTable(_ name: String, column: String?, _ explanation: inout Explanation) {
    guard let table = data.table(name) else { return }
    explanation.location = table.resource.location ?? SourceLocation(table.path)
    explanation.facts = [
      ("title", table.resource.title), ("rows", "\(table.table.rows.count)"),
    ].compactMap { name, value in value.map { (name, $0) } }
    if let column, let place = table.table.index(of: column) {
      let facts = table.table.columns[place]
      explanation.facts += [
        ("column", facts.title ?? facts.name), ("type", facts.type.rawValue),
        ("unit", facts.unit?.symbol ?? ""), ("format", facts.format ?? ""),
      ].filter { !$0.1.isEmpty }
    }
    let columns = column.map { [$0] } ?? table.table.columns.map(\.name)
    addTables([name: Set(columns)], to: &explanation)
    addSources(sources(in: table), to: &explanation)
  }

  private func explainQuery(
    _ name: String, _ page: Int?, column: String?, _ explanation: inout Explanation
  ) throws {
    guard let node = lineage.node(name, on: page) else { return }
    explanation.location = node.query.location
    explanation.facts = [("columns", node.lineage.columns.joined(separator: ", "))]
    var reads = node.lineage.reads
    if let column, let place = node.lineage.columns.firstIndex(of: column) {
      let origin = node.lineage.origins[place]
      explanation.facts = [
        (
          "column",
          origin.map { "\(column), passed on from \($0.table).\($0.column)" }
            ?? "\(column), computed"
        )
      ]
      if let origin { reads = [origin.table: [origin.column]] }
    }
    addQueries([name], on: page, to: &explanation)
    addTables(reads, to: &explanation)
    // A query of a row page has no rows but those of its page.
    let session = try data.store.session()
    guard let reading = lineage.reading(name, on: page, session) else { return }
    let result = reading.result
    explanation.facts.append(("rows", "\(result.table.rows.count)"))
    addRows(
      behind: reading,
      columns: column.flatMap(result.table.index).map { [$0] } ?? result.ownColumns,
      session, reads: reads, to: &explanation)
    addSources(result.sources, to: &explanation)
  }

  private func explainSource(_ id: String, _ explanation: inout Explanation) {
    guard let source = data.sources[id] else { return }
    explanation.location = source.location
    addSources([id], to: &explanation)
    for table in data.tables where table.name != "sources" {
      guard let column = table.table.index(of: "source") else { continue }
      let rows = table.table.rows.indices.filter { row in
        table.table.rows[row][column].text.map { SourceIDs.split($0).contains(id) } ?? false
      }
      if rows.isEmpty { continue }
      addTables([table.name: ["source"]], to: &explanation)
      addRows(
        [RowTrace(table: table.name, rows: rows, tie: .passed)], reads: [:], to: &explanation)
    }
  }

  // MARK: Steps

  private func addQueries(_ names: [String], on page: Int?, to explanation: inout Explanation) {
    var seen: Set<String> = []
    for name in names.uniqued() {
      guard let node = lineage.node(name, on: page) else { continue }
      for step in [name] + node.lineage.queries.sorted(by: inByteOrder)
      where seen.insert(step).inserted {
        guard let node = lineage.node(step, on: page) else { continue }
        let uses = node.lineage.queries.union(node.lineage.reads.keys).sorted(by: inByteOrder)
        explanation.queries.append(
          .init(name: step, location: node.query.location, uses: uses))
      }
    }
  }

  private func addTables(_ reads: [String: Set<String>], to explanation: inout Explanation) {
    for table in data.tables {
      guard let columns = reads[table.name] else { continue }
      explanation.tables.append(
        .init(
          name: table.name, path: table.path, hash: table.hash,
          columns: columns.sorted(by: inByteOrder)))
    }
  }

  /// Adds the rows behind columns of a result: of the given rows, or of as many as are followed.
  private func addRows(
    behind reading: RowsFinder.Reading, rows: Range<Int>? = nil, columns: [Int],
    _ session: QuerySession, reads: [String: Set<String>], to explanation: inout Explanation
  ) {
    let rows = rows ?? 0..<min(reading.result.table.rows.count, Self.tracedRows)
    let traces = RowsFinder(data, tracer).traces(of: reading, rows: rows, columns: columns, session)
    addRows(traces, reads: reads, to: &explanation)
  }

  private func addRows(
    _ traces: [RowTrace], reads: [String: Set<String>], to explanation: inout Explanation
  ) {
    for trace in traces {
      guard let table = data.table(trace.table) else { continue }
      explanation.rows.append(
        .init(
          table: trace.table, path: table.path, isExact: trace.isExact,
          rows: trace.rows.map { row in
            (
              table.loaded.line(ofRow: row),
              table.words(ofRow: row, reading: reads[trace.table] ?? [])
            )
          }))
    }
  }

  private func addSources(_ ids: [String], to explanation: inout Explanation) {
    explanation.sources += ids.uniqued().compactMap { data.sources[$0] }
  }

  private func sources(in table: SiteTable) -> [String] {
    guard let column = table.table.index(of: "source") else { return [] }
    return table.table.rows.flatMap { $0[column].text.map(SourceIDs.split) ?? [] }.uniqued()
      .sorted(by: inByteOrder)
  }
}

extension SiteTable {
  /// A row in words: the columns read, in the order of the table; all where it is not known which.
  func words(ofRow row: Int, reading columns: Set<String>) -> String {
    let places = table.columns.indices.filter { place in
      columns.isEmpty || columns.contains(table.columns[place].name)
    }
    return places.filter { !table.rows[row][$0].isNull }.map { place in
      "\(table.columns[place].name)=\(PlainText.of(table.rows[row][place]))"
    }.joined(separator: ", ")
  }
}

extension ExplainSubject {
  /// What it is, in a word.
  fileprivate var kind: String {
    switch self {
    case .page: "page"
    case .figure: "figure"
    case .table: "table"
    case .column, .queryColumn: "column"
    case .query: "query"
    case .source: "source"
    case .value: "value"
    }
  }
}
