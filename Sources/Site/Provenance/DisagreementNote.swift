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
    html.append("<p class=\"fig-note disputed\">\(words(.sourcesDisagreeOn)) ")
    writeEntries(disputes.entries, &html)
    for (number, table) in disputes.tables.enumerated() {
      if number > 0 || !disputes.entries.isEmpty { html.append("; ") }
      let count = index.entries(of: table).count { $0.disagreement.isCompared }
      let title = context.data.table(table)?.resource.title ?? table
      link(
        context.words(
          count == 1 ? .disputedValueOf : .disputedValuesOf, ["count": "\(count)", "table": title]),
        to: table, &html)
      html.append(", \(words(.computedFrom))")
    }
    html.append(".</p>\n")
    return html
  }

  private func words(_ word: Word) -> String { HTMLEscaping.escape(context.words(word)) }

  private var index: DisagreementIndex { context.data.disagreements }

  private func writeEntries(_ ids: [String], _ html: inout SiteHTML) {
    for (number, id) in ids.prefix(Self.shownEntries).enumerated() {
      if number > 0 { html.append("; ") }
      link(index[id]?.disagreement.subject ?? id, to: id, &html)
    }
    if ids.count > Self.shownEntries {
      html.append(" \(words(.and)) ")
      let rest = String(ids.count - Self.shownEntries)
      link(context.words(.andMore, ["count": rest]), to: ids[Self.shownEntries], &html)
    }
  }

  private func link(_ text: String, to anchor: String, _ html: inout SiteHTML) {
    html.append("<a href=\"")
    html.append(.address("\(DisagreementIndex.output)#\(anchor)"))
    html.append("\">\(HTMLEscaping.escape(text))</a>")
  }
}
