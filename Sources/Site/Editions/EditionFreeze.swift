package import Diagnostics
import Tables

/// Freezes the site as it is: builds it for `editions/ID/`, to be kept below `Content/` from then on.
package struct EditionFreeze: Sendable {
  /// Warnings that are errors in what is to stay for good.
  static let raisedWarnings: Set<String> = ["figure.no-id"]

  /// Files that mean something only at the root of a site, and no page of the edition links to; and the record,
  /// which later builds publish from `ID.json`.
  static let leftOut: Set<String> = [
    "robots.txt", "sitemap.xml", "llms.txt", "404.html", "edition.json",
  ]

  private let input: BuildInput

  /// What came of it.
  package struct Outcome: Sendable {
    /// The build of the edition.
    package var report: BuildReport
    /// The edition; nil where an error stands in its way.
    package var edition: FrozenEdition?
  }

  /// Freezes what `input` reads.
  ///
  /// - Parameter request: which edition.
  package init(_ input: BuildInput, _ request: FreezeRequest) {
    var input = input
    input.freezing = request
    self.input = input
  }

  /// Builds the edition in memory. Nothing on the disk changes.
  package func run() throws -> Outcome {
    let output = MemoryOutput()
    var report = try SiteBuild(input).run(into: output)
    let configuration = report.site.configuration
    guard let edition = configuration.edition else {
      report.diagnostics.append(noEdition)
      return Outcome(report: report)
    }
    if let fault = try fault(of: edition.id) { report.diagnostics.append(fault) }
    guard !report.hasErrors else { return Outcome(report: report) }
    var record = EditionRecord(report.site)
    try record.addTexts(of: input.content)
    var files: [String: OutputContent] = [:]
    for path in output.paths where !Self.leftOut.contains(path) {
      guard let content = output.content(of: path) else { continue }
      files[path] = content
      record.files[path] = content.withBytes { SHA256.hex($0) }
    }
    return Outcome(report: report, edition: FrozenEdition(record: record, files: files))
  }

  /// Faults of texts that speak of data which an earlier edition has not.
  private static let excused: Set<String> = [
    "claim.false", "claim.null", "figure.empty", "figures.base", "value.no-row", "value.null",
    "value.which-row",
  ]

  /// Computes the edition without its pages: an earlier one, say, from the sources that were out by a
  /// day, of which nobody has kept the texts. Figures and values that today's texts cannot draw from the
  /// data of that day are left out, as are those that show rows of sources published after it; any other
  /// fault stands in its way.
  package func recordAlone() throws -> (edition: FrozenEdition?, diagnostics: [Diagnostic]) {
    let diagnostics = DiagnosticCollector(warnings: .raise(Self.raisedWarnings))
    // Pages dated after the day of the edition are no embargoed ones here: they draw its figures.
    var build = input
    build.freezing?.published = nil
    let site = try SiteBuild(build).lineage(into: diagnostics).site
    var faults = diagnostics.sorted.filter {
      $0.severity == .error && !Self.excused.contains($0.id)
    }
    guard let edition = site.configuration.edition else { return (nil, faults + [noEdition]) }
    if let fault = try fault(of: edition.id) { faults.append(fault) }
    guard faults.isEmpty else { return (nil, faults) }
    var record = EditionRecord(site)
    record.pages = [:]
    record.claims = []
    record.leaveOut(laterThan: edition.dataAsOf, site.context.data.sources)
    record.edition?.published = input.freezing?.published ?? edition.dataAsOf
    return (FrozenEdition(record: record, files: [:]), [])
  }

  private var noEdition: Diagnostic {
    Diagnostic(
      .error, "edition.id", at: SourceLocation(input.content.printedPath("site.yaml")),
      "an edition needs an id and a day",
      remedy:
        "write `edition: {id: 2026, published: YYYY-MM-DD}`, or give both on the command line")
  }

  /// Why the edition cannot have its id; nil where it can.
  private func fault(of id: String) throws -> Diagnostic? {
    guard SiteConfiguration.Edition.isID(id) else {
      return Diagnostic(
        .error, "edition.id", at: nil, "the id of an edition is part of an address",
        found: "`\(id)`", expected: "letters, digits, `.`, `-` and `_`")
    }
    let folder = EditionArchive.folder + "/"
    let taken = try input.content.list().first {
      $0.path == folder + id + ".json" || $0.path.hasPrefix(folder + id + "/")
    }
    return taken.map { entry in
      Diagnostic(
        .error, "edition.frozen", at: SourceLocation(input.content.printedPath(entry.path)),
        "the edition \(id) is frozen already",
        remedy: "give this one another id; if nobody has seen the old one, take its files out")
    }
  }
}

extension EditionRecord {
  /// Leaves out figures and values that rest on sources published after a day.
  fileprivate mutating func leaveOut(laterThan day: String, _ sources: SourceRegister) {
    let order = VintageOrder(prefer: [], published: sources.published, asOf: day)
    func counts(_ basis: Basis) -> Bool { basis.sources.allSatisfy(order.counts) }
    figures = figures.filter { counts($0.value.basis) }
    values.removeAll { !counts($0.basis) }
  }
}

/// A frozen edition: its record, and its files by their path in it.
package struct FrozenEdition: Sendable {
  /// The record, with the hashes of the files.
  package var record: EditionRecord
  /// The files.
  package var files: [String: OutputContent]

  /// How many bytes the files have.
  package var byteCount: Int { files.values.reduce(0) { $0 + $1.withBytes(\.count) } }

  /// Every file to be kept, by its path below `Content/`: those of the edition, and its record.
  package var kept: [String: OutputContent] {
    let folder = EditionArchive.folder + "/" + record.id
    var kept = Dictionary(
      files.map { (folder + "/" + $0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    kept[folder + ".json"] = .text(RecordSeal.sealed(record.json))
    return kept
  }

  /// Writes the edition below a folder `Content/`: the files beside their place, then all at once, the
  /// record last, so that a run that is killed leaves no half edition.
  package func write(to content: String) throws {
    let place = content + "/" + EditionArchive.folder + "/" + record.id
    let staging = content + "/" + EditionArchive.folder + "/." + record.id + ".new"
    try DiskFile.remove(staging)
    for path in files.keys.sorted(by: inByteOrder) {
      try files[path]?.withBytes { try DiskFile.create(staging + "/" + path, $0) }
    }
    if files.isEmpty {
      try DiskFile.makeFolders(SitePath.folder(place))
    } else {
      try DiskFile.move(staging, to: place)
    }
    try DiskFile.replace(Array(RecordSeal.sealed(record.json).utf8), at: place + ".json")
  }
}
