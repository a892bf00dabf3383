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
        values[.list] = context.site.history.changes.map { diff in
          ChangesHTML(diff: diff, context: context, addresses: addresses).section
        }.joined()
      }
    ]
  }
}

/// Writes what has changed between two editions, for readers: first what the sources say otherwise, then each
/// figure that shows it, then figures that only grew, and the numbers in sentences.
struct ChangesHTML {
  let diff: EditionDiff
  let context: RenderContext
  let addresses: PageAddresses

  private var site: ResolvedSite { context.site }
  private var words: Words { context.words }

  /// The section of the newer edition.
  var section: String {
    guard let edition = diff.new.edition else { return "" }
    let id = "edition-" + edition.id
    var html = HTMLWriter()
    html.open("section", [("aria-labelledby", id), ("class", "edition-changes")])
    html.raw("\n")
    html.open("h2", [("id", id)])
    html.text(words(.editionOf, ["id": edition.id, "date": context.texts.date(edition.published)]))
    html.close("h2")
    html.raw("\n")
    writeSummary(&html)
    writeRevisions(id, &html)
    let changed = inReadingOrder(diff.figures.filter { $0.kind == .changed })
    write(changed.filter(\.isRevised), .revisedFigures, id + "-revised", &html)
    list(changed.filter { !$0.isRevised }, .grownFigures, id + "-grown", &html)
    list(inReadingOrder(of: .added), .newFigures, id + "-new", &html)
    list(inReadingOrder(of: .removed), .goneFigures, id + "-gone", &html)
    writeValues(edition, &html)
    html.close("section")
    html.raw("\n")
    return html.html
  }

  // MARK: Summary

  private func writeSummary(_ html: inout HTMLWriter) {
    html.open("p")
    html.text(words(.comparedWith) + " ")
    let name = words(.editionNamed, ["id": diff.old.id])
    if site.hasPages(of: diff.old) {
      html.link("\(diff.old.folder)/index.html", addresses, text: name)
    } else {
      html.text(name)
    }
    html.text(". ")
    if diff.old.isOfDataAlone, let edition = diff.old.edition {
      html.text(words(.computedLater, ["date": context.texts.date(edition.dataAsOf)]) + " ")
    }
    html.text(diff.figures.isEmpty && diff.values.isEmpty ? words(.nothingMoved) : counts)
    html.close("p")
    html.raw("\n")
  }

  private var counts: String {
    let changed = diff.figures.filter { $0.kind == .changed }
    let revised = changed.count(where: \.isRevised)
    return words(
      .changesSummary,
      [
        "quantities": context.texts.count(diff.revisions.reduce(0) { $0 + $1.movements.count }),
        "figures": context.texts.count(revised),
        "grown": context.texts.count(changed.count - revised),
        "values": context.texts.count(diff.values.count),
      ])
  }

  private func writeRevisions(_ id: String, _ html: inout HTMLWriter) {
    if diff.revisions.isEmpty { return }
    heading(.revisedQuantities, id + "-quantities", &html)
    for (number, revisions) in diff.revisions.enumerated() {
      let title = context.title(ofTable: revisions.table)
      let counts = summary(of: revisions)
      if revisions.movements.isEmpty {
        html.element("p", text: "\(title): \(counts).")
        html.raw("\n")
        continue
      }
      movements(
        revisions.movements, caption: "\(title): \(counts)", id: "\(id)-quantities-\(number + 1)",
        isOfOneColumn: true
      ).write(&html)
    }
  }

  private func summary(of revisions: EditionDiff.Revisions) -> String {
    let counts: [(Int, Word)] = [
      (revisions.movements.count, .revisedCount), (revisions.roundedCount, .roundedCount),
      (revisions.addedCount, .addedCount), (revisions.removedCount, .removedCount),
    ]
    return counts.filter { $0.0 > 0 }.map { words($0.1, ["count": context.texts.count($0.0)]) }
      .joined(separator: ", ")
  }

  // MARK: Figures

