package import Diagnostics

/// The queries that a page sees: its own and the site's.
package struct QueryScope: Sendable {
  /// The page's own queries, by name.
  let own: [String: ParsedQuery]
  /// Names of queries that have already been reported as unusable.
  let broken: Set<String>
  /// How far the queries reach.
  let extents: [String: QueryExtent]

  /// The site's queries alone.
  package static let site = QueryScope(own: [:], broken: [], extents: [:])

  private init(
    own: [String: ParsedQuery], broken: Set<String>, extents: [String: QueryExtent]
  ) {
    self.own = own
    self.broken = broken
    self.extents = extents
  }

  /// The queries of a page beside those of the site.
  ///
  /// Reports names that are no names or already taken, texts that are no query, and circles; such
  /// queries are left unusable, and using them gives nothing and no second report.
  package init(
    queries: [NamedQuery], store: DataStore, into collector: DiagnosticCollector
  ) {
    var own: [String: ParsedQuery] = [:]
    var broken: Set<String> = []
    for query in queries {
      let fault =
        store.site.fault(ofName: query, tables: store.tableNames)
        ?? own[query.name].map {
          DataNames.taken(query, by: "query of this page", first: $0.query)
        }
      if let fault {
        collector.add(fault)
        broken.insert(query.name)
      } else {
        own[query.name] = ParsedQuery(query, isPrivate: true)
      }
    }
    let graph = QueryGraph(
      site: store.site.queries, own: own, tables: store.tableNames,
      extents: store.site.extents)
    var check = QueryCheck(graph: graph, broken: broken.union(store.site.broken))
    check.run(own.values.map { $0 }, into: collector)
    self.init(own: own, broken: check.broken, extents: check.graph.extents)
  }
}
