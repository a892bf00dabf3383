import Diagnostics
import Tables
import Testing

@testable import Site

/// A build in memory, with its files even where a claim that has become false would keep them from being
/// published.
struct Snapshot {
  let site: ResolvedSite
  /// The files by path; empty where they were not asked for.
  var files: [String: OutputContent] = [:]
  let errors: [Diagnostic]
  /// What was read beside the data.
  let content: ContentLoader.Content

  /// Builds files.
  ///
  /// - Parameters:
  ///   - earlier: a build of the same pages, queries and settings, which are not read again.
  ///   - drawings: what earlier builds have drawn.
  ///   - withFiles: whether the files are made too.
  init(
    _ content: [String: [UInt8]], after earlier: Snapshot? = nil, _ drawings: DrawingMemory,
    withFiles: Bool
  ) throws {
    var input = Briefing.input(content)
    input.drawings = drawings
    drawings.begin()
    let diagnostics = DiagnosticCollector()
    let loaded = try earlier?.content ?? Self.load(input, into: diagnostics)
    self.content = loaded
    let data = try DataLoader(input: input, content: loaded, diagnostics: diagnostics).load()
    let templates = try TemplateLibrary.load(nil, into: diagnostics)
    let context = try SitePlanner(
      input: input, content: loaded, data: data, strings: templates.strings,
      diagnostics: diagnostics
    ).plan()
    var site = try SiteBuild(input).resolve(context, into: diagnostics)
    site.tests = try Site.DataTests(store: data.store, diagnostics: diagnostics).run(loaded.checks)
    self.site = site
    errors = diagnostics.sorted.filter { $0.severity == .error }
    guard withFiles else { return }
    let renderer = SiteRenderer(site, templates: templates, into: diagnostics)
    let planned = OutputPlanner(site: site, content: loaded, diagnostics: diagnostics)
      .plan(renderer).outputs
    let contents = try parallelMap(planned, workers: input.workers) { _, output in
      (output.path, try output.make())
    }
    files = Dictionary(uniqueKeysWithValues: contents)
  }

  private static func load(
    _ input: BuildInput, into diagnostics: DiagnosticCollector
  ) throws -> ContentLoader.Content {
    var content = try ContentLoader(
      files: input.content, workers: input.workers, diagnostics: diagnostics
    ).load()
    content.settleEdition(input)
    return content
  }

  /// The rows of a figure as they are shown.
  func shown(_ figure: Figure) -> [[String]] {
    figure.data.flatMap { data -> [[String]] in
      let formatters = data.table.columns.map { try? ValueFormatter($0) }
      return data.table.rows.map { row in
        zip(formatters, row).map { formatter, value in
          (try? formatter?.format(value).text) ?? PlainText.of(value)
        }
      }
    }
  }
}

/// Holds a build against the one before it, and against what was predicted to change.
struct SnapshotComparison {
  let before: Snapshot
  let prediction: Prediction

  /// Expects what was promised; whether anything that readers see has changed.
  ///
  /// - Parameter change: what was changed, for reports.
  func findsChange(in after: Snapshot, of change: String) -> Bool {
    let figures = Set(prediction.figures.map(\.id))
    let values = Set(prediction.values.map { $0.page + " " + $0.reference })
    #expect(before.site.pages.count == after.site.pages.count, "\(change)")
    var hasChanged = false
    for (old, new) in zip(before.site.pages, after.site.pages) {
      let output = old.plan.output
      if old.body != new.body {
        hasChanged = true
        #expect(prediction.pages.contains(output), "\(output) changed for \(change)")
      }
      for (a, b) in zip(old.evidence, new.evidence)
      where a.shown != b.shown || a.value != b.value {
        hasChanged = hasChanged || a.shown != b.shown
        #expect(values.contains(output + " " + a.reference), "\(a.reference) for \(change)")
      }
      for (a, b) in zip(old.figures, new.figures) {
        let differ = before.shown(a) != after.shown(b)
        if differ || a.content != b.content {
          hasChanged = true
          #expect(figures.contains(a.id), "\(a.id) changed for \(change)")
        }
        // What its page shows of a figure is made of its drawing and its table.
        #expect(!differ || FigureHTML.shows(a, in: before) != FigureHTML.shows(b, in: after))
      }
    }
    let claims = Set(prediction.claims.map(\.location))
    for error in after.errors where error.id.hasPrefix("claim.") {
      hasChanged = true
      #expect(error.location.map(claims.contains) == true, "\(error) was not predicted")
    }
    compareFiles(after, change)
    return hasChanged
  }

  /// No file changes that was not predicted, and the page of every figure whose rows differ does.
  private func compareFiles(_ after: Snapshot, _ change: String) {
    if after.files.isEmpty { return }
    for (path, old) in before.files where !isSame(old, after.files[path]) {
      #expect(prediction.contains(output: path), "\(path) changed for \(change)")
    }
    for path in after.files.keys { #expect(before.files[path] != nil, "\(path) is new") }
    for id in before.site.figures.ids {
      guard let old = before.site.figure(id), let new = after.site.figure(id), old.isPublished,
        before.shown(old) != after.shown(new)
      else { continue }
      let path = "figures/\(id).html"
      #expect(!isSame(before.files[path], after.files[path]), "\(path) is as it was: \(change)")
    }
  }

  private func isSame(_ a: OutputContent?, _ b: OutputContent?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.hasSameBytes(as: b)
  }
}

extension FigureHTML {
  /// What a page shows of a figure.
  fileprivate static func shows(_ figure: Figure, in snapshot: Snapshot) -> SiteHTML {
    var html = figure.content
    if figure.kind != .figures, figure.kind != .image {
      html.append(FigureHTML(snapshot.site.context).dataTables(figure, isOpen: true))
    }
    return html
  }
}
