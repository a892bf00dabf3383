package import Diagnostics

/// What a build found and did.
package struct BuildReport: Sendable {
  /// Everything found, in the order of the sources.
  package var diagnostics: [Diagnostic]
  /// What publishing did; nil where an error kept the site from being published.
  package var published: PublishSummary?
  /// The site as resolved, with what each page, figure and value rests on.
  package var site: ResolvedSite
  /// How long each step took.
  package var timings: [(step: String, duration: Duration)]

  /// Whether an error was found.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Times the steps of a build by the clock that the command hands in.
struct StepTimer {
  private let clock: @Sendable () -> Duration
  private var start: Duration
  private(set) var timings: [(step: String, duration: Duration)] = []

  init(clock: @escaping @Sendable () -> Duration) {
    self.clock = clock
    start = clock()
  }

  /// Notes the time since the last step ended.
  mutating func finish(_ step: String) {
    let now = clock()
    timings.append((step, now - start))
    start = now
  }
}
