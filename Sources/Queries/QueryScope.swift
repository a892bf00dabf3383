package import Diagnostics

/// The queries that a page sees: its own and the site's.
package struct QueryScope: Sendable {
  /// The page's own queries, by name.
  let own: [String: ParsedQuery]
  /// Names of queries that have already been reported as unusable.
  let broken: Set<String>

  /// The site's queries alone.
  package static let site = QueryScope(own: [:], broken: [])

  private init(own: [String: ParsedQuery], broken: Set<String>) {
    self.own = own
    self.broken = broken
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
        DataStore.fault(query, tables: store.tableNames, site: store.siteQueries)
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
    let graph = QueryGraph(site: store.siteQueries, own: own, tables: store.tableNames)
    broken.formUnion(graph.check(own.values.map { $0 }, into: collector))
    self.init(own: own, broken: broken)
  }
}
