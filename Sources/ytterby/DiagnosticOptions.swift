import ArgumentParser
import Diagnostics
import Site

/// How diagnostics are printed.
struct DiagnosticOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github
  }

  @Option(
    help: "How faults are printed: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  /// Prints the diagnostics: text and workflow commands to standard error, JSON to standard output.
  ///
  /// - Parameter source: the text of a file by the path in a diagnostic, for the line shown below it.
  func report(_ diagnostics: [Diagnostic], source: @escaping @Sendable (String) -> String?) {
    switch format {
    case .text:
      guard !diagnostics.isEmpty else { return }
      let formatter = TextDiagnosticFormatter(usesColor: Terminal.wantsColor, source: source)
      Terminal.error(formatter.report(diagnostics), terminator: "")
    case .json:
      Terminal.print(JSONDiagnosticFormatter().report(diagnostics), terminator: "")
    case .github:
      Terminal.print(GitHubDiagnosticFormatter().report(diagnostics), terminator: "")
    }
  }
}
