import Queries
import Tables

extension EditionRecord {
  /// The record of a site as resolved, without the hashes of texts.
  package init(_ site: ResolvedSite) {
    self.init(title: site.configuration.title)
    edition = site.configuration.edition
    url = site.configuration.url
    for table in site.context.data.tables {
      inputs[table.name] = Input(file: table.source, hash: table.hash)
    }
    disagreements = site.context.data.disagreements.entries
      .filter(\.disagreement.isCompared).map(\.id)
    for values in site.context.data.preferred {
      let name = values.table + "." + values.column
      quantities[name] = Rows(
        name: values.table, key: values.key, table: values.rows)
    }
    var prints = QueryPrints(site)
    for page in site.pages where !page.plan.isHeldBack {
      pages[page.plan.output] = Page(title: page.title, source: page.plan.source)
      for figure in page.figures where figures[figure.id] == nil {
        figures[figure.id] = FigureEntry(figure, page, &prints)
      }
      claims += page.claims.map { Claim($0, page, &prints) }
      values += page.evidence.map { Value($0, page, &prints) }
    }
  }

  /// Adds the hashes of the site's Markdown files.
  package mutating func addTexts(of files: SiteFiles) throws {
    for entry in try files.list()
    where entry.kind == .file && entry.path.hasSuffix(".md") && !entry.path.hasPrefix("editions/") {
      texts[entry.path] = SHA256.hex(try files.read(entry.path))
    }
  }
}

extension EditionRecord.FigureEntry {
  fileprivate init(_ figure: Figure, _ page: ResolvedPage, _ prints: inout QueryPrints) {
    self.init(
      page: page.plan.output, kind: figure.kind.rawValue, title: figure.title,
      basis: .init(
        figure.reads, sql: prints.print(of: figure.queries.map(\.name), on: page),
        sources: figure.sources, isExact: figure.isExact, disputes: figure.disputes.entries),
      tables: figure.data.map { data in
        let table = FigureDownload.table(data)
        return EditionRecord.Rows(
          name: data.name, key: RowKey.columns(of: table), table: table)
      })
  }
}

extension EditionRecord.Claim {
  fileprivate init(_ claim: ClaimOutcome, _ page: ResolvedPage, _ prints: inout QueryPrints) {
    self.init(
      page: page.plan.output, id: claim.id, words: claim.words, condition: claim.condition,
      holds: claim.holds,
      basis: .init(claim.reads, sql: prints.print(of: claim.queries.sorted(), on: page)))
  }
}

extension EditionRecord.Value {
  fileprivate init(_ entry: EvidenceEntry, _ page: ResolvedPage, _ prints: inout QueryPrints) {
    self.init(
      page: page.plan.output, reference: entry.reference, shown: entry.shown, value: entry.value,
      unit: entry.unit?.symbol, status: entry.status.word, period: entry.period,
      basis: .init(
        entry.reads, sql: prints.print(of: [entry.query], on: page), sources: entry.sources,
        isExact: entry.isExact, disputes: entry.disputes.entries))
  }
}

extension EditionRecord.Basis {
  fileprivate init(
    _ reads: [String: Set<String>], sql: String, sources: [String] = [], isExact: Bool = true,
    disputes: [String] = []
  ) {
    self.init(
      reads: reads.mapValues { $0.sorted(by: inByteOrder) }, sql: sql, sources: sources,
      isExact: isExact, disputes: disputes)
  }
}

/// Hashes of the SQL behind names, so that a query that has changed is seen without keeping its text.
private struct QueryPrints {
  private let site: [String: String]
  /// The hashes by page, empty for queries of the site alone, and names.
  private var known: [String: [String: String]] = [:]

  init(_ site: ResolvedSite) {
    self.site = Dictionary(site.context.data.queries.map { ($0.name, $0.sql) }) { first, _ in first
    }
  }

  /// The hash for names as one page sees them, with the queries that they use; empty where all are tables.
  mutating func print(of names: [String], on page: ResolvedPage) -> String {
    var all = Set(names)
    for name in names { all.formUnion(page.uses[name] ?? []) }
    let own = Dictionary(page.queries.map { ($0.name, $0.sql) }) { first, _ in first }
    let place = all.contains { own[$0] != nil } ? page.plan.output : ""
    let sorted = all.sorted(by: inByteOrder)
    let key = sorted.joined(separator: " ")
    if let print = known[place]?[key] { return print }
    let texts = sorted.compactMap { name in (own[name] ?? site[name]).map { name + "\n" + $0 } }
    let hash = SHA256.hex(Array(texts.joined(separator: "\n;\n").utf8)).prefix(16)
    let print = texts.isEmpty ? "" : String(hash)
    known[place, default: [:]][key] = print
    return print
  }
}
