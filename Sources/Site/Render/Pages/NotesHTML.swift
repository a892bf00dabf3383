import Markdown

extension RenderContext {
  /// The notes of a page as list items, each with links back to where it is named.
  func notes(of page: ResolvedPage, _ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    for note in page.notes {
      html.open("li", [("id", "n\(note.number)")])
      switch note.content {
      case .text(let text): html.raw(addresses.html(text))
      case .citation(let id, let locator): cite(id, locator, &html, addresses)
      }
      for (place, reference) in note.references.enumerated() {
        html.text(" ")
        let number = note.references.count > 1 ? "\(note.number).\(place + 1)" : "\(note.number)"
        html.element(
          "a",
          [
            ("class", "back"), ("href", addresses.to("\(page.plan.output)#\(reference)")),
            ("aria-label", words(.backToReference, ["number": number])),
          ], text: "↩")
      }
      html.close("li")
    }
    return html.html
  }

  /// A source with publisher, title, year and place, leading to its entry on the sources page.
  private func cite(
    _ id: String, _ locator: String?, _ html: inout HTMLWriter, _ addresses: PageAddresses
  ) {
    guard let source = site.context.data.sources[id] else { return html.text(id) }
    if let publisher = source.publisher { html.text("\(publisher), ") }
    html.open("cite")
    html.link("sources.html#\(id)", addresses, text: source.title)
    html.close("cite")
    if let published = source.published { html.text(", \(texts.date(published))") }
    if let locator { html.text(", \(locator)") }
    html.text(".")
  }

  /// More sources than these are told by their titles alone; their entries say the rest.
  private static let fullSources = 3

  /// Sources by their ids, divided by semicolons: links to the sources page; in full, and where they are few,
  /// with who published them and when they were read.
  func writeSources(
    _ ids: [String], inFull: Bool = false, _ html: inout HTMLWriter, _ addresses: PageAddresses
  ) {
    let inFull = inFull && ids.count <= Self.fullSources
    for (place, id) in ids.enumerated() {
      if place > 0 { html.text("; ") }
      guard let source = site.context.data.sources[id] else {
        html.text(id)
        continue
      }
      if inFull, let publisher = source.publisher, !source.title.hasPrefix(publisher) {
        html.text("\(publisher), ")
      }
      html.link("sources.html#\(id)", addresses, text: source.title)
      if inFull, let day = source.accessed {
        html.text(" (\(words(.accessed)) \(texts.date(day)))")
      }
    }
  }
}
