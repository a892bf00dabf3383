package import Site

/// Builds into memory, serves, and builds again on each change.
package struct PreviewLoop: Sendable {
  /// The outcome of one build: the site where it had no errors, and the report to show.
  package struct Outcome: Sendable {
    /// The site in memory; nil where the build had errors.
    package var site: MemoryOutput?
    /// The report of errors; nil where there were none.
    package var failure: String?
    /// An outcome.
    package init(site: MemoryOutput?, failure: String?) {
      self.site = site
      self.failure = failure
    }
  }

  private let build: @Sendable () -> Outcome
  private let watcher: SourceWatcher

  /// A loop.
  ///
  /// - Parameters:
  ///   - watcher: the folders whose changes are waited for.
  ///   - build: one build of everything, from the disk into memory.
  package init(watching watcher: SourceWatcher, build: @escaping @Sendable () -> Outcome) {
    self.watcher = watcher
    self.build = build
  }

  /// Runs until the task is cancelled.
  ///
  /// - Parameters:
  ///   - port: the port on the loopback address; 0 lets the system choose.
  ///   - ready: called with the port once pages can be opened.
  /// - Throws: where the port is in use.
  package func run(port: UInt16, ready: @escaping @Sendable (Int) -> Void) async throws {
    let site = PreviewSite()
    let server = try PreviewServer(site, port: port)
    let seen = watcher.fingerprint()
    let first = build()
    site.take(first.site, failure: first.failure)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run { ready($0) } }
      group.addTask { [watcher, build, seen] in
        var seen = seen
        while let now = await watcher.change(since: seen) {
          seen = now
          let outcome = build()
          server.reload(revision: site.take(outcome.site, failure: outcome.failure))
        }
        await server.stop()
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}
