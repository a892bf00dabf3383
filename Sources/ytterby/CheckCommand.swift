import ArgumentParser
import Diagnostics
import Site

/// Everything that `build` does, but for publishing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check everything and publish nothing.")

  @OptionGroup var options: SiteOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let report = try EnvironmentFailure.wrap {
      try SiteBuild(options.input()).run(into: DiscardingOutput())
    }
    diagnostics.report(report.diagnostics) { [options] in options.source($0) }
    if report.hasErrors { throw ExitStatus.content }
    if diagnostics.format == .text {
      let claims = report.site.pages.reduce(0) { $0 + $1.claims.count }
      Terminal.print("\(report.site.pages.count) pages, \(claims) claims hold")
    }
  }
}
