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
  let site: SiteQueries
  /// The views of preferred values.
  let preferred: [PreferredView]
  private let tableColumns: [String: [DataColumn]]
  let measures: [String: Measure]
  let units: UnitCatalog
  let limits: QueryLimits
  /// The table of each root page of the image, as EXPLAIN names them.
  let tablesByRootPage: [Int: String]

  /// The names of the tables in an order by which numbers stand for them.
  var tablesInOrder: [String] { facts.keys.sorted() }

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
      try contents.write(to: db, limits: limits, into: collector)
      guard let connection = db.sqliteConnection else {
        throw DatabaseError(resultCode: .SQLITE_MISUSE)
      }
      return (try SerializedImage(of: connection), try Self.rootPages(db))
    }
    facts = contents.facts
    preferred = contents.views
    tableColumns = contents.columns
    tableNames = contents.names
    self.measures = measures
    self.units = units
    self.limits = limits
    site = SiteQueries(queries, tables: contents.names, into: collector)
  }

  /// The columns of a table or a generated view; nil for another name.
  package func columns(of name: String) -> [DataColumn]? {
    guard tableNames.contains(name) else { return nil }
    return tableColumns[table(behind: name)]
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
