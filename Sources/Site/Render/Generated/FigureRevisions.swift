import Markdown

/// The editions in which each figure has moved, for the pages of figures.
struct FigureRevisions: Sendable {
  private struct Revision: Sendable {
    var edition: SiteConfiguration.Edition
    /// The id of its entry on the page of changes.
    var entry: String
    var change: EditionDiff.FigureChange
  }

  private var revisions: [String: [Revision]] = [:]

  /// The revisions of a history, the newest first.
  init(_ history: EditionHistory) {
    for diff in history.changes {
      guard let edition = diff.new.edition else { continue }
      for change in diff.figures {
        let revision = Revision(edition: edition, entry: diff.entryID(of: change), change: change)
        revisions[change.id, default: []].append(revision)
      }
    }
  }

  /// The revisions of a figure as list items that lead to the page of changes; empty where there is none.
  func html(of figure: String, _ context: RenderContext, _ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    for revision in revisions[figure] ?? [] {
      let date = context.texts.date(revision.edition.published)
      html.item(
        context.words(.editionOf, ["id": revision.edition.id, "date": date]),
        revision.change.summary(context.words), "changes.html#\(revision.entry)", addresses)
    }
    return html.html
  }
}
