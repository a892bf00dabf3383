import Diagnostics
import Documents

/// Where the faults of one specification are reported.
struct SpecContext: Sendable {
  /// The file, as it is printed.
  let path: String
  /// Receives what is wrong.
  let collector: DiagnosticCollector

  /// Reports a fault that leaves no picture.
  func error(
    _ id: String, at range: SourceRange, _ summary: String, found: String? = nil,
    expected: String? = nil, remedy: String? = nil
  ) {
    add(.error, id, range, summary, found, expected, remedy)
  }

  /// Reports something that is left out or doubtful.
  func warning(
    _ id: String, at range: SourceRange, _ summary: String, found: String? = nil,
    expected: String? = nil, remedy: String? = nil
  ) {
    add(.warning, id, range, summary, found, expected, remedy)
  }

  /// Reports a name that is not one of `candidates`, with the one that may be meant.
  func unknown(
    _ id: String, at range: SourceRange, _ what: String, _ name: String, among candidates: [String]
  ) {
    let near = NearMiss.suggestion(for: name, among: candidates)
    error(
      id, at: range, "unknown \(what)", found: "`\(name)`",
      expected: near == nil && candidates.count <= 24
        ? "one of " + candidates.map { "`\($0)`" }.joined(separator: ", ") : nil,
      remedy: near.map { "write `\($0)`" })
  }

  private func add(
    _ severity: Severity, _ id: String, _ range: SourceRange, _ summary: String, _ found: String?,
    _ expected: String?, _ remedy: String?
  ) {
    collector.add(
      Diagnostic(
        severity, "chart." + id, at: SourceLocation(path, range), summary, found: found,
        expected: expected, remedy: remedy))
  }
}
