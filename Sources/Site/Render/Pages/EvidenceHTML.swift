import Markdown
import Tables

extension RenderContext {
  /// What the values of a page rest on, as list items: the value, what it is, its source.
  func evidence(of page: ResolvedPage, _ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    for entry in page.evidence {
      html.open("li", [("id", entry.id)])
      html.element("strong", text: entry.shown)
      if let unit = entry.unit, unit.symbol != "1", !entry.shown.contains(unit.symbol) {
        html.text(" \(unit.name ?? unit.symbol)")
      }
      if let period = entry.period { html.text(", \(period)") }
      if entry.status != .reported { html.text(", \(words.status(entry.status))") }
      html.text(": ")
      writeReference(of: entry, on: page, &html, addresses)
      writeOrigin(of: entry, &html, addresses)
      if let id = entry.disputes.entries.first {
        html.text(" ")
        html.link("\(DisagreementIndex.output)#\(id)", addresses, text: words(.sourcesDisagree))
        html.text(".")
      }
      html.close("li")
    }
    return html.html
  }

  /// The queries and tables behind the values of a page, as list items.
  func lineage(of page: ResolvedPage, _ addresses: PageAddresses) -> String {
    if page.evidence.isEmpty { return "" }
    return LineageHTML(context: self, addresses: addresses).list(
      page.evidence.map(\.query), reads: Set(page.evidence.flatMap(\.reads.keys)), on: page)
  }

  /// The reference, which leads to its query where that is listed.
  private func writeReference(
    of entry: EvidenceEntry, on page: ResolvedPage, _ html: inout HTMLWriter,
    _ addresses: PageAddresses
  ) {
    if site.context.data.table(entry.query) == nil, page.uses[entry.query] != nil {
      html.open(
        "a",
        [("href", addresses.to(page.plan.output + "#" + LineageHTML.anchor(ofQuery: entry.query)))])
      html.element("code", text: entry.reference)
      html.close("a")
    } else {
      html.element("code", text: entry.reference)
    }
    html.text(". ")
  }

  /// The sources of a value and the rows behind it; where the row does not name its sources, it says so.
  private func writeOrigin(
    of entry: EvidenceEntry, _ html: inout HTMLWriter, _ addresses: PageAddresses
  ) {
    if !entry.sources.isEmpty {
      let word: Word = entry.isExact ? .sources : .allSources
      html.text("\(words(word)): ")
      writeSources(entry.sources, inFull: true, &html, addresses)
      html.text(". ")
    }
    guard !entry.rows.isEmpty else { return }
    LineageHTML(context: self, addresses: addresses).writeRows(entry.rows, &html)
    html.text(".")
  }

  /// Tables by name, leading to their pages.
  func writeTables(_ names: [String], _ html: inout HTMLWriter, _ addresses: PageAddresses) {
    for (place, name) in names.enumerated() {
      if place > 0 { html.text(", ") }
      if site.context.data.table(name) == nil {
        html.text(name)
      } else {
        html.link("data/\(name).html", addresses, text: title(ofTable: name))
      }
    }
  }

  /// What a table is called.
  func title(ofTable name: String) -> String {
    site.context.data.table(name)?.resource.title ?? name
  }
}

extension Words {
  /// A status in words.
  func status(_ status: DataStatus) -> String {
    let word = text("status_" + status.word.replacing("-", with: "_"))
    return word.isEmpty ? status.word : word
  }
}
