import ArgumentParser
import Diagnostics
import Site

/// Runs a query over the tables and queries of the site.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Run one SELECT over the tables and queries of the site, or show one by its name.")

  @Argument(help: "One SELECT, or the name of a table or query.")
  var sql: String?

  @OptionGroup var options: SiteOptions

  @Option(
    help:
      "How the result is printed: \(AdHocQuery.Format.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var format = AdHocQuery.Format.table

  @Flag(help: "List tables, views and queries with their columns, types and units.")
  var schema = false

  func validate() throws {
    if schema == (sql != nil) {
      throw ValidationError("give one SELECT, or --schema.")
    }
  }

  func run() throws {
    let collector = DiagnosticCollector()
    let data = try EnvironmentFailure.wrap { try SiteBuild(options.input()).data(into: collector) }
    let query = AdHocQuery(data)
    var text: String?
    if let sql {
      text = try EnvironmentFailure.wrap {
        try query.run(sql, into: collector).map { AdHocQuery.text($0, as: format) }
      }
    } else {
      text = try EnvironmentFailure.wrap { try query.schema() }
    }
    let collected = collector.sorted
    if !collected.isEmpty {
      let formatter = TextDiagnosticFormatter(usesColor: Terminal.wantsColor) { path in
        path == "query" ? sql : options.source(path)
      }
      Terminal.error(formatter.report(collected), terminator: "")
    }
    guard let text else { throw ExitStatus.content }
    Terminal.print(text, terminator: "")
    if collector.hasErrors { throw ExitStatus.content }
  }
}

extension AdHocQuery.Format: ExpressibleByArgument {}