  private func write(
    _ figures: [EditionDiff.FigureChange], _ word: Word, _ id: String, _ html: inout HTMLWriter
  ) {
    if figures.isEmpty { return }
    heading(word, id, &html)
    for figure in figures { write(figure, &html) }
  }

  private func write(_ figure: EditionDiff.FigureChange, _ html: inout HTMLWriter) {
    let id = diff.entryID(of: figure)
    html.open("article", [("id", id), ("class", "change"), ("aria-labelledby", id + "-title")])
    html.raw("\n")
    html.open("h4", [("id", id + "-title")])
    writeName(of: figure, &html)
    html.close("h4")
    html.raw("\n")
    html.open("p", [("class", "why")])
    html.text(reasons(figure.reasons))
    if let old = earlierAddress(of: figure) {
      html.text(" ")
      html.element(
        "a", [("href", old)], text: words(.asInEdition, ["id": diff.old.id]))
    }
    html.close("p")
    html.raw("\n")
    if let title = figure.oldTitle {
      html.raw("<p>\(HTMLEscaping.escape(words(.title))): ")
      html.element("del", text: title)
      html.text(" → ")
      html.element("ins", text: figure.title)
      html.raw("</p>\n")
    }
    write(figure.movements, of: figure, &html)
    let rows = rows(of: figure)
    if !rows.isEmpty { html.element("p", text: rows) }
    html.close("article")
    html.raw("\n")
  }

  /// How many values of a figure are told here; its own page has all of them.
  private static let shownMovements = 3

  private func write(
    _ movements: [EditionDiff.Movement], of figure: EditionDiff.FigureChange,
    _ html: inout HTMLWriter
  ) {
    if movements.isEmpty { return }
    // What the figure's page tells in full is told here in short; in an edition that is kept it tells nothing of it.
    let isPublished =
      site.figure(figure.id)?.isPublished == true && !site.configuration.isFrozen
    let place = isPublished ? "figures/\(figure.id).html#page-revisions" : nil
    let list = MovementList(
      context: context, addresses: addresses,
      isOfOneColumn: Set(movements.map(\.column)).count == 1)
    list.write(movements, limit: place == nil ? nil : Self.shownMovements, &html) { html, count in
      let text = words(.andMore, ["count": context.texts.count(count)])
      if let place { html.link(place, addresses, text: text) }
    }
  }

  /// Figures of which there is one line to tell.
  private func list(
    _ figures: [EditionDiff.FigureChange], _ word: Word, _ id: String, _ html: inout HTMLWriter
  ) {
    if figures.isEmpty { return }
    heading(word, id, &html)
    html.raw("<ul>\n")
    for figure in figures {
      html.open("li", [("id", diff.entryID(of: figure))])
      writeName(of: figure, &html)
      let text =
        switch figure.kind {
        case .changed: rows(of: figure)
        case .removed: retirement(of: figure) ?? ""
        case .added: ""
        }
      if !text.isEmpty { html.text(". " + text) }
      html.close("li")
      html.raw("\n")
    }
    html.raw("</ul>\n")
  }

  private func writeName(of figure: EditionDiff.FigureChange, _ html: inout HTMLWriter) {
    if let place = site.figures[figure.id] {
      html.link(place.address, addresses, text: figure.heading)
    } else if let address = earlierAddress(of: figure) {
      html.element("a", [("href", address)], text: figure.heading)
    } else {
      html.text(figure.heading)
    }
  }

  /// How many rows are named.
  private static let shownRows = 12

  private func rows(of figure: EditionDiff.FigureChange) -> String {
    func line(_ rows: [String], _ word: Word) -> String? {
      if rows.isEmpty { return nil }
      let rest = rows.count - Self.shownRows
      let shown = rows.prefix(Self.shownRows).joined(separator: "; ")
      let more = rest > 0 ? "; " + words(.andMore, ["count": context.texts.count(rest)]) : ""
      return words(word, ["row": shown + more]) + "."
    }
    return [line(figure.addedRows, .newRow), line(figure.removedRows, .goneRow)]
      .compactMap(\.self).joined(separator: " ")
  }

