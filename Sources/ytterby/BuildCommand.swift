import ArgumentParser
import Diagnostics
import Site

/// Checks everything, then publishes; nothing is published if there is an error.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Check everything and publish the site; with any error, publish nothing.")

  @OptionGroup var options: SiteOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  @Option(help: "The folder to publish to, below the site.", completion: .directory)
  var output = "Output"

  @Flag(help: "Print how long each step took.")
  var timings = false

  func run() throws {
    let publisher = DiskPublisher(options.path(output))
    let (maker, rasterizer) = PreviewRasterizer.maker(cache: options.path(".ytterby/previews"))
    var input = options.input()
    input.previews = maker
    let report = try EnvironmentFailure.wrap { [input] in try SiteBuild(input).run(into: publisher)
    }
    if report.published != nil { rasterizer?.prune() }
    diagnostics.report(report.diagnostics) { [options] in options.source($0) }
    guard !report.hasErrors, let published = report.published else { throw ExitStatus.content }
    guard diagnostics.format == .text else { return }
    Terminal.print(
      """
      \(options.path(output)): \(report.site.pages.count) pages, \(published.files) files \
      (\(published.written) changed, \(published.unchanged) unchanged, \(published.removed) removed)
      """)
    if timings { BuildTimings.print(report) }
  }
}

/// The times of a build's steps, one a line.
enum BuildTimings {
  static func print(_ report: BuildReport) {
    for (step, duration) in report.timings {
      let milliseconds =
        Double(duration.components.attoseconds) / 1e15
        + Double(duration.components.seconds) * 1000
      Terminal.print("  \(step) \(Int(milliseconds.rounded())) ms")
    }
  }
}
