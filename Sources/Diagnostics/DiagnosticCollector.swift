public import Synchronization

/// Gathers diagnostics from stages that run in parallel; hands them back in the order of the sources.
public final class DiagnosticCollector: Sendable {
  private let collected = Mutex<[Diagnostic]>([])

  /// An empty collector.
  public init() {}

  /// Takes one diagnostic.
  public func add(_ diagnostic: Diagnostic) {
    collected.withLock { $0.append(diagnostic) }
  }

  /// Takes several diagnostics.
  public func add(_ diagnostics: some Sequence<Diagnostic>) {
    collected.withLock { $0.append(contentsOf: diagnostics) }
  }

  /// Whether any error has been added.
  public var hasErrors: Bool {
    collected.withLock { $0.contains { $0.severity == .error } }
  }

  /// Everything collected, without doubles, by file, line, column, then severity and text.
  public var sorted: [Diagnostic] {
    var seen = Set<Diagnostic>()
    return collected.withLock { $0 }.filter { seen.insert($0).inserted }.sorted(by: inSourceOrder)
  }
}

/// By place, then severity, id and text; what has no place comes first.
private func inSourceOrder(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
  switch (a.location, b.location) {
  case (nil, .some): return true
  case (.some, nil): return false
  case (let x?, let y?) where x != y: return x < y
  default: return (a.severity, a.id, a.summary) < (b.severity, b.id, b.summary)
  }
}
