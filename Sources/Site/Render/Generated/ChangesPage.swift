import Markdown

extension GeneratedPages {
  /// What has changed from edition to edition; the author's `changes.md` gives title and opening text.
  var changes: [GeneratedPage] {
    if site.history.changes.isEmpty, site.context.index.page(at: "changes.html") == nil {
      return []
    }
    return [
      GeneratedPage(
        output: "changes.html", template: "changes", title: words(.changes),
        description: description(.changesDescription, ["site": context.configuration.title]),
        maker: "the history of the editions"
      ) { [context] values, addresses in
        let list = ChangesHTML(context: context, addresses: addresses)
        values[.list] = context.site.history.changes.map(list.section).joined()
      }
    ]
  }
}

/// Writes what has changed between two editions, for readers: one entry for each figure that moved.
struct ChangesHTML {
  let context: RenderContext
  let addresses: PageAddresses

  private var site: ResolvedSite { context.site }
  private var words: Words { context.words }

  /// The section of an edition.
  func section(_ diff: EditionDiff) -> String {
    guard let edition = diff.new.edition else { return "" }
    let id = "edition-" + edition.id
    var html = HTMLWriter()
    html.open("section", [("aria-labelledby", id), ("class", "edition-changes")])
    html.raw("\n")
    html.open("h2", [("id", id)])
    html.text(words(.editionOf, ["id": edition.id, "date": context.texts.date(edition.published)]))
    html.close("h2")
    html.raw("\n")
    html.element("p", text: words(.comparedWith, ["id": diff.old.id]))
    html.raw("\n")
    for figure in diff.figures { write(figure, diff, &html) }
    if !diff.values.isEmpty { writeValues(diff, edition, &html) }
    if diff.figures.isEmpty, diff.values.isEmpty { html.element("p", text: words(.nothingMoved)) }
    html.close("section")
    html.raw("\n")
    return html.html
  }

  // MARK: Entries

  private func write(
    _ figure: EditionDiff.FigureChange, _ diff: EditionDiff, _ html: inout HTMLWriter
  ) {
    let id = diff.entryID(of: figure)
    open(id, diff, &html) { html in
      if let address = address(of: figure, diff) {
        html.element("a", [("href", address)], text: figure.heading)
      } else {
        html.text(figure.heading)
      }
    }
    switch figure.kind {
    case .added: html.element("p", text: words(.newFigure))
    case .removed: html.element("p", text: retirement(of: figure) ?? words(.goneFigure))
    case .changed: writeChanges(of: figure, &html)
    }
    html.close("article")
    html.raw("\n")
  }

  private func writeChanges(of figure: EditionDiff.FigureChange, _ html: inout HTMLWriter) {
    html.element("p", [("class", "why")], text: reasons(figure.reasons))
    html.raw("\n<ul>\n")
    if let title = figure.oldTitle {
      item(nil, .init(label: "", old: title, new: figure.title), &html)
    }
    for movement in figure.movements { item(movement.label, movement, &html) }
    for row in figure.addedRows { html.element("li", text: words(.newRow, ["row": row])) }
    for row in figure.removedRows { html.element("li", text: words(.goneRow, ["row": row])) }
    html.raw("</ul>\n")
  }

  /// The numbers in sentences that moved, page by page.
  private func writeValues(
    _ diff: EditionDiff, _ edition: SiteConfiguration.Edition, _ html: inout HTMLWriter
  ) {
    open("change-\(edition.id)-text", diff, &html) { $0.text(words(.changedTexts)) }
    html.raw("<ul>\n")
    for value in diff.values {
      let title = diff.new.pages[value.page]?.title ?? value.page
      item(title, value.movement, &html) { html in
        if site.context.index.page(at: value.page) != nil {
          html.link(value.page, addresses, text: title)
        } else {
          html.text(title)
        }
        html.text(", ")
        html.element("code", text: value.movement.label)
      }
    }
    html.raw("</ul>\n")
    html.close("article")
    html.raw("\n")
  }

  private func open(
    _ id: String, _ diff: EditionDiff, _ html: inout HTMLWriter,
    _ heading: (inout HTMLWriter) -> Void
  ) {
    html.open("article", [("id", id), ("class", "change"), ("aria-labelledby", id + "-title")])
    html.raw("\n")
    html.open("h3", [("id", id + "-title")])
    heading(&html)
    html.close("h3")
    html.raw("\n<p>")
    html.raw(context.texts.time(diff.new.edition?.published ?? ""))
    html.raw("</p>\n")
  }

  // MARK: Movements

  private func item(
    _ label: String?, _ movement: EditionDiff.Movement, _ html: inout HTMLWriter,
    _ writeLabel: ((inout HTMLWriter) -> Void)? = nil
  ) {
    html.open("li")
    if let writeLabel {
      writeLabel(&html)
    } else {
      html.text(label ?? words(.title))
    }
    html.text(": " + words(.from) + " ")
    html.element("del", text: movement.old ?? words(.noValue))
    html.text(" " + words(.to) + " ")
    html.element("ins", text: movement.new ?? words(.noValue))
    if let unit = movement.unit, unit != "1", unit != "%" { html.text("\u{A0}" + unit) }
    let sizes = [movement.shownDifference, movement.shownRelative].compactMap { $0 }
    if !sizes.isEmpty { html.text(" (\(sizes.joined(separator: ", ")))") }
    html.close("li")
    html.raw("\n")
  }

  private func reasons(_ reasons: [EditionDiff.Reason]) -> String {
    let texts = reasons.map { reason in
      switch reason {
      case .data: words(.whyData)
      case .query: words(.whyQuery)
      case .text: words(.whyText)
      }
    }
    return texts.joined(separator: " ")
  }

  private func retirement(of figure: EditionDiff.FigureChange) -> String? {
    site.configuration.retired.figures.first { $0.name == figure.id }?.reason
  }

  /// Where a figure is: on the site, else in the edition that had it.
  private func address(of figure: EditionDiff.FigureChange, _ diff: EditionDiff) -> String? {
    if let place = site.figures[figure.id] { return addresses.to(place.address) }
    guard !site.configuration.isFrozen else { return nil }
    let edition = figure.kind == .removed ? diff.old : diff.new
    guard edition.files[figure.page] != nil else { return nil }
    return addresses.to(
      "\(EditionArchive.folder)/\(edition.id)/\(figure.page)#fig-\(figure.id)")
  }
}

extension EditionDiff {
  /// The id of a figure's entry on the page of changes and in the feed: the same for good, as it is made of
  /// the edition's id and the figure's.
  package func entryID(of figure: FigureChange) -> String { "change-\(new.id)-\(figure.id)" }
}

extension EditionDiff.FigureChange {
  /// What the figure is called: its title, else its id.
  package var heading: String { title.isEmpty ? id : title }
}
