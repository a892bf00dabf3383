import Diagnostics
import Queries
import Tables

/// Works out what may change with a subject.
package struct PredictionBuilder: Sendable {
  private let lineage: SiteLineage
  private var site: ResolvedSite { lineage.site }

  /// A builder for a site.
  package init(_ lineage: SiteLineage) {
    self.lineage = lineage
  }

  /// Every place that may change with a subject.
  package func prediction(of subject: ExplainSubject) -> Prediction {
    switch subject {
    case .page(let number): prediction(ofPage: number)
    case .figure(let id): prediction(ofFigure: id)
    case .value(let page, let entry): prediction(ofValue: entry, on: page)
    case .table(let name):
      prediction(Reach(reads: { $0[name] != nil }), tables: [name])
    case .column(let table, let column):
      isPeriod(column, of: table)
        ? prediction(of: .table(table))
        : prediction(Reach(reads: { $0[table]?.contains(column) == true }), tables: [table])
    case .query(let name, let page):
      prediction(Reach(query: name, of: page, column: nil), tables: [])
    case .queryColumn(let name, let page, let column):
      prediction(Reach(query: name, of: page, column: column), tables: [])
    case .source(let id): prediction(ofSource: id)
    }
  }

  /// Whether a column says when the rows of its table hold, which is told of every value that rests on them,
  /// also where no query reads it.
  private func isPeriod(_ column: String, of table: String) -> Bool {
    site.context.data.table(table)?.resource.period == column
  }

  // MARK: By lineage

  private func prediction(_ reach: Reach, tables: [String]) -> Prediction {
    var prediction = Prediction()
    var changesEveryPage = false
    for (number, page) in site.pages.enumerated() {
      add(page, number, reach, to: &prediction)
      changesEveryPage =
        changesEveryPage || reach.reads(page.headReads) || movesRows(of: page, reach)
    }
    for node in lineage.nodes where reach.isUpstream(of: node) {
      let query = Prediction.Query(name: node.query.name, location: node.query.location)
      if node.place == .check {
        prediction.checks.append(query)
      } else {
        prediction.queries.append(query)
      }
    }
    prediction.queries = prediction.queries.uniqued()
    if changesEveryPage {
      prediction.pages = site.pages.map(\.plan.output)
      prediction.outputs += lists
    }
    for table in tables {
      prediction.outputs += ["csv", "json", "html"].map { "data/\(table).\($0)" }
    }
    if !prediction.isEmpty { prediction.outputs += records }
    prediction.outputs = prediction.outputs.uniqued()
    return prediction
  }

  private func add(
    _ page: ResolvedPage, _ number: Int, _ reach: Reach, to prediction: inout Prediction
  ) {
    let output = page.plan.output
    for entry in page.evidence where reach.reaches(entry, on: page, number) {
      prediction.values.append(
        .init(page: output, reference: entry.reference, location: entry.location))
    }
    for claim in page.claims
    where reach.reaches(claim.reads, names: claim.queries, on: page, number) {
      prediction.claims.append(.init(page: output, id: claim.id, location: claim.location))
    }
    for figure in page.figures where reach.reaches(figure, on: page, number) {
      add(figure, on: page, to: &prediction)
    }
    if reach.reaches(page.reads, names: Set(page.uses.keys), on: page, number)
      || reach.reaches(sources: page.sources)
    {
      prediction.pages.append(output)
    }
  }

  private func add(_ figure: Figure, on page: ResolvedPage, to prediction: inout Prediction) {
    prediction.figures.append(
      .init(id: figure.id, page: page.plan.output, location: figure.location))
    guard figure.isPublished else { return }
    let files = FigureDownload(figure: figure, page: page.plan.output, context: site.context).files
    let names = ["\(figure.id).html", FigureReadme.name(of: figure)] + files.map(\.name)
    prediction.outputs += names.map { "figures/" + $0 }
  }

  /// Whether the rows that pages are made for may move, come or go.
  private func movesRows(of page: ResolvedPage, _ reach: Reach) -> Bool {
    guard let row = page.plan.row, let node = lineage.node(row.query, on: nil) else { return false }
    return reach.isUpstream(of: node)
  }

  /// The outputs that repeat titles and descriptions of pages: lists of folders and tags, and what a figure
  /// is shown and downloaded with.
  private var lists: [String] {
    let folders = site.context.outline.folders.values.map(\.output).sorted(by: inByteOrder)
    let figures = site.figures.ids.compactMap(site.figure).filter(\.isPublished)
    return folders + ["tags/index.html"] + site.tags.map(\.output)
      + figures.flatMap { ["figures/\($0.id).html", "figures/" + FigureReadme.name(of: $0)] }
  }

  /// The outputs that sum up the whole site, and so may change with anything in it.
  private var records: [String] {
    let data = site.context.data.tables.map { "data/\($0.name).html" }
    // The landing page tells what has changed since the last edition.
    let landing = site.history.changes.isEmpty ? [] : ["index.html"]
    return data + landing + [
      "a-z.html", SearchIndex.output, "changes.html", "data/README.md", "data/datapackage.json",
      "data/index.html", "disagreements.html", "edition.json", "feed.xml", "figures.xml",
      "figures/index.html", "llms.txt", "sitemap.xml", "sources.html",
    ] + PrintVolumes(site).outputs
  }

  // MARK: By place

  private func prediction(ofPage number: Int) -> Prediction {
    let page = site.pages[number]
    var prediction = Prediction()
    prediction.values = page.evidence.map {
      .init(page: page.plan.output, reference: $0.reference, location: $0.location)
    }
    prediction.claims = page.claims.map {
      .init(page: page.plan.output, id: $0.id, location: $0.location)
    }
    for figure in page.figures { add(figure, on: page, to: &prediction) }
    prediction.pages = site.pages.map(\.plan.output)
    prediction.outputs = (prediction.outputs + lists + records).uniqued()
    return prediction
  }

  private func prediction(ofFigure id: String) -> Prediction {
    guard let place = site.figures[id] else { return Prediction() }
    let page = site.pages[place.page]
    var prediction = Prediction()
    add(page.figures[place.position], on: page, to: &prediction)
    let linking = site.pages.filter { page in
      page.links.contains { $0.fragment == "fig-" + id && $0.output.isEmpty }
    }
    prediction.pages = ([page] + linking).map(\.plan.output).uniqued()
    prediction.outputs += records
    return prediction
  }

  private func prediction(ofValue number: Int, on place: Int) -> Prediction {
    let page = site.pages[place]
    let entry = page.evidence[number]
    var prediction = Prediction()
    prediction.values = [
      .init(page: page.plan.output, reference: entry.reference, location: entry.location)
    ]
    prediction.pages = [page.plan.output]
    prediction.outputs = records
    return prediction
  }

  private func prediction(ofSource id: String) -> Prediction {
    let tables = site.context.data.tables.filter { table in
      guard table.name != "sources", let column = table.table.index(of: "source") else {
        return false
      }
      return table.table.rows.contains {
        $0[column].text.map { SourceIDs.split($0).contains(id) } ?? false
      }
    }.map(\.name)
    return prediction(
      Reach(reads: { reads in tables.contains { reads[$0] != nil } }, source: id), tables: tables)
  }
}

