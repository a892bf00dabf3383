import Markdown

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
        for entry in entries { context.write(entry, &html, addresses) }
        values[.list] = html.html
      }
    ]
  }
}

extension RenderContext {
  /// A source as a list item: what it is, where it is, who uses it.
  fileprivate func write(
    _ entry: SourceRegister.Entry, _ html: inout HTMLWriter, _ addresses: PageAddresses
  ) {
    html.open("li", [("id", entry.id)])
    html.open("h2", [("class", "source-title")])
    html.link(external: entry.url, text: entry.title)
    html.close("h2")
    html.open("p", [("class", "source-facts")])
    var facts: [String] = [entry.publisher, entry.kind].compactMap { $0 }
    facts += [
      entry.published.map { "\(words(.published)) \(texts.date($0))" },
      entry.accessed.map { "\(words(.accessed)) \(texts.date($0))" },
    ].compactMap { $0 }
    html.text(facts.joined(separator: " · "))
    html.text(facts.isEmpty ? "" : " · ")
    html.element("code", text: entry.id)
    html.close("p")
    if let note = entry.note { html.element("p", text: note) }
    if let uses = uses.sources[entry.id] {
      html.open("details")
      html.element("summary", text: words(.usedBy, ["count": texts.count(uses.count)]))
      html.open("ul")
      html.raw(list(of: uses, addresses))
      html.close("ul")
      html.close("details")
    } else {
      html.element("p", [("class", "small")], text: words(.notUsed))
    }
    html.close("li")
  }
}
