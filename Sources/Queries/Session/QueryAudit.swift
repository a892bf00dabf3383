import CSQLite

/// What SQLite's authorizer lets the author's SQL do, and what it saw while a query was compiled.
final class QueryAudit {
  /// Whether the author's SQL is at work; the library's own statements pass otherwise.
  var isStrict = false
  /// The columns read, by table, view or subquery.
  private(set) var reads: [String: Set<String>] = [:]
  /// Why the last query was refused, if the authorizer refused it.
  private(set) var refusal: Refusal?

  /// Something that a query may not do.
  struct Refusal {
    var summary: String
    var remedy: String?
    /// The name at fault, to find its place in the text.
    var name: String?
  }

  /// Makes the audit the authorizer of a connection, which must not outlive it. Once only: each time
  /// expires all prepared statements.
  func install(in connection: OpaquePointer) {
    sqlite3_set_authorizer(
      connection,
      { context, action, a, b, _, _ in
        guard let context else { return SQLITE_DENY }
        let audit = Unmanaged<QueryAudit>.fromOpaque(context).takeUnretainedValue()
        return audit.decide(action, a, b)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Forgets the query before.
  func reset() {
    reads = [:]
    refusal = nil
  }

  private func decide(
    _ action: Int32, _ a: UnsafePointer<CChar>?, _ b: UnsafePointer<CChar>?
  ) -> Int32 {
    guard isStrict else { return SQLITE_OK }
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE:
      return SQLITE_OK
    case SQLITE_READ:
      return read(a.map { String(cString: $0) } ?? "", b.map { String(cString: $0) } ?? "")
    case SQLITE_FUNCTION:
      return call(b.map { String(cString: $0) }?.lowercased() ?? "")
    default:
      return refuse("a query only reads", remedy: "write one SELECT", name: nil)
    }
  }

  private func read(_ table: String, _ column: String) -> Int32 {
    let name = table.lowercased()
    if name.hasPrefix("sqlite_") || name.hasPrefix("pragma_") || name.hasPrefix("json_") {
      return refuse(
        "\(table) may not be read", remedy: "read tables, views and queries", name: table)
    }
    if column.isEmpty {
      reads[name, default: []] = reads[name] ?? []
    } else {
      reads[name, default: []].insert(column.lowercased())
    }
    return SQLITE_OK
  }

  private func call(_ function: String) -> Int32 {
    if QueryFunctions.allowed.contains(function) || function == RowRewriter.column {
      return SQLITE_OK
    }
    let refusal = QueryFunctions.refusal(of: function)
    return refuse(refusal.summary, remedy: refusal.remedy, name: function)
  }

  private func refuse(_ summary: String, remedy: String?, name: String?) -> Int32 {
    if refusal == nil { refusal = Refusal(summary: summary, remedy: remedy, name: name) }
    return SQLITE_DENY
  }
}
