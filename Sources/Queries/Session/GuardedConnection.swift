import CSQLite
import GRDB

/// A connection that reads the image and lets the author's SQL do nothing else.
final class GuardedConnection {
  let audit = QueryAudit()
  let deadline: QueryDeadline
  private let queue: DatabaseQueue
  private let image: SerializedImage
  private var compiled: [String: CompiledQuery] = [:]
  private var traced: [TracedStatement.Key: TracedStatement?] = [:]

  /// How many queries stay compiled; those of pages long done are of no more use.
  private static let cacheSize = 256

  /// `reversed` makes SQLite give rows of no declared order the other way round, to show where a result
  /// depends on it.
  init(_ image: SerializedImage, limits: QueryLimits, reversed: Bool = false) throws {
    self.image = image
    deadline = QueryDeadline(limits.time)
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      guard let connection = db.sqliteConnection else { return }
      try image.open(in: connection)
      try QueryFunctions.register(in: db, limits: limits)
      if reversed { try db.execute(sql: "PRAGMA reverse_unordered_selects = ON") }
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      GuardedConnection.bound(connection, limits)
    }
    queue = try DatabaseQueue(configuration: configuration)
    queue.unsafeReentrantRead { db in
      guard let connection = db.sqliteConnection else { return }
      deadline.install(in: connection)
      deadline.start()
      audit.install(in: connection)
    }
  }

  private static func bound(_ connection: OpaquePointer, _ limits: QueryLimits) {
    csqlite_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1)
    let bounds: [(Int32, Int32)] = [
      (SQLITE_LIMIT_LENGTH, Int32(clamping: limits.textBytes)),
      (SQLITE_LIMIT_SQL_LENGTH, 1_000_000),
      (SQLITE_LIMIT_COLUMN, 1_000),
      (SQLITE_LIMIT_EXPR_DEPTH, 200),
      (SQLITE_LIMIT_COMPOUND_SELECT, 50),
      (SQLITE_LIMIT_VDBE_OP, 250_000),
      (SQLITE_LIMIT_FUNCTION_ARG, 16),
      (SQLITE_LIMIT_ATTACHED, 0),
      (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200),
      (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
      (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]
    for (kind, bound) in bounds { sqlite3_limit(connection, kind, bound) }
  }

  deinit {
    compiled = [:]
    traced = [:]
  }

  /// The query compiled before from this SQL.
  func compiled(_ sql: String) -> CompiledQuery? { compiled[sql] }

  /// Keeps a compiled query for the next time.
  func keep(_ query: CompiledQuery, for sql: String) {
    if compiled.count >= Self.cacheSize { compiled = [:] }
    compiled[sql] = query
  }

  /// The statement made before that tells whence values come; nil within where there is none.
  func traced(_ key: TracedStatement.Key) -> TracedStatement?? { traced[key] }

  /// Keeps a statement that tells whence values come, or that there is none.
  func keep(_ statement: TracedStatement?, for key: TracedStatement.Key) {
    if traced.count >= Self.cacheSize { traced = [:] }
    traced[key] = .some(statement)
  }

  /// Gives the connection for the author's SQL: guarded, with a fresh audit and the full time.
  func guarded<T>(_ body: (Database) throws -> T) rethrows -> T {
    try queue.unsafeReentrantRead { db in
      audit.reset()
      audit.isStrict = true
      defer { audit.isStrict = false }
      deadline.start()
      return try body(db)
    }
  }

  /// Gives the connection for the library's own statements.
  func trusted<T>(_ body: (Database) throws -> T) rethrows -> T {
    try queue.unsafeReentrantRead { db in
      let wasStrict = audit.isStrict
      audit.isStrict = false
      defer { audit.isStrict = wasStrict }
      return try body(db)
    }
  }
}
