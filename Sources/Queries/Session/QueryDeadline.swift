import CSQLite

/// Stops a query that runs too long. The time decides only whether there is a result, never which.
final class QueryDeadline {
  private let clock = ContinuousClock()
  private let time: Duration
  private var end: ContinuousClock.Instant

  /// No query may run longer than `time`.
  init(_ time: Duration) {
    self.time = time
    end = clock.now
  }

  /// Lets the time of one query begin.
  func start() { end = clock.now + time }

  /// Asks every 10,000 steps of SQLite's machine; the deadline must outlive the connection's queries.
  func install(in connection: OpaquePointer) {
    sqlite3_progress_handler(
      connection, 10_000,
      { context in
        guard let context else { return 1 }
        let deadline = Unmanaged<QueryDeadline>.fromOpaque(context).takeUnretainedValue()
        return deadline.clock.now > deadline.end ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }
}
