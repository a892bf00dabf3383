import Markdown

/// The line below a figure that says where its sources disagree, with links to the entries.
struct DisagreementNote {
  /// How many entries are named one by one.
  static let shownEntries = 5

  let context: SiteContext

  /// The line; nothing where the figure shows no disputed value.
  func html(_ figure: Figure) -> SiteHTML {
    var html = SiteHTML()
    let marks = DisagreementMarks(index: context.data.disagreements).marks(of: figure)
    guard !marks.isEmpty else { return html }
    html.append("<p class=\"fig-note disputed\">Sources disagree on ")
    let shown = marks.entries.prefix(Self.shownEntries)
    for (number, entry) in shown.enumerated() {
      if number > 0 { html.append("; ") }
      link(entry.disagreement.subject, to: entry.id, &html)
    }
    let rest = marks.entries.dropFirst(Self.shownEntries)
    if let next = rest.first {
      html.append(" and ")
      link("\(rest.count) more", to: next.id, &html)
    }
    for (number, table) in marks.tables.enumerated() {
      if number > 0 || !marks.entries.isEmpty { html.append("; ") }
      let title = context.data.table(table.name)?.resource.title ?? table.name
      let values = table.count == 1 ? "1 value" : "\(table.count) values"
      link("\(values) of \u{201C}\(title)\u{201D}", to: table.name, &html)
      html.append(", from which this is computed")
    }
    html.append(".</p>\n")
    return html
  }

  private func link(_ text: String, to anchor: String, _ html: inout SiteHTML) {
    html.append("<a href=\"")
    html.append(.address("\(DisagreementIndex.output)#\(anchor)"))
    html.append("\">\(HTMLEscaping.escape(text))</a>")
  }
}
