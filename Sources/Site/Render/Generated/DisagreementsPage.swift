import Markdown
import Tables

extension GeneratedPages {
  /// What the sources of the tables disagree about.
  var disagreements: [GeneratedPage] {
    guard SourceDisagreements.areKept(by: site) else { return [] }
    return [
      GeneratedPage(
        output: "disagreements.html", template: "disagreements", title: words(.disagreements),
        description: description(
          .disagreementsDescription, ["site": context.configuration.title]),
        maker: "the comparison of sources"
      ) { [context] values, addresses in
        values[.list] = context.disagreements(addresses)
      }
    ]
  }
}

extension RenderContext {
  /// For each table with several sources, what they disagree about, as HTML tables.
  fileprivate func disagreements(_ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    for table in site.context.data.tables where table.resource.vintages != nil {
      let id = "table-\(table.name)"
      html.open("section", [("aria-labelledby", id)])
      html.open("h2", [("id", id)])
      html.link("data/\(table.name).html", addresses, text: title(ofTable: table.name))
      html.close("h2")
      let entries = SourceDisagreements.entries(of: table)
      if entries.isEmpty {
        html.element("p", text: words(.noDisagreements))
      } else {
        write(entries, of: table, &html, addresses)
      }
      html.close("section")
    }
    return html.html
  }

  private func write(
    _ entries: [SourceDisagreements.Entry], of table: SiteTable, _ html: inout HTMLWriter,
    _ addresses: PageAddresses
  ) {
    let same = table.resource.vintages?.same ?? []
    let caption = "differences-\(table.name)"
    html.open(
      "div",
      [("class", "scroll"), ("role", "region"), ("aria-labelledby", caption), ("tabindex", "0")])
    html.open("table")
    html.element(
      "caption", [("id", caption)],
      text: words(.quantitiesInDispute, ["count": texts.count(entries.count)]))
    html.open("thead")
    html.open("tr")
    let heads = same.map { name in
      table.table.index(of: name).map { table.table.columns[$0].title ?? name } ?? name
    }
    for head in heads + [words(.measure), words(.givenValues)] {
      html.element("th", [("scope", "col")], text: head)
    }
    html.element("th", [("scope", "col"), ("class", "num")], text: words(.spread))
    html.close("tr")
    html.close("thead")
    html.open("tbody")
    for entry in entries { write(entry, same, of: table, &html, addresses) }
    html.close("tbody")
    html.close("table")
    html.close("div")
  }

  private func write(
    _ entry: SourceDisagreements.Entry, _ same: [String], of table: SiteTable,
    _ html: inout HTMLWriter, _ addresses: PageAddresses
  ) {
    html.open("tr")
    for (place, value) in entry.subject.enumerated() {
      let column = table.table.index(of: same[place]).map { table.table.columns[$0] }
      let text = column.map { texts.show(value, $0) } ?? CSVWriter.cell(value)
      if place == 0 {
        html.element("th", [("scope", "row")], text: text)
      } else {
        html.element("td", text: text)
      }
    }
    html.element("td", text: entry.column.readerName)
    html.open("td")
    for (place, given) in entry.values.enumerated() {
      if place > 0 { html.text("; ") }
      html.text("\(texts.show(given.value, entry.column)) ")
      html.text("(")
      if site.context.data.sources[given.source] == nil {
        html.text(given.source)
      } else {
        html.link("sources.html#\(given.source)", addresses, text: given.source)
      }
      html.text(")")
    }
    html.close("td")
    html.element("td", [("class", "num")], text: "\(Int((entry.spread * 100).rounded()))%")
    html.close("tr")
  }
}
