import Diagnostics

/// How far a query reaches through all that it uses.
///
/// SQLite copies a named subquery for each use, and works through nested ones by recursion: chains of
/// doubling would fill the memory, and long chains the stack, where nothing can stop them.
struct QueryExtent: Sendable {
  /// How many tables and queries it names, counted again for each use.
  var names: Int
  /// How many queries and subqueries of WITH use one another in the longest chain.
  var levels: Int

  static let nameLimit = 2_000
  static let levelLimit = 64

  /// The extent of a query over those of the queries that it uses; what has none counts as a table.
  init(of query: ParsedQuery, over queries: [String: QueryExtent]) {
    var measure = Measure(outline: query.outline, queries: queries)
    self = measure.extent(of: nil)
  }

  private init(names: Int, levels: Int) {
    self.names = names
    self.levels = levels
  }

  /// What is too much, if anything.
  func fault(of query: ParsedQuery) -> Diagnostic? {
    let tooMany = names > Self.nameLimit
    guard tooMany || levels > Self.levelLimit else { return nil }
    return query.error(
      "query.limit", at: query.outline.body,
      tooMany
        ? "the query names too many tables and queries"
        : "too many queries stand behind one another",
      found:
        "more than \(tooMany ? Self.nameLimit : Self.levelLimit), counted through all that it uses",
      remedy: tooMany ? "name each subquery once" : "write some of them as one")
  }

  /// Works through the subqueries of one text, which are few enough for recursion.
  private struct Measure {
    let queries: [String: QueryExtent]
    private let references: [Int?: [SQLOutline.Reference]]
    private let definitions: [String: [Int]]
    private var known: [Int: QueryExtent] = [:]

    init(outline: SQLOutline, queries: [String: QueryExtent]) {
      self.queries = queries
      references = Dictionary(grouping: outline.references, by: \.owner)
      definitions = Dictionary(grouping: outline.definitions.indices) {
        outline.definitions[$0].name
      }
    }

    /// The extent of a subquery of WITH, or of the text itself.
    mutating func extent(of owner: Int?) -> QueryExtent {
      if let owner, let extent = known[owner] { return extent }
      // A recursive subquery uses itself once.
      if let owner { known[owner] = QueryExtent(names: 1, levels: 1) }
      var extent = QueryExtent(names: 1, levels: 1)
      for reference in references[owner] ?? [] where extent.names <= QueryExtent.nameLimit {
        let used = used(reference.name)
        extent.names += used?.names ?? 1
        extent.levels = max(extent.levels, 1 + (used?.levels ?? 0))
      }
      if let owner { known[owner] = extent }
      return extent
    }

    private mutating func used(_ name: String) -> QueryExtent? {
      guard let indices = definitions[name] else { return queries[name] }
      var largest: QueryExtent?
      for index in indices {
        let extent = extent(of: index)
        largest = QueryExtent(
          names: max(extent.names, largest?.names ?? 0),
          levels: max(extent.levels, largest?.levels ?? 0))
      }
      return largest
    }
  }
}
