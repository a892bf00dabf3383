/// How many diagnostics there are of each severity.
public struct DiagnosticCounts: Hashable, Sendable, CustomStringConvertible {
  /// What keeps a build from being published.
  public var errors = 0
  /// What the author should look at.
  public var warnings = 0
  /// What is worth knowing.
  public var notes = 0

  /// Counts `diagnostics`.
  public init(_ diagnostics: some Sequence<Diagnostic> = EmptyCollection()) {
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }

  /// `3 errors, 1 warning`; what there is none of is left out, so that no diagnostics give no text.
  public var description: String {
    [(errors, "error"), (warnings, "warning"), (notes, "note")]
      .filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
      .joined(separator: ", ")
  }
}
