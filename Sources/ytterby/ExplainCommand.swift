import ArgumentParser
import Diagnostics
import Site

/// How a report is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// Says where something comes from, and what may change with it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Say where something comes from, down to the rows and the publisher, and what may change with it.",
    discussion: """
      WHAT is a page (production.md), the id of a figure, a table, a query, a column (output.tonnes), a \
      source (@mcs-2026), or a value of a page (production.md:china.share). Where a name means several \
      things, they are listed; page:, figure:, table: and query: before it say which is meant.
      """)

  @Argument(help: "What is to be explained.")
  var what: String

  @OptionGroup var options: SiteOptions

  @Option(help: "How the result is printed: text, json.")
  var format = ReportFormat.text

  func run() throws {
    let collector = DiagnosticCollector()
    let lineage = try EnvironmentFailure.wrap {
      try SiteBuild(options.input()).lineage(into: collector)
    }
    // A site with faults can be explained as far as it is resolved; the faults are said all the same.
    options.printText(collector, errorsOnly: true)
    let finder = SubjectFinder(lineage)
    let subjects = finder.subjects(what)
    guard let subject = subjects.first, subjects.count == 1 else {
      throw ValidationError(message(subjects, finder))
    }
    let explanation = try EnvironmentFailure.wrap {
      try Explainer(lineage).explanation(of: subject)
    }
    Terminal.print(format == .json ? explanation.json : explanation.text, terminator: "")
  }

  private func message(_ subjects: [ExplainSubject], _ finder: SubjectFinder) -> String {
    guard subjects.isEmpty else {
      let names = subjects.map(finder.name).joined(separator: "\n  ")
      return "'\(what)' means several things:\n  \(names)"
    }
    let page = what.split(separator: ":").first.map(String.init) ?? ""
    let near = NearMiss.suggestion(for: what, among: finder.names + finder.names(onPage: page))
    return "nothing is called '\(what)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
  }
}

extension SiteOptions {
  /// Prints diagnostics for a person on standard error.
  func printText(_ collector: DiagnosticCollector, errorsOnly: Bool = false) {
    let diagnostics = collector.sorted.filter { !errorsOnly || $0.severity == .error }
    guard !diagnostics.isEmpty else { return }
    let formatter = TextDiagnosticFormatter(usesColor: Terminal.wantsColor) { source($0) }
    Terminal.error(formatter.report(diagnostics), terminator: "")
  }
}