  // MARK: Values in texts

  /// The numbers in sentences that moved, page by page.
  private func writeValues(_ edition: SiteConfiguration.Edition, _ html: inout HTMLWriter) {
    if diff.values.isEmpty { return }
    let id = "change-\(edition.id)-text"
    html.open("article", [("id", id), ("class", "change"), ("aria-labelledby", id + "-title")])
    html.raw("\n")
    heading(.changedTexts, id + "-title", &html)
    let byPage = Dictionary(grouping: diff.values, by: \.page)
    html.raw("<ul class=\"moved-pages\">\n")
    for page in byPage.keys.sorted(by: inByteOrder) {
      html.open("li")
      let title = diff.new.pages[page]?.title ?? page
      if site.context.index.page(at: page) == nil {
        html.text(title)
      } else {
        html.link(page, addresses, text: title)
      }
      html.raw("\n")
      MovementList(context: context, addresses: addresses)
        .write((byPage[page] ?? []).map { Self.inShort($0.movement) }, &html)
      html.close("li")
    }
    html.raw("</ul>\n")
    html.close("article")
    html.raw("\n")
  }

  /// A value of a text without its sources, which its page names; how far a number without unit moved, a
  /// rank or a year, is plain to see.
  private static func inShort(_ movement: EditionDiff.Movement) -> EditionDiff.Movement {
    var short = movement
    (short.oldSources, short.newSources) = ([], [])
    if short.unit == nil { (short.shownDifference, short.relative) = (nil, nil) }
    return short
  }

  // MARK: Parts

  private func heading(_ word: Word, _ id: String, _ html: inout HTMLWriter) {
    html.element("h3", [("id", id)], text: words(word))
    html.raw("\n")
  }

  private func movements(
    _ movements: [EditionDiff.Movement], caption: String, id: String, isOfOneColumn: Bool
  ) -> MovementTable {
    MovementTable(
      context: context, addresses: addresses, movements: movements, caption: caption, id: id,
      editions: (diff.old.id, diff.new.id), isOfOneColumn: isOfOneColumn)
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

  /// Where the older edition shows a figure; nil where none of its pages are published.
  private func earlierAddress(of figure: EditionDiff.FigureChange) -> String? {
    guard !site.configuration.isFrozen, let entry = diff.old.figures[figure.id] else { return nil }
    let output = "\(diff.old.folder)/figures/\(figure.id).html"
    if diff.old.isOfDataAlone || diff.old.files["figures/\(figure.id).html"] != nil {
      return addresses.to(output)
    }
    guard diff.old.files[entry.page] != nil else { return nil }
    return addresses.to("\(diff.old.folder)/\(entry.page)#fig-\(figure.id)")
  }

  // MARK: Order

  private func inReadingOrder(of kind: EditionDiff.Kind) -> [EditionDiff.FigureChange] {
    inReadingOrder(diff.figures.filter { $0.kind == kind })
  }

  /// Figures as a reader of the site meets them; those that it has no more come last.
  private func inReadingOrder(
    _ figures: [EditionDiff.FigureChange]
  ) -> [EditionDiff.FigureChange] {
    let pages = Dictionary(
      site.context.outline.sequence.enumerated().map { ($1, $0) }
    ) { first, _ in first }
    func place(_ figure: EditionDiff.FigureChange) -> (Int, Int) {
      guard let place = site.figures[figure.id] else { return (.max, 0) }
      return (pages[place.page] ?? .max - 1, place.position)
    }
    return figures.sorted { place($0) < place($1) }
  }
}

extension ResolvedSite {
  /// Whether the site publishes pages of an earlier edition.
  func hasPages(of record: EditionRecord) -> Bool {
    !configuration.isFrozen && (record.isOfDataAlone || record.files["index.html"] != nil)
      && history.frozen.contains { $0.id == record.id }
  }
}

extension EditionRecord {
  /// The folder of its pages, from the root of the site.
  package var folder: String { EditionArchive.folder + "/" + id }
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
