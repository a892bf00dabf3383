import Diagnostics

/// Which queries use which, over the site's queries and those of one page.
struct QueryGraph {
  let site: [String: ParsedQuery]
  let own: [String: ParsedQuery]
  /// Tables and generated views.
  let tables: Set<String>

  /// How many tables and queries one query may name, counted through all that it uses: SQLite copies
  /// a named subquery for each use, so that chains of doubling grow without bound.
  static let expansionLimit = 2_000

  /// The query that a name means in another query's text.
  func query(_ name: String, seenFrom user: ParsedQuery) -> ParsedQuery? {
    if user.outline.localNames.contains(name) { return nil }
    return user.isPrivate ? own[name] ?? site[name] : site[name]
  }

  /// What a query uses directly, each once, in the order of the text.
  func uses(_ user: ParsedQuery) -> [ParsedQuery] {
    var seen: Set<String> = []
    return user.outline.references.compactMap { reference in
      guard let used = query(reference.name, seenFrom: user) else { return nil }
      return seen.insert(reference.name).inserted ? used : nil
    }
  }

  /// All that a query uses, directly or not, each after those that it uses itself.
  func dependencies(of query: ParsedQuery) -> [ParsedQuery] {
    var done: Set<String> = [query.query.name]
    var order: [ParsedQuery] = []
    func visit(_ user: ParsedQuery) {
      for used in uses(user) where done.insert(used.query.name).inserted {
        visit(used)
        order.append(used)
      }
    }
    visit(query)
    return order
  }

  /// Reports what is wrong with queries before any is compiled; gives the names of those that are
  /// unusable themselves or through what they use.
  func check(_ queries: [ParsedQuery], into collector: DiagnosticCollector) -> Set<String> {
    let ordered = queries.sorted { $0.query.name < $1.query.name }
    var broken: Set<String> = []
    for query in ordered {
      let faults = self.faults(query)
      collector.add(faults)
      if !faults.isEmpty { broken.insert(query.query.name) }
    }
    for cycle in cycles(ordered) {
      broken.formUnion(cycle.map(\.query.name))
      collector.add(cycleFault(cycle))
    }
    return broken
  }

  /// What is wrong with one query's text by itself.
  func faults(_ query: ParsedQuery) -> [Diagnostic] {
    let outline = query.outline
    let whole = 0..<query.query.sql.utf8.count
    if let zero = query.query.sql.utf8.firstIndex(of: 0) {
      let offset = query.query.sql.utf8.distance(
        from: query.query.sql.utf8.startIndex, to: zero)
      return [query.error("query.syntax", at: offset..<offset, "the query holds a NUL character")]
    }
    if whole.count > 100_000 {
      return [
        query.error(
          "query.limit", at: 0..<0, "the query is too long", found: "\(whole.count) bytes",
          expected: "at most 100,000 bytes")
      ]
    }
    if let fault = outline.fault {
      let found = query.text(fault.range)
      return [
        query.error(
          "query.syntax", at: fault.range, fault.summary,
          found: found.isEmpty ? nil : "\"\(found.prefix(60))\"", remedy: fault.remedy)
      ]
    }
    return hiddenNames(query) + unknownTables(query)
  }

  private func hiddenNames(_ query: ParsedQuery) -> [Diagnostic] {
    query.outline.definitions.compactMap { definition in
      let hidesQuery =
        site[definition.name] != nil || query.isPrivate && own[definition.name] != nil
      guard hidesQuery || tables.contains(definition.name) else { return nil }
      return query.error(
        "query.hidden-name", at: definition.range,
        "WITH \(definition.name) hides the \(hidesQuery ? "query" : "table") of that name",
        remedy: "give the subquery another name")
    }
  }

  private func unknownTables(_ query: ParsedQuery) -> [Diagnostic] {
    let local = query.outline.localNames
    let visible = Set(site.keys).union(query.isPrivate ? Set(own.keys) : [])
    return query.outline.references.compactMap { reference in
      if reference.isCall {
        return query.error(
          "query.refused", at: reference.range, "\(reference.name)() as a table is not allowed",
          remedy: "read tables and queries only")
      }
      if local.contains(reference.name) || tables.contains(reference.name)
        || visible.contains(reference.name)
      {
        return nil
      }
      let near = NearMiss.suggestion(
        for: reference.name, among: tables.union(visible).union(local))
      return query.error(
        "query.unknown-table", at: reference.range,
        "there is no table or query \(reference.name)",
        remedy: near.map { "did you mean \($0)?" }
          ?? "there are: \(tables.union(visible).sorted().prefix(20).joined(separator: ", "))")
    }
  }

  // MARK: Circles

  /// Every circle that a depth-first walk closes, each from its first name in order.
  private func cycles(_ queries: [ParsedQuery]) -> [[ParsedQuery]] {
    var done: Set<String> = []
    var path: [ParsedQuery] = []
    var found: [[ParsedQuery]] = []
    func visit(_ query: ParsedQuery) {
      if let start = path.firstIndex(where: { $0.query.name == query.query.name }) {
        return found.append(Array(path[start...]))
      }
      guard done.insert(query.query.name).inserted else { return }
      path.append(query)
      uses(query).forEach(visit)
      path.removeLast()
    }
    queries.forEach(visit)
    return found
  }

  private func cycleFault(_ cycle: [ParsedQuery]) -> Diagnostic {
    let names = cycle.map(\.query.name)
    let first = cycle[0]
    let next = names[names.count > 1 ? 1 : 0]
    let place = first.outline.references.first { $0.name == next }?.range ?? first.outline.body
    return first.error(
      "query.cycle", at: place, "queries use one another in a circle",
      found: (names + [names[0]]).joined(separator: " -> "),
      remedy: "take one of these uses out",
      notes: cycle.dropFirst().map {
        .init("\($0.query.name) is defined here", at: $0.query.location($0.outline.body))
      })
  }

  // MARK: Size

  /// How many tables and queries a query names through all that it uses, at most one over the limit.
  func expansion(of query: ParsedQuery) -> Int {
    var sizes: [String: Int] = [:]
    for used in dependencies(of: query) { sizes[used.query.name] = size(used, sizes) }
    return size(query, sizes)
  }

  private func size(_ query: ParsedQuery, _ queries: [String: Int]) -> Int {
    let outline = query.outline
    let byOwner = Dictionary(grouping: outline.references, by: \.owner)
    let places = Dictionary(grouping: outline.definitions.indices) { outline.definitions[$0].name }
    var known: [Int: Int] = [:]
    func size(of owner: Int?) -> Int {
      if let owner, let size = known[owner] { return size }
      if let owner { known[owner] = 1 }
      var total = 1
      for reference in byOwner[owner] ?? [] where total <= Self.expansionLimit {
        total += places[reference.name]?.map { size(of: $0) }.max() ?? queries[reference.name] ?? 1
      }
      total = min(total, Self.expansionLimit + 1)
      if let owner { known[owner] = total }
      return total
    }
    return size(of: nil)
  }
}
