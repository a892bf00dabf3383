import Markdown
import Queries
import Tables

/// Says what stands behind values and figures: the rows, the queries with their SQL, the files with their terms.
struct LineageHTML {
  let context: RenderContext
  let addresses: PageAddresses

  private var words: Words { context.words }
  private var data: SiteData { context.site.context.data }

  /// The rows behind something: how many of which table, and their numbers in the file as it is published,
  /// where they are few.
  func writeRows(_ rows: [RowsBehind], _ html: inout HTMLWriter) {
    for (number, behind) in rows.enumerated() {
      if number > 0 { html.text("; ") }
      let title = context.title(ofTable: behind.table)
      let count = context.texts.count(behind.count)
      if behind.isExact || behind.count <= RowsBehind.shown {
        // The first row of the file holds the names.
        let lines = behind.first.map { context.texts.count($0 + 2) }.joined(separator: ", ")
        let rest = behind.count - behind.first.count
        let more = rest > 0 ? ", " + words(.andMore, ["count": context.texts.count(rest)]) : ""
        html.text(words(behind.isExact ? .exactRows : .amongFewRows, ["rows": lines + more]) + " ")
      } else {
        html.text(words(.amongRows, ["count": count]) + " ")
      }
      if data.table(behind.table) == nil {
        html.text(title)
      } else {
        html.link("data/\(behind.table).html", addresses, text: title)
      }
    }
  }

  /// The queries and tables behind names that a page uses, each once, as list items with ids.
  ///
  /// - Parameter names: queries and tables, in the order in which they are used.
  func list(_ names: [String], reads: Set<String>, on page: ResolvedPage) -> String {
    let own = Dictionary(page.queries.map { ($0.name, $0) }) { first, _ in first }
    let site = Dictionary(data.queries.map { ($0.name, $0) }) { first, _ in first }
    var html = HTMLWriter()
    let all = names + names.flatMap { (page.uses[$0] ?? []).sorted(by: inByteOrder) }
    for name in all.uniqued() {
      guard let query = own[name] ?? site[name] else { continue }
      write(query, uses: page.uses[name] ?? [], &html)
    }
    for table in data.tables where reads.contains(table.name) { write(table, &html) }
    return html.html
  }

  /// The anchor of a query on a page that lists it; no heading has a dot in its id.
  static func anchor(ofQuery name: String) -> String { "query." + name }

  private func write(_ query: NamedQuery, uses: Set<String>, _ html: inout HTMLWriter) {
    html.open("li", [("id", Self.anchor(ofQuery: query.name))])
    html.text("\(words(.query)) ")
    html.element("code", text: query.name)
    if !uses.isEmpty {
      html.text(", \(words(.usesQueries)) " + uses.sorted(by: inByteOrder).joined(separator: ", "))
    }
    html.raw("<details><summary>SQL</summary>")
    html.open("pre", [("tabindex", "0")])
    html.element("code", text: query.sql)
    html.close("pre")
    html.raw("</details>")
    html.close("li")
    html.raw("\n")
  }

  /// A table with its file and terms. Its hash stands on its own page alone, as it changes with any cell.
  private func write(_ table: SiteTable, _ html: inout HTMLWriter) {
    html.open("li")
    html.text("\(words(.table)) ")
    html.link("data/\(table.name).html", addresses, text: context.title(ofTable: table.name))
    html.text(", ")
    html.link("data/\(table.name).csv", addresses, text: "CSV")
    html.text(". \(words(.licence)): ")
    context.writeLicence(of: table, &html)
    if let day = data.lastRetrieval(of: table) {
      html.text(". \(words(.lastRead)): \(context.texts.date(day))")
    }
    html.close("li")
    html.raw("\n")
  }
}
