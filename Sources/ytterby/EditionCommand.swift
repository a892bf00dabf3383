import ArgumentParser
import Diagnostics
import Site

/// Editions that stay as they were published.
struct EditionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edition", abstract: "Freeze the edition, or compare two editions.",
    subcommands: [FreezeCommand.self, DiffCommand.self])
}

/// Freezes the site as it is.
struct FreezeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract:
      "Keep the site as it is now below Content/editions/, published as it is from then on.",
    discussion: """
      Left out are the files that mean something only at the root of a site, such as feeds, sitemap.xml, \
      robots.txt, 404.html, and the page that repeats all others for paper.
      """)

  @Argument(help: "The id of the edition; that of site.yaml unless given.")
  var id: String?

  @OptionGroup var options: SiteOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  @Option(help: "The day of publication (YYYY-MM-DD); that of site.yaml unless given.")
  var published: String?

  @Flag(
    help: "Keep the figures alone, computed from the data, without pages: for an earlier edition.")
  var dataAlone = false

  func validate() throws {
    if let published, !SiteOptions.isDay(published) {
      throw ValidationError("--published wants a day such as 2025-12-31, not '\(published)'.")
    }
  }

  func run() throws {
    let freeze = EditionFreeze(options.input(), FreezeRequest(id: id, published: published))
    let (frozen, found) = try EnvironmentFailure.wrap {
      if dataAlone { return try freeze.recordAlone() }
      let outcome = try freeze.run()
      return (outcome.edition, outcome.report.diagnostics)
    }
    diagnostics.report(found) { [options] in options.source($0) }
    guard let edition = frozen else { throw ExitStatus.content }
    let folder = options.path(options.content)
    try EnvironmentFailure.wrap { try edition.write(to: folder) }
    guard diagnostics.format == .text else { return }
    let place = "\(folder)/editions/\(edition.record.id)"
    Terminal.print(
      dataAlone
        ? "\(place).json: \(edition.record.figures.count) figures"
        : "\(place): \(edition.files.count) files, \(edition.byteCount / 1000) kB")
  }
}

/// Compares two editions.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Print what moved between two editions: figures, values, claims, pages, data.")

  @Argument(help: "The id of the older edition.")
  var old: String

  @Argument(help: "The id of the newer edition; `now`, or its own id, for the site as it is.")
  var new = DiffCommand.now

  @OptionGroup var options: SiteOptions

  @Option(help: "How the result is printed: text, json.")
  var format = ReportFormat.text

  /// What stands for the site as it is.
  static let now = "now"

  func run() throws {
    let collector = DiagnosticCollector()
    let input = options.input()
    let archive = try EnvironmentFailure.wrap {
      try EditionArchive(input.content, into: collector)
    }
    let records = try [old, new].map { id in
      try EnvironmentFailure.wrap { try record(id, archive, input, collector) }
    }
    options.printText(collector)
    if collector.hasErrors { throw ExitStatus.content }
    guard let first = records[0], let second = records[1] else {
      let known = archive.entries.map(\.id).joined(separator: ", ")
      let missing = zip([old, new], records).filter { $0.1 == nil }.map(\.0)
      throw ValidationError(
        "no edition '\(missing.joined(separator: "', '"))'; frozen are: "
          + (known.isEmpty ? "none" : known) + "; `\(Self.now)` is the site as it is"
      )
    }
    let diff = EditionDiff(from: first, to: second)
    Terminal.print(format == .json ? diff.json : diff.text, terminator: "")
  }

  private func record(
    _ id: String, _ archive: EditionArchive, _ input: BuildInput, _ collector: DiagnosticCollector
  ) throws -> EditionRecord? {
    if let frozen = archive[id] { return frozen.record }
    var record = EditionRecord(try SiteBuild(input).lineage(into: collector).site)
    guard id == Self.now || id == record.id else { return nil }
    try record.addTexts(of: input.content)
    return record
  }
}
