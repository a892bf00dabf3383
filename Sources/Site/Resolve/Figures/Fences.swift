import Diagnostics
import Documents
import Markdown
import YAML

/// The fences that mean something to the generator.
enum FenceLanguage: String, CaseIterable {
  case sql, table, figures, timeline, include
  case chart = "vega-lite"
}

/// A fence with its body read.
struct FenceBody {
  /// The part of the page that holds it.
  let part: PagePart
  /// The fence.
  let fence: MarkdownFence
  /// The body.
  let node: DocumentNode

  /// The file as diagnostics print it.
  var path: String { part.path }
  /// The place of the whole fence.
  var location: SourceLocation { part.location(fence.range) }
  /// A place in the body.
  func location(_ node: DocumentNode) -> SourceLocation { part.location(node.range) }
}

extension PageDraft {
  /// Takes note of the names that the text gives to figures.
  func nameFigures(of text: PagePart) {
    guard plan.row != nil else { return }
    for part in text.shown {
      for fence in part.tree.constructs.fences
      where fence.language != "sql" && fence.language != "include"
        && FenceLanguage(rawValue: fence.language) != nil
      {
        figureNames.insert(fence.arguments)
      }
    }
  }

  /// Puts a fence in place.
  func put(_ fence: MarkdownFence, of part: PagePart) {
    guard let language = FenceLanguage(rawValue: fence.language) else {
      warnAboutLanguage(fence, at: part.location(fence.range))
      return
    }
    switch language {
    case .sql:
      // Without a name it is a listing.
      if !fence.arguments.isEmpty { part.tree.remove(fence.node) }
    case .include: break
    case .table, .figures, .timeline, .chart:
      data.startTrace()
      let html = body(of: fence, in: part).flatMap { figure(language, $0) } ?? SiteHTML()
      part.tree.replace(fence.node, html: places.marked(html), text: figureText)
      figureText = ""
    }
  }

  private func figure(_ language: FenceLanguage, _ body: FenceBody) -> SiteHTML? {
    switch language {
    case .table: tableFigure(body)
    case .figures: keyFigures(body)
    case .timeline: timeline(body)
    case .chart: chart(body)
    case .sql, .include: nil
    }
  }

  private func body(of fence: MarkdownFence, in part: PagePart) -> FenceBody? {
    YAMLReader.read(
      fence.body, path: part.path, at: fence.bodyOrigin, columnShift: fence.columnShift,
      into: diagnostics
    ).map { FenceBody(part: part, fence: fence, node: $0) }
  }

  /// Languages of listings that only look like ours.
  private static let others: Set<String> = [
    "mysql", "pgsql", "plsql", "psql", "sqlite", "text", "tsql",
  ]

  private func warnAboutLanguage(_ fence: MarkdownFence, at location: SourceLocation) {
    let known = FenceLanguage.allCases.map(\.rawValue)
    let language = fence.language
    guard !language.isEmpty, !Self.others.contains(language) else { return }
    let near =
      known.first { $0 == language.lowercased() }
      ?? NearMiss.suggestion(for: language, among: known)
    guard let near else { return }
    diagnostics.add(
      Diagnostic(
        .warning, "fence.language", at: location, "a listing is called almost like a construct",
        found: "`\(language)`", remedy: "did you mean `\(near)`?"))
  }
}