/// What is reached by a change, as far as it is known what things read and use.
private struct Reach {
  let reads: ([String: Set<String>]) -> Bool
  private var query: (name: String, page: Int?, column: String?)?
  private var source: String?

  /// What reads certain tables or columns.
  init(reads: @escaping ([String: Set<String>]) -> Bool) {
    self.reads = reads
  }

  /// What reads certain tables, as far as it rests on a source.
  init(reads: @escaping ([String: Set<String>]) -> Bool, source: String) {
    self.reads = reads
    self.source = source
  }

  /// What uses a query, or a column of it.
  init(query name: String, of page: Int?, column: String?) {
    reads = { _ in false }
    query = (name, page, column)
  }

  func reaches(_ entry: EvidenceEntry, on page: ResolvedPage, _ number: Int) -> Bool {
    if let source, entry.isExact { return entry.sources.contains(source) }
    if let query, entry.query == query.name, let column = query.column,
      query.page == nil || query.page == number
    {
      return entry.column == column
    }
    return reaches(entry.reads, names: [entry.query], on: page, number)
  }

  func reaches(_ figure: Figure, on page: ResolvedPage, _ number: Int) -> Bool {
    if let source, figure.isExact { return figure.sources.contains(source) }
    return reaches(figure.reads, names: figure.uses, on: page, number)
  }

  /// Whether something that reads tables, and names queries on a page, is reached.
  func reaches(
    _ reads: [String: Set<String>], names: Set<String>, on page: ResolvedPage, _ number: Int
  ) -> Bool {
    guard let query else { return self.reads(reads) }
    if let owner = query.page, owner != number { return false }
    return names.contains { $0 == query.name || page.uses[$0]?.contains(query.name) == true }
  }

  func reaches(sources: [String]) -> Bool { source.map(sources.contains) ?? false }

  func isUpstream(of node: SiteLineage.Node) -> Bool {
    guard let query else { return reads(node.lineage.reads) }
    if let owner = query.page, node.place != .page(owner) { return false }
    return node.lineage.queries.contains(query.name)
  }
}

extension NamedQuery {
  /// Where the query begins.
  var location: SourceLocation { SourceLocation(path, SourceRange(origin)) }
}

extension Array where Element: Hashable {
  /// The elements without doubles, each where it stands first.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
