import Diagnostics

/// Collects the faults of one file: so many are reported, the rest are counted.
struct FaultLog {
  private let path: String
  private let limit: Int
  private var kept: [Diagnostic] = []
  /// The number of faults.
  private(set) var count = 0

  init(path: String, limit: Int) {
    self.path = path
    self.limit = limit
  }

  /// Takes an error; its parts are made only if it is to be reported.
  mutating func add(
    _ id: String, at place: @autoclosure () -> SourceRange, _ summary: @autoclosure () -> String,
    found: @autoclosure () -> String? = nil, expected: @autoclosure () -> String? = nil,
    remedy: @autoclosure () -> String? = nil, notes: @autoclosure () -> [Diagnostic.Note] = []
  ) {
    count += 1
    guard count <= limit else { return }
    kept.append(
      Diagnostic(
        .error, id, at: SourceLocation(path, place()), summary(), found: found(),
        expected: expected(), remedy: remedy(), notes: notes()))
  }

  /// Hands the faults over, with the number of those left out.
  func report(into diagnostics: DiagnosticCollector, id: String) {
    diagnostics.add(kept)
    guard count > limit, let last = kept.last?.location else { return }
    diagnostics.add(
      Diagnostic(
        .error, id, at: last, "\(count - limit) more faults in this file are not listed",
        remedy: "mend those above first"))
  }
}
