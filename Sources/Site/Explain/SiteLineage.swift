import Diagnostics
package import Queries
import Tables

/// The queries of a site with what each reads and uses: what connects values, claims and figures to
/// tables.
package struct SiteLineage: Sendable {
  /// One query.
  package struct Node: Sendable {
    /// Where a query can be used.
    package enum Place: Sendable, Hashable {
      /// Everywhere: `queries/*.sql`.
      case site
      /// On one page, by its place in the plan.
      case page(Int)
      /// Nowhere: `checks/*.sql`.
      case check
    }

    /// The query as written.
    package var query: NamedQuery
    /// Where it can be used.
    package var place: Place
    /// What it reads and gives.
    package var lineage: QueryLineage
  }

  /// The site.
  package let site: ResolvedSite
  /// The queries: those of the site, of the pages in their order, the data tests.
  package let nodes: [Node]

  /// The lineage of a site.
  ///
  /// - Parameter checks: the data tests.
  package init(_ site: ResolvedSite, checks: [NamedQuery]) throws {
    self.site = site
    let session = try site.context.data.store.session()
    // What cannot be compiled has been reported by the build.
    let silent = DiagnosticCollector()
    var nodes: [Node] = []
    func add(_ query: NamedQuery, _ place: Node.Place, _ scope: QueryScope) {
      guard let lineage = session.lineage(of: query, scope: scope, into: silent) else { return }
      nodes.append(Node(query: query, place: place, lineage: lineage))
    }
    for query in site.context.data.queries { add(query, .site, .site) }
    for (number, page) in site.pages.enumerated() where !page.queries.isEmpty {
      let scope = QueryScope(
        queries: page.queries, store: site.context.data.store, into: silent)
      for query in page.queries { add(query, .page(number), scope) }
    }
    for check in checks { add(check, .check, .site) }
    self.nodes = nodes
  }

  /// The query that a name means on a page; nil for tables.
  package func node(_ name: String, on page: Int?) -> Node? {
    let named = nodes.filter { $0.query.name == name && $0.place != .check }
    return named.first { $0.place == page.map(Node.Place.page) }
      ?? named.first { $0.place == .site }
  }

  /// The result of a query or table as a page sees it; nil where it cannot be read.
  func reading(
    _ name: String, on page: Int?, _ session: QuerySession
  ) -> RowsFinder.Reading? {
    let silent = DiagnosticCollector()
    var scope = QueryScope.site
    var parameters: [String: DataValue] = [:]
    if let page, site.pages.indices.contains(page) {
      let resolved = site.pages[page]
      if !resolved.queries.isEmpty {
        scope = QueryScope(queries: resolved.queries, store: site.context.data.store, into: silent)
      }
      parameters = resolved.plan.row?.parameters ?? [:]
    }
    let result = session.read(
      name, scope: scope, parameters: parameters, at: SourceLocation(""), into: silent)
    return result.map {
      .init(result: $0, query: name, scope: scope, parameters: parameters)
    }
  }
}
