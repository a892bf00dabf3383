import Synchronization

/// Gathers diagnostics from stages that run in parallel; hands them back in the order of the sources.
public final class DiagnosticCollector: Sendable {
  /// What becomes of warnings.
  public enum WarningPolicy: Hashable, Sendable {
    /// They stay warnings.
    case keep
    /// Those with these ids become errors.
    case raise(Set<String>)
    /// All become errors.
    case raiseAll
  }

  private let collected = Mutex<[Diagnostic]>([])
  private let warnings: WarningPolicy

  /// An empty collector.
  public init(warnings: WarningPolicy = .keep) {
    self.warnings = warnings
  }

  /// Takes one diagnostic.
  public func add(_ diagnostic: Diagnostic) {
    let diagnostic = weighed(diagnostic)
    collected.withLock { $0.append(diagnostic) }
  }

  /// Takes several diagnostics.
  public func add(_ diagnostics: some Sequence<Diagnostic>) {
    let diagnostics = diagnostics.map(weighed)
    collected.withLock { $0.append(contentsOf: diagnostics) }
  }

  /// Whether any error has been added.
  public var hasErrors: Bool {
    collected.withLock { $0.contains { $0.severity == .error } }
  }

  /// How many there are of each severity, without doubles.
  public var counts: DiagnosticCounts {
    DiagnosticCounts(Set(collected.withLock { $0 }))
  }

  /// Everything collected, without doubles, by file, line, column, then severity and text.
  public var sorted: [Diagnostic] {
    var seen = Set<Diagnostic>()
    return collected.withLock { $0 }.filter { seen.insert($0).inserted }.sorted(by: inSourceOrder)
  }

  private func weighed(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.severity == .warning else { return diagnostic }
    let isRaised =
      switch warnings {
      case .keep: false
      case .raise(let ids): ids.contains(diagnostic.id)
      case .raiseAll: true
      }
    guard isRaised else { return diagnostic }
    var error = diagnostic
    error.severity = .error
    return error
  }
}

/// By place, then severity, id and text; what has no place comes first.
private func inSourceOrder(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
  switch (a.location, b.location) {
  case (nil, .some): return true
  case (.some, nil): return false
  case (let x?, let y?) where x != y: return x < y
  default: return (a.severity, a.id, a.message) < (b.severity, b.id, b.message)
  }
}
