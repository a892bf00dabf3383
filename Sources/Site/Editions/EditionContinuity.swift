import Diagnostics

/// Sees to it that what an edition has published can still be found: figures by their ids, pages by their
/// addresses.
struct EditionContinuity {
  let site: ResolvedSite
  let archive: EditionArchive
  let diagnostics: DiagnosticCollector

  /// Reports what has vanished without a word, and words about what has not vanished.
  ///
  /// - Parameter contains: whether an output is there, as a page or as an old address of one.
  func check(contains: (String) -> Bool) {
    let retired = site.configuration.retired
    let (goneFigures, gonePages) = (
      Set(retired.figures.map(\.name)), Set(retired.pages.map(\.name))
    )
    var reported: Set<String> = []
    // The newest edition that had it is named.
    for entry in archive.entries.reversed() {
      for (id, figure) in sorted(entry.record.figures)
      where site.figures[id] == nil && !goneFigures.contains(id)
        && reported.insert("figure " + id).inserted
      {
        reportFigure(id, figure, entry)
      }
      for (output, page) in sorted(entry.record.pages)
      where !contains(output) && !gonePages.contains(output)
        && reported.insert("page " + output).inserted
      {
        reportPage(output, page, entry)
      }
    }
    for entry in retired.figures where site.figures[entry.name] != nil {
      reportPresent("figure", entry)
    }
    for entry in retired.pages where contains(entry.name) { reportPresent("page", entry) }
  }

  private func reportFigure(
    _ id: String, _ figure: EditionRecord.FigureEntry, _ entry: EditionArchive.Entry
  ) {
    let why = "say why in `site.yaml`: " + Self.entry("figures", id)
    let near = NearMiss.suggestion(for: id, among: site.figures.ids)
    diagnostics.add(
      Diagnostic(
        .error, "edition.figure-gone", at: SourceLocation(entry.path),
        "a figure of the edition \(entry.id) has vanished", found: "no figure `\(id)`",
        remedy: near.map { "give `\($0)` its name back, or \(why)" } ?? why,
        notes: [.init("“\(figure.title)” stood on \(figure.page)")]))
  }

  private func reportPage(
    _ output: String, _ page: EditionRecord.Page, _ entry: EditionArchive.Entry
  ) {
    diagnostics.add(
      Diagnostic(
        .error, "edition.page-gone", at: SourceLocation(entry.path),
        "an address of the edition \(entry.id) leads to nothing", found: "no page at `\(output)`",
        remedy:
          "put `aliases: [\(output)]` on the page that has taken its place, or say why in "
          + "`site.yaml`: " + Self.entry("pages", output),
        notes: [.init("“\(page.title)” was made from \(page.source)")]))
  }

  private func reportPresent(_ what: String, _ entry: Retirements.Entry) {
    diagnostics.add(
      Diagnostic(
        .warning, "edition.not-gone", at: entry.location,
        "a \(what) is said to be retired, and is there", found: "`\(entry.name)`",
        remedy: "take the entry out"))
  }

  private func sorted<Value>(_ entries: [String: Value]) -> [(key: String, value: Value)] {
    entries.sorted { inByteOrder($0.key, $1.key) }
  }

  private static func entry(_ kind: String, _ name: String) -> String {
    "`retired: {\(kind): {\(name): the reason}}`"
  }
}
