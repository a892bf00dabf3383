import Diagnostics

/// The queries that all pages share, checked.
struct SiteQueries: Sendable {
  /// The queries by name.
  private(set) var queries: [String: ParsedQuery] = [:]
  /// Names of those that have been reported as unusable.
  private(set) var broken: Set<String> = []
  /// How far they reach.
  private(set) var extents: [String: QueryExtent] = [:]

  init(_ given: [NamedQuery], tables: Set<String>, into collector: DiagnosticCollector) {
    var broken: Set<String> = []
    for query in given.sorted(by: { ($0.name, $0.path) < ($1.name, $1.path) }) {
      if let fault = fault(ofName: query, tables: tables) {
        collector.add(fault)
        broken.insert(query.name)
      } else {
        queries[query.name] = ParsedQuery(query, isPrivate: false)
      }
    }
    for query in queries.values {
      guard let parameter = query.outline.parameters.first else { continue }
      broken.insert(query.query.name)
      collector.add(
        query.error(
          "query.parameter", at: parameter.range, "a query of the site takes no parameters",
          found: parameter.text, remedy: "move the query to the page that has the parameter"))
    }
    let graph = QueryGraph(site: queries, own: [:], tables: tables)
    var check = QueryCheck(graph: graph, broken: broken)
    check.run(Array(queries.values), into: collector)
    self.broken = check.broken
    extents = check.graph.extents
  }

  /// What is wrong with a query's name by itself and beside tables and these queries, if anything.
  func fault(ofName query: NamedQuery, tables: Set<String>) -> Diagnostic? {
    if let fault = DataNames.fault(query) { return fault }
    if tables.contains(query.name) { return DataNames.taken(query, by: "table") }
    return queries[query.name].map {
      DataNames.taken(query, by: "query of the site", first: $0.query)
    }
  }
}
