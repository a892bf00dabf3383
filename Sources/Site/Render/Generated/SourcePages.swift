import Markdown
import Tables

extension GeneratedPages {
  /// Every source with every use of it.
  var sources: [GeneratedPage] {
    let entries = site.context.data.sources.entries
    if entries.isEmpty { return [] }
    return [
      GeneratedPage(
        output: "sources.html", template: "sources", title: words(.sources),
        description: description(
          .sourcesDescription,
          ["count": context.texts.count(entries.count), "site": context.configuration.title]),
        maker: "the register of sources"
      ) { [context] values, addresses in
        var html = HTMLWriter()
        let tables = context.tablesBySource
        for entry in entries {
          context.write(entry, tables: tables[entry.id] ?? [], &html, addresses)
        }
        values[.list] = html.html
        let files = SourceExport(register: context.site.context.data.sources)
        values[.downloads] = DownloadList(addresses).html([
          (SourceExport.bibTeXOutput, "BibTeX, \(FileSize.text(of: files.bibTeX))"),
          (SourceExport.cslOutput, "CSL-JSON, \(FileSize.text(of: files.cslJSON))"),
        ])
      }
    ]
  }
}

extension RenderContext {
  /// A source as a list item: what it is, where it is, who uses it.
  fileprivate func write(
    _ entry: SourceRegister.Entry, tables: [String], _ html: inout HTMLWriter,
    _ addresses: PageAddresses
  ) {
    html.open("li", [("id", entry.id)])
    html.open("h2", [("class", "source-title")])
    html.link(external: entry.url, text: entry.title)
    html.close("h2")
    html.open("p", [("class", "source-facts")])
    let authors = entry.authors.isEmpty ? nil : entry.authors.joined(separator: ", ")
    var facts: [String] = [authors, entry.publisher, entry.kind].compactMap { $0 }
    facts += [
      entry.published.map { "\(words(.published)) \(texts.date($0))" },
      entry.accessed.map { "\(words(.accessed)) \(texts.date($0))" },
      entry.interval.map { words(.replacedEvery, ["interval": $0.words]) }, entry.due.map(due),
    ].compactMap { $0 }
    html.text(facts.joined(separator: " · "))
    html.text(facts.isEmpty ? "" : " · ")
    html.element("code", text: entry.id)
    html.close("p")
    if let note = entry.note { html.element("p", text: note) }
    if !tables.isEmpty {
      html.open("p", [("class", "small")])
      html.text("\(words(tables.count == 1 ? .table : .tables)): ")
      writeTables(tables, &html, addresses)
      html.close("p")
    }
    if let uses = uses.sources[entry.id] {
      html.open("details")
      html.element("summary", text: words(.usedBy, ["count": texts.count(uses.count)]))
      html.open("ul")
      html.raw(list(of: uses, source: entry.id, addresses))
      html.close("ul")
      html.close("details")
    } else {
      html.element("p", [("class", "small")], text: words(.notUsed))
    }
    html.close("li")
  }

  /// The tables whose rows name each source, by id.
  fileprivate var tablesBySource: [String: [String]] {
    var tables: [String: [String]] = [:]
    for table in site.context.data.tables {
      for id in table.sourceIDs { tables[id, default: []].append(table.name) }
    }
    return tables
  }

  /// The pages that use a source as list items, each leading to the first of the citations, values and
  /// figures that do, which are named: a link for each would make the page several times as large.
  private func list(
    of uses: [UseIndex.Use], source id: String, _ addresses: PageAddresses
  ) -> String {
    var html = HTMLWriter()
    for use in uses {
      let page = site.pages[use.page]
      html.open("li")
      let places =
        page.places(of: id, words)
        + use.figures.map { page.figures[$0] }.map { figure in
          let label = site.figures[figure.id]?.label ?? ""
          return (label.isEmpty ? figure.title : label, figure.anchor)
        }
      let anchor = places.first.map { "#" + $0.anchor } ?? ""
      html.link(page.plan.output + anchor, addresses, text: site.label(of: use.page))
      if !places.isEmpty { html.text(": " + places.map(\.label).joined(separator: ", ")) }
      html.close("li")
    }
    return html.html
  }
}

extension ResolvedPage {
  /// Where the text of the page cites a source or shows a value of it.
  fileprivate func places(of id: String, _ words: Words) -> [(label: String, anchor: String)] {
    var places: [(label: String, anchor: String)] = []
    for note in notes {
      guard case .citation(id, let locator) = note.content else { continue }
      let label = [words(.noteNumber, ["number": String(note.number)]), locator]
      for reference in note.references {
        places.append((label.compactMap(\.self).joined(separator: ", "), reference))
      }
    }
    for entry in evidence where entry.isExact && entry.sources.contains(id) {
      places.append((entry.shown, entry.id))
    }
    return places
  }
}
