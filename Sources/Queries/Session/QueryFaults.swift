import Diagnostics
import GRDB
import Tables

/// Puts SQLite's errors into the author's words, at the author's place.
struct QueryFaults {
  let store: DataStore
  let graph: QueryGraph
  let composed: ComposedSQL

  /// The diagnostic for an error while compiling or running; `offset` is the byte in the composed SQL,
  /// negative where SQLite does not know it.
  func diagnostic(
    _ error: any Error, at offset: Int = -1, refusal: QueryAudit.Refusal? = nil
  ) -> Diagnostic {
    let failure = error as? DatabaseError
    let message = failure?.message ?? "\(error)"
    if let refusal, failure?.resultCode == .SQLITE_AUTH || message.hasPrefix("not authorized") {
      let place = place(of: refusal.name, offset)
      return place.query.error(
        "query.refused", at: place.range, refusal.summary, remedy: refusal.remedy)
    }
    if let bound = boundFault(failure, message) { return bound }
    let subject = Self.subject(of: message)
    let place = place(of: subject.map { String($0.split(separator: ".").last ?? "") }, offset)
    if let subject {
      if message.hasPrefix("no such column") { return unknownColumn(subject, place) }
      if message.hasPrefix("no such function") { return unknownFunction(subject, place) }
      if message.hasPrefix("no such table") { return unknownTable(subject, place) }
    }
    return place.query.error(
      "query.syntax", at: place.range, "SQLite does not take this query: \(message)",
      remedy: "see the place marked")
  }

  // MARK: Kinds

  private func boundFault(_ failure: DatabaseError?, _ message: String) -> Diagnostic? {
    let place = place(of: nil, -1)
    switch failure?.resultCode {
    case .SQLITE_INTERRUPT:
      return place.query.error(
        "query.limit", at: place.range, "the query takes too long",
        expected: "at most \(store.limits.time)",
        remedy: "look for a join without condition or a recursion without end")
    case .SQLITE_NOMEM:
      return place.query.error(
        "query.limit", at: place.range, "the query needs too much memory",
        remedy: "sort or group fewer rows")
    case .SQLITE_TOOBIG:
      return place.query.error(
        "query.limit", at: place.range, "the query makes a text that is too long",
        expected: "at most \(store.limits.textBytes) bytes")
    default:
      return message.contains("local time unavailable")
        ? place.query.error(
          "query.refused", at: place.range, "the query depends on the machine's time zone",
          remedy: "all times are UTC: leave 'localtime' and 'utc' out") : nil
    }
  }

  private func unknownColumn(_ name: String, _ place: Place) -> Diagnostic {
    let column = String(name.split(separator: ".").last ?? "")
    let known = columns(near: place.query)
    let isText = place.query.text(place.range).hasPrefix("\"")
    let near = NearMiss.suggestion(for: column, among: known)
    return place.query.error(
      "query.unknown-column", at: place.range, "there is no column \(name)",
      remedy: near.map { "did you mean \($0)?" }
        ?? (isText
          ? "a text stands in single quotes: '\(column)'"
          : "the tables have: \(known.sorted().prefix(20).joined(separator: ", "))"))
  }

  private func unknownFunction(_ name: String, _ place: Place) -> Diagnostic {
    place.query.error(
      "query.unknown-function", at: place.range, "there is no function \(name)()",
      remedy: NearMiss.suggestion(for: name, among: QueryFunctions.allowed)
        .map { "did you mean \($0)()?" })
  }

  private func unknownTable(_ name: String, _ place: Place) -> Diagnostic {
    let known = graph.tables.union(graph.site.keys).union(graph.own.keys)
    return place.query.error(
      "query.unknown-table", at: place.range, "there is no table or query \(name)",
      remedy: NearMiss.suggestion(for: name, among: known).map { "did you mean \($0)?" })
  }

  /// The columns of the tables that a query reads, with the names that its own subqueries and the
  /// queries it uses give.
  private func columns(near query: ParsedQuery) -> Set<String> {
    let queries = [query] + graph.dependencies(of: query)
    var names: Set<String> = []
    for reference in queries.flatMap(\.outline.references) {
      let table = store.table(behind: reference.name)
      names.formUnion(store.facts[table]?.fields.values.map(\.column.name) ?? [])
    }
    for other in queries {
      let tokens = other.outline.tokens
      for (before, token) in zip(tokens, tokens.dropFirst())
      where before.isWord("as") && token.isName { names.insert(token.text) }
    }
    return names
  }

  // MARK: Places

  private struct Place {
    var query: ParsedQuery
    var range: Range<Int>
  }

  /// The token at a byte of the composed SQL, else the first that is called `name`, else the query.
  private func place(of name: String?, _ offset: Int) -> Place {
    if offset >= 0, let source = composed.source(of: offset) {
      let end = min(source.offset + 1, source.query.outline.body.upperBound)
      let range =
        source.query.outline.token(at: source.offset)?.range
        ?? min(source.offset, end)..<end
      return Place(query: source.query, range: range)
    }
    if let name {
      for query in composed.sources {
        if let token = query.outline.firstName(name) {
          return Place(query: query, range: token.range)
        }
      }
    }
    let query = composed.main
    return Place(query: query, range: query.outline.body)
  }

  /// What a message of the form `no such column: x` is about.
  private static func subject(of message: String) -> String? {
    guard message.hasPrefix("no such "), let colon = message.firstIndex(of: ":") else { return nil }
    return String(message[message.index(after: colon)...].drop { $0 == " " })
  }
}
