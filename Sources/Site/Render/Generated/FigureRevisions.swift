import Markdown

/// The editions in which each figure has moved, for the pages of figures.
struct FigureRevisions: Sendable {
  private struct Revision: Sendable {
    var edition: SiteConfiguration.Edition
    /// The id of its entry on the page of changes.
    var entry: String
    /// The ids of the editions.
    var editions: (old: String, new: String)
    var change: EditionDiff.FigureChange
  }

  private var revisions: [String: [Revision]] = [:]

  /// The revisions of a history, the newest first.
  init(_ history: EditionHistory) {
    for diff in history.changes {
      guard let edition = diff.new.edition else { continue }
      for change in diff.figures {
        let revision = Revision(
          edition: edition, entry: diff.entryID(of: change), editions: (diff.old.id, diff.new.id),
          change: change)
        revisions[change.id, default: []].append(revision)
      }
    }
  }

  /// The revisions of a figure as list items that lead to the page of changes, with every value that moved;
  /// empty where there is none.
  func html(of figure: String, _ context: RenderContext, _ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    for revision in revisions[figure] ?? [] {
      let date = context.texts.date(revision.edition.published)
      html.open("li")
      html.link(
        "changes.html#\(revision.entry)", addresses,
        text: context.words(.editionOf, ["id": revision.edition.id, "date": date]))
      if let summary = revision.change.summary(context.words) { html.element("p", text: summary) }
      let movements = revision.change.movements
      if movements.count > 1 {
        MovementTable(
          context: context, addresses: addresses, movements: movements,
          caption: context.words(.editionOf, ["id": revision.edition.id, "date": date]),
          id: revision.entry + "-values", editions: revision.editions,
          isOfOneColumn: Set(movements.map(\.column)).count == 1
        ).write(&html)
      }
      html.close("li")
    }
    return html.html
  }
}
