import Markdown

extension GeneratedPages {
  /// The list of the frozen editions; the author's `editions/index.md` is none, as the folder is not read.
  var editions: [GeneratedPage] {
    let frozen = site.history.frozen
    if frozen.isEmpty || site.configuration.isFrozen { return [] }
    return [
      GeneratedPage(
        output: EditionArchive.folder + "/index.html", template: "editions",
        title: words(.editions),
        description: description(
          .editionsDescription,
          ["count": context.texts.count(frozen.count), "site": context.configuration.title]),
        maker: "the frozen editions"
      ) { [context] values, addresses in
        var html = HTMLWriter()
        for record in frozen.reversed() { context.write(record, &html, addresses) }
        values[.list] = html.html
      }
    ]
  }
}

extension RenderContext {
  /// Writes a frozen edition as a list item.
  fileprivate func write(
    _ record: EditionRecord, _ html: inout HTMLWriter, _ addresses: PageAddresses
  ) {
    guard let edition = record.edition else { return }
    html.open("li")
    let name = words(.editionOf, ["id": edition.id, "date": texts.date(edition.published)])
    if site.hasPages(of: record) {
      html.link("\(record.folder)/index.html", addresses, text: name)
    } else {
      html.text(name)
    }
    html.open("p")
    html.text(words(.dataAsOf) + " ")
    html.raw(texts.time(edition.dataAsOf))
    if record.isOfDataAlone { html.text(" · " + words(.computedAlone)) }
    if site.history.changes.contains(where: { $0.new.id == edition.id }) {
      html.text(" · ")
      html.link("changes.html#edition-" + edition.id, addresses, text: words(.changes))
    }
    html.close("p")
    html.close("li")
  }
}
