import Queries
import Tables

/// Something that can be explained.
package enum ExplainSubject: Hashable, Sendable {
  /// A page, by its place in the plan.
  case page(Int)
  /// A figure, by its id.
  case figure(String)
  /// A table.
  case table(String)
  /// A column of a table.
  case column(table: String, column: String)
  /// A query: of the site, or of a page.
  case query(String, page: Int?)
  /// A column of a query.
  case queryColumn(String, page: Int?, column: String)
  /// A source, by its id.
  case source(String)
  /// A value in a text: the page, and the place of its entry in the page's evidence.
  case value(page: Int, entry: Int)
}

/// Finds what a text of the command line means: all that it can mean.
package struct SubjectFinder: Sendable {
  private let lineage: SiteLineage
  private var site: ResolvedSite { lineage.site }

  /// A finder for a site.
  package init(_ lineage: SiteLineage) {
    self.lineage = lineage
  }

  /// The kinds that can stand before a name, with a colon, to say which is meant.
  package static let kinds = ["page", "figure", "table", "query", "source"]

  /// Everything that a text can mean, in the order of kinds; empty where it means nothing.
  ///
  /// `production.md`, `world-output`, `output`, `output.tonnes`, `@mcs-2026`,
  /// `production.md:china.share`, or with its kind: `query:world`.
  package func subjects(_ text: String) -> [ExplainSubject] {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, Self.kinds.contains(parts[0]) { return named(parts[1], kind: parts[0]) }
    if text.hasPrefix("@") { return named(String(text.dropFirst()), kind: "source") }
    if parts.count == 2 { return onPages(parts[0], parts[1]) }
    return Self.kinds.flatMap { named(text, kind: $0) }
  }

  /// How a subject is asked for so that nothing else is meant.
  package func name(of subject: ExplainSubject) -> String {
    switch subject {
    case .page(let number): "page:\(site.pages[number].plan.address)"
    case .figure(let id): "figure:\(id)"
    case .table(let name): "table:\(name)"
    case .column(let table, let column): "table:\(table).\(column)"
    case .query(let name, let page): prefix(page) + name
    case .queryColumn(let name, let page, let column): "\(prefix(page))\(name).\(column)"
    case .source(let id): "@\(id)"
    case .value(let page, let entry):
      "\(site.pages[page].plan.address):\(site.pages[page].evidence[entry].reference)"
    }
  }

  /// Names that are near to a text that means nothing, the nearest first.
  package var names: [String] {
    site.pages.map(\.plan.address) + site.figures.ids + site.context.data.tables.map(\.name)
      + lineage.nodes.map(\.query.name) + site.context.data.sources.ids.map { "@" + $0 }
  }

  /// What can follow the name of a page: the references of its values, and its queries.
  package func names(onPage text: String) -> [String] {
    pages(text).flatMap { number in
      (site.pages[number].evidence.map(\.reference) + site.pages[number].queries.map(\.name))
        .map { text + ":" + $0 }
    }
  }

  private func prefix(_ page: Int?) -> String {
    page.map { site.pages[$0].plan.address + ":" } ?? "query:"
  }

  // MARK: Kinds

  private func named(_ name: String, kind: String) -> [ExplainSubject] {
    switch kind {
    case "page": pages(name).map(ExplainSubject.page)
    case "figure": site.figures[name] == nil ? [] : [.figure(name)]
    case "table": tables(name)
    case "query": queries(name)
    case "source": site.context.data.sources[name] == nil ? [] : [.source(name)]
    default: []
    }
  }

  /// The pages of a Markdown file, of an address, or of an output.
  private func pages(_ name: String) -> [Int] {
    if let page = site.context.index.page(named: name) ?? site.context.index.page(at: name) {
      return [page]
    }
    return site.pages.indices.filter { number in
      let plan = site.pages[number].plan
      return plan.source == name || plan.path == name
    }
  }

  private func tables(_ name: String) -> [ExplainSubject] {
    if let table = table(name) { return [.table(table.name)] }
    guard let (owner, column) = Self.columnParts(name), let table = table(owner),
      table.table.index(of: column) != nil
    else { return [] }
    return [.column(table: table.name, column: column)]
  }

  /// A table, or that from which a view prefers rows.
  private func table(_ name: String) -> SiteTable? {
    let data = site.context.data
    return data.table(name)
      ?? (name.hasSuffix("_preferred")
        ? data.table(String(name.dropLast("_preferred".count))) : nil)
  }

  private func queries(_ name: String, on pages: [Int]? = nil) -> [ExplainSubject] {
    func place(_ node: SiteLineage.Node) -> Int?? {
      switch node.place {
      case .check: nil
      case .site: pages == nil ? .some(nil) : nil
      case .page(let number): pages?.contains(number) == false ? nil : .some(number)
      }
    }
    return lineage.nodes.compactMap { node in
      guard let page = place(node) else { return nil }
      if node.query.name == name { return .query(name, page: page) }
      guard let (owner, column) = Self.columnParts(name), node.query.name == owner,
        node.lineage.columns.contains(column)
      else { return nil }
      return .queryColumn(owner, page: page, column: column)
    }
  }

  /// What stands on pages: the values of a reference, else their queries of a name.
  private func onPages(_ page: String, _ text: String) -> [ExplainSubject] {
    let pages = pages(page)
    let values = pages.flatMap { number in
      site.pages[number].evidence.indices
        .filter { site.pages[number].evidence[$0].reference == text }
        .map { ExplainSubject.value(page: number, entry: $0) }
    }
    return values.isEmpty ? queries(text, on: pages) : values
  }

  private static func columnParts(_ name: String) -> (owner: String, column: String)? {
    guard let dot = name.firstIndex(of: ".") else { return nil }
    return (String(name[..<dot]), String(name[name.index(after: dot)...]))
  }
}
