import Diagnostics

/// Checks queries before any is compiled: their texts, circles among them, how far they reach.
///
/// It works without recursion, each query after those that it uses.
struct QueryCheck {
  /// The graph, with the extents found so far.
  private(set) var graph: QueryGraph
  /// Queries that are unusable, by themselves or through what they use.
  private(set) var broken: Set<String>

  init(graph: QueryGraph, broken: Set<String>) {
    self.graph = graph
    self.broken = broken
  }

  /// Reports what is wrong with queries, which are all of the site or all of one page.
  mutating func run(_ queries: [ParsedQuery], into collector: DiagnosticCollector) {
    let ordered = queries.sorted { $0.query.name < $1.query.name }
    for query in ordered {
      let faults = graph.faults(query)
      collector.add(faults)
      if !faults.isEmpty { broken.insert(query.query.name) }
    }
    let names = Set(ordered.map(\.query.name))
    var users: [String: [ParsedQuery]] = [:]
    var waiting: [String: Int] = [:]
    for query in ordered {
      let used = graph.uses(query).filter { names.contains($0.query.name) }
      waiting[query.query.name] = used.count
      for other in used { users[other.query.name, default: []].append(query) }
    }
    var ready = ordered.filter { waiting[$0.query.name] == 0 }
    while let query = ready.popLast() {
      settle(query, into: collector)
      for user in users[query.query.name] ?? [] {
        let left = (waiting[user.query.name] ?? 0) - 1
        waiting[user.query.name] = left
        if left == 0 { ready.append(user) }
      }
    }
    let circling = ordered.filter { (waiting[$0.query.name] ?? 0) > 0 }
    broken.formUnion(circling.map(\.query.name))
    reportCircles(circling, into: collector)
  }

  /// Measures a query whose uses are all settled.
  private mutating func settle(_ query: ParsedQuery, into collector: DiagnosticCollector) {
    if graph.uses(query).contains(where: { broken.contains($0.query.name) }) {
      broken.insert(query.query.name)
    }
    guard !broken.contains(query.query.name) else { return }
    let extent = QueryExtent(of: query, over: graph.extents)
    if let fault = extent.fault(of: query) {
      collector.add(fault)
      broken.insert(query.query.name)
    } else {
      graph.extents[query.query.name] = extent
    }
  }

  // MARK: Circles

  /// Each of `queries` is in a circle or uses one that is: following the first such use from each
  /// leads into one, which is reported with all its members.
  private func reportCircles(_ queries: [ParsedQuery], into collector: DiagnosticCollector) {
    let names = Set(queries.map(\.query.name))
    var seen: Set<String> = []
    for start in queries {
      var path: [ParsedQuery] = []
      var next: ParsedQuery? = start
      while let query = next, seen.insert(query.query.name).inserted {
        path.append(query)
        next = graph.uses(query).first { names.contains($0.query.name) }
      }
      guard let end = next,
        let first = path.firstIndex(where: { $0.query.name == end.query.name })
      else { continue }
      collector.add(fault(ofCircle: Array(path[first...])))
    }
  }

  private func fault(ofCircle circle: [ParsedQuery]) -> Diagnostic {
    let least = circle.indices.min { circle[$0].query.name < circle[$1].query.name } ?? 0
    let members = Array(circle[least...] + circle[..<least])
    let names = members.map(\.query.name)
    let next = names[names.count > 1 ? 1 : 0]
    let first = members[0]
    let place = first.outline.references.first { $0.name == next }?.range ?? first.outline.body
    return first.error(
      "query.cycle", at: place, "queries use one another in a circle",
      found: (names + [names[0]]).joined(separator: " -> "), remedy: "take one of these uses out",
      notes: members.dropFirst().map {
        .init("\($0.query.name) is defined here", at: $0.query.location($0.outline.body))
      })
  }
}
