import ArgumentParser
import Diagnostics
import Dispatch
import Foundation
import Preview
import Site

/// Builds into memory, serves on this machine, builds and reloads on each change.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Preview the site on this machine; rebuild and reload on each change.")

  @OptionGroup var options: SiteOptions

  @Option(help: "The port on 127.0.0.1; 0 lets the system choose.")
  var port: UInt16 = 8000

  func run() async throws {
    let options = self.options
    // A folder that cannot be read now is a failure of the environment; later it is a failed build.
    try EnvironmentFailure.wrap { _ = try options.input().content.list() }
    let watcher = SourceWatcher([options.path(options.content), options.path(options.templates)])
    let drawings = DrawingMemory()
    let loop = PreviewLoop(watching: watcher) { Self.build(options, drawings) }
    let task = Task {
      try await loop.run(port: port) { port in
        Terminal.print("http://127.0.0.1:\(port)/ (Ctrl-C ends the preview)")
      }
    }
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_IGN)
    let sources = [SIGINT, SIGTERM].map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: .main)
      source.setEventHandler { @Sendable in task.cancel() }
      source.resume()
      return source
    }
    defer { sources.forEach { $0.cancel() } }
    do {
      try await task.value
    } catch is CancellationError {
      return
    } catch {
      if task.isCancelled { return }
      throw EnvironmentFailure("cannot serve on port \(port): \(error)")
    }
  }

  /// One build into memory, reported on the terminal and, where it fails, in the page.
  private static func build(
    _ options: SiteOptions, _ drawings: DrawingMemory
  ) -> PreviewLoop.Outcome {
    let output = MemoryOutput()
    var input = options.input()
    input.drawings = drawings
    do {
      let report = try SiteBuild(input).run(into: output)
      let text = TextDiagnosticFormatter(usesColor: Terminal.wantsColor) { options.source($0) }
      if !report.diagnostics.isEmpty {
        Terminal.error(text.report(report.diagnostics), terminator: "")
      }
      guard report.hasErrors else {
        let total = report.timings.reduce(Duration.zero) { $0 + $1.duration }
        Terminal.print("built \(report.site.pages.count) pages in \(total)")
        return PreviewLoop.Outcome(site: output, failure: nil)
      }
      let plain = TextDiagnosticFormatter(usesColor: false) { options.source($0) }
      return PreviewLoop.Outcome(
        site: nil, failure: plain.report(report.diagnostics.filter { $0.severity == .error }))
    } catch {
      Terminal.error("error: \(error)")
      return PreviewLoop.Outcome(site: nil, failure: "\(error)")
    }
  }
}
