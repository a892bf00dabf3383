import CSQLite
package import Diagnostics
import GRDB
package import Tables

/// The tables of a site in SQLite, with the queries that all pages share; hands out sessions.
package final class DataStore: Sendable {
  let image: SerializedImage
  let facts: [String: TableFacts]
  /// Tables and generated views.
  let tableNames: Set<String>
  let siteQueries: [String: ParsedQuery]
  /// Names of site queries that have been reported as unusable.
  let brokenQueries: Set<String>
  let measures: [String: Measure]
  let units: UnitCatalog
  let limits: QueryLimits
  /// The table of each root page of the image, as EXPLAIN names them.
  let tablesByRootPage: [Int: String]

  /// The names of all tables and generated views, sorted.
  package var names: [String] { tableNames.sorted() }

  /// Loads tables, and checks the names of tables and queries and whether the queries can be used.
  ///
  /// `units` are the package's units, for columns whose unit stands in another column;
  /// `asOf` is the date (YYYY-MM-DD) up to which sources count in the views `<table>_preferred`.
  /// Faults of the author are collected; what SQLite itself cannot do is thrown.
  package init(
    tables: [StoredTable], measures: [String: Measure] = [:], units: UnitCatalog = UnitCatalog(),
    queries: [NamedQuery] = [], asOf: String? = nil, limits: QueryLimits = QueryLimits(),
    into collector: DiagnosticCollector
  ) throws {
    try SQLiteProcess.prepare(heapBytes: limits.heapBytes)
    let contents = StoreContents(tables, asOf: asOf, into: collector)
    let queue = try DatabaseQueue()
    (image, tablesByRootPage) = try queue.unsafeReentrantRead { db in
      try contents.write(to: db, into: collector)
      guard let connection = db.sqliteConnection else {
        throw DatabaseError(resultCode: .SQLITE_MISUSE)
      }
      return (try SerializedImage(of: connection), try Self.rootPages(db))
    }
    facts = contents.facts
    tableNames = contents.names
    self.measures = measures
    self.units = units
    self.limits = limits
    (siteQueries, brokenQueries) = Self.check(queries, tables: contents.names, into: collector)
  }

  /// A connection of its own for one thread.
  package func session() throws -> QuerySession { try QuerySession(self) }

  /// The facts of a column; nil for what is no column of a table.
  func field(_ origin: ColumnOrigin) -> TableFacts.Field? {
    facts[origin.table.lowercased()]?.fields[origin.column.lowercased()]
  }

  /// The table that a generated view chooses from; other names stay.
  func table(behind name: String) -> String {
    let suffix = PreferredView.name(of: "")
    guard facts[name] == nil, name.hasSuffix(suffix) else { return name }
    return String(name.dropLast(suffix.count))
  }

  private static func rootPages(_ db: Database) throws -> [Int: String] {
    var pages: [Int: String] = [:]
    let rows = try Row.fetchAll(
      db, sql: "SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0")
    for row in rows { pages[row[0]] = row[1] }
    return pages
  }

  private static func check(
    _ queries: [NamedQuery], tables: Set<String>, into collector: DiagnosticCollector
  ) -> ([String: ParsedQuery], Set<String>) {
    var site: [String: ParsedQuery] = [:]
    var broken: Set<String> = []
    for query in queries.sorted(by: { ($0.name, $0.path) < ($1.name, $1.path) }) {
      if let fault = Self.fault(query, tables: tables, site: site) {
        collector.add(fault)
        broken.insert(query.name)
      } else {
        site[query.name] = ParsedQuery(query, isPrivate: false)
      }
    }
    let graph = QueryGraph(site: site, own: [:], tables: tables)
    let ordered = site.values.sorted { $0.query.name < $1.query.name }
    for query in ordered {
      guard let parameter = query.outline.parameters.first else { continue }
      broken.insert(query.query.name)
      collector.add(
        query.error(
          "query.parameter", at: parameter.range, "a query of the site takes no parameters",
          found: parameter.text, remedy: "move the query to the page that has the parameter"))
    }
    broken.formUnion(graph.check(ordered, into: collector))
    return (site, broken)
  }

  /// What is wrong with a query's name by itself and beside tables and site queries, if anything.
  static func fault(
    _ query: NamedQuery, tables: Set<String>, site: [String: ParsedQuery]
  ) -> Diagnostic? {
    if let fault = DataNames.fault(query) { return fault }
    if tables.contains(query.name) { return DataNames.taken(query, by: "table") }
    return site[query.name].map {
      DataNames.taken(query, by: "query of the site", first: $0.query)
    }
  }
}

/// What is set once for SQLite in the whole process.
enum SQLiteProcess {
  /// Takes the clock and the time zone away before the first connection.
  private static let preparation: Int32 = {
    let code = csqlite_install_clockless_vfs()
    return code == SQLITE_OK ? csqlite_refuse_local_time() : code
  }()

  static func prepare(heapBytes: Int) throws {
    guard preparation == SQLITE_OK else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: preparation), message: "SQLite cannot be set up")
    }
    sqlite3_hard_heap_limit64(Int64(heapBytes))
  }
}
