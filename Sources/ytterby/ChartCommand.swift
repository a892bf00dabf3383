import ArgumentParser
import Diagnostics
import Foundation
import Site

/// Draws Vega-Lite specifications: one to a file or standard output, a folder to a folder.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draw Vega-Lite specifications as SVG: a file, standard input (-), or a folder.",
    discussion: """
      In a folder, files ending in .vl.json and .vl.yaml are specifications: A/b.vl.json becomes A/b.svg, \
      A/b/spec.vl.json becomes A/b.svg. Data named by url is read from the specification's folder and stays \
      below the folder given, or below --root.
      """)

  @Argument(
    help: "A specification, a folder of them, or - for standard input.", completion: .file())
  var specification: String

  @Option(
    name: [.short, .customLong("output")], help: "The picture; standard output unless given.")
  var output: String?

  @Option(help: "The folder of pictures, for a folder of specifications.", completion: .directory)
  var out: String?

  @Option(help: "The folder below which url data is read.", completion: .directory)
  var root: String?

  @Option(help: ArgumentHelp("A table for data of that name.", valueName: "NAME=FILE.csv"))
  var data: [String] = []

  @Option(
    help: "A configuration (Vega-Lite config as YAML or JSON) to lie below the specification's own."
  )
  var theme: String?

  @Option(help: "The width of the plot where the specification gives none, in pixels.")
  var width: Double?

  @Flag(help: "Print the laid-out scene as JSON instead of the picture.")
  var scene = false

  @OptionGroup var diagnostics: DiagnosticOptions

  func validate() throws {
    if let width, !(1...10_000).contains(width) {
      throw ValidationError("--width wants a number from 1 to 10000.")
    }
    if data.contains(where: { !$0.contains("=") }) {
      throw ValidationError("--data wants NAME=FILE.csv.")
    }
  }

  func run() throws {
    let run = ChartRun(
      root: root, data: data.map(Self.pair), theme: theme, width: width, printsScene: scene)
    let collector = DiagnosticCollector()
    let isFolder = DiskFile.kind(of: specification) == .folder
    if isFolder {
      guard let out else {
        throw ValidationError("A folder of specifications needs --out DIR for the pictures.")
      }
      try EnvironmentFailure.wrap { try run.folder(specification, to: out, into: collector) }
    } else if let text = try EnvironmentFailure.wrap({ try drawOne(run, into: collector) }) {
      try deliver(text)
    }
    diagnostics.report(collector.sorted) { name in
      (try? DiskFile.read(name)).map { String(decoding: $0, as: UTF8.self) }
    }
    if collector.hasErrors { throw ExitStatus.content }
  }

  private func drawOne(_ run: ChartRun, into collector: DiagnosticCollector) throws -> String? {
    specification == "-"
      ? try run.text([UInt8](FileHandle.standardInput.readToEnd() ?? Data()), into: collector)
      : try run.file(specification, into: collector)
  }

  private func deliver(_ text: String) throws {
    guard let output, output != "-" else { return Terminal.print(text, terminator: "") }
    try EnvironmentFailure.wrap { try DiskFile.replace(Array(text.utf8), at: output) }
  }

  private static func pair(_ text: String) -> (name: String, file: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }
}
