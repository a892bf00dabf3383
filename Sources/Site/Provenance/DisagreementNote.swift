import Markdown
import Tables

/// The line below a figure that says where its sources disagree, with links to the entries.
struct DisagreementNote {
  /// How many entries are named one by one.
  static let shownEntries = 5

  let context: SiteContext

  /// The line; nothing where no disputed value is shown.
  func html(_ disputes: Disputes) -> SiteHTML {
    var html = SiteHTML()
    guard !disputes.isEmpty else { return html }
    html.append("<p class=\"fig-note disputed\">Sources disagree on ")
    writeEntries(disputes.entries, &html)
    for (number, table) in disputes.tables.enumerated() {
      if number > 0 || !disputes.entries.isEmpty { html.append("; ") }
      let count = index.entries(of: table).count { $0.disagreement.isCompared }
      let title = context.data.table(table)?.resource.title ?? table
      link(
        "\(count == 1 ? "1 value" : "\(count) values") of \u{201C}\(title)\u{201D}", to: table,
        &html)
      html.append(", from which values here are computed")
    }
    html.append(".</p>\n")
    return html
  }

  private var index: DisagreementIndex { context.data.disagreements }

  private func writeEntries(_ ids: [String], _ html: inout SiteHTML) {
    for (number, id) in ids.prefix(Self.shownEntries).enumerated() {
      if number > 0 { html.append("; ") }
      link(index[id]?.disagreement.subject ?? id, to: id, &html)
    }
    if ids.count > Self.shownEntries {
      html.append(" and ")
      link("\(ids.count - Self.shownEntries) more", to: ids[Self.shownEntries], &html)
    }
  }

  private func link(_ text: String, to anchor: String, _ html: inout SiteHTML) {
    html.append("<a href=\"")
    html.append(.address("\(DisagreementIndex.output)#\(anchor)"))
    html.append("\">\(HTMLEscaping.escape(text))</a>")
  }
}
