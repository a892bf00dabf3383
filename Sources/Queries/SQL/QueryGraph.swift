import Diagnostics

/// Which queries use which, over the site's queries and those of one page.
struct QueryGraph {
  let site: [String: ParsedQuery]
  let own: [String: ParsedQuery]
  /// Tables and generated views.
  let tables: Set<String>

  /// How far the queries reach, by name, as far as they are in order.
  var extents: [String: QueryExtent] = [:]

  /// Whether a query is one of these, and not one that happens to have a name of theirs.
  func isNamed(_ query: ParsedQuery) -> Bool {
    (own[query.query.name] ?? site[query.query.name])?.query == query.query
  }

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

  /// All that a query uses, directly or not, each after those that it uses itself. The recursion is
  /// bounded, as queries that reach too far are not run.
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
    return hiddenNames(query) + unknownTables(query) + tooManyNames(query)
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

  private func tooManyNames(_ query: ParsedQuery) -> [Diagnostic] {
    let count = query.outline.definitions.count
    guard count > QueryExtent.levelLimit else { return [] }
    return [
      query.error(
        "query.limit", at: query.outline.body, "the query names too many subqueries by WITH",
        found: "\(count)", expected: "at most \(QueryExtent.levelLimit)",
        remedy: "make some of them queries of their own")
    ]
  }

  private func unknownTables(_ query: ParsedQuery) -> [Diagnostic] {
    let local = query.outline.localNames
    return query.outline.references.compactMap { reference in
      if reference.isCall {
        return query.error(
          "query.refused", at: reference.range, "\(reference.name)() as a table is not allowed",
          remedy: "read tables and queries only")
      }
      let isKnown =
        local.contains(reference.name) || tables.contains(reference.name)
        || site[reference.name] != nil || query.isPrivate && own[reference.name] != nil
      return isKnown ? nil : unknownTable(reference, query)
    }
  }

  private func unknownTable(
    _ reference: SQLOutline.Reference, _ query: ParsedQuery
  ) -> Diagnostic {
    let visible = tables.union(site.keys).union(query.isPrivate ? Array(own.keys) : [])
    let near = NearMiss.suggestion(
      for: reference.name, among: visible.union(query.outline.localNames))
    return query.error(
      "query.unknown-table", at: reference.range,
      "there is no table or query \(reference.name)",
      remedy: near.map { "did you mean \($0)?" }
        ?? "there are: \(visible.sorted().prefix(20).joined(separator: ", "))")
  }
}
