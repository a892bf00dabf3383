/// `figures.xml`: one entry for each figure that has changed from an edition to the next.
struct FigureFeed: Sendable {
  private let site: ResolvedSite

  /// The feed of a site.
  init(_ site: ResolvedSite) {
    self.site = site
  }

  /// Whether there is a feed: for a site with an address and more than one edition. What is frozen has no news.
  var isPublished: Bool {
    site.configuration.url != nil && !site.history.changes.isEmpty && !site.configuration.isFrozen
  }

  /// The feed; nil where there is none.
  var xml: String? {
    let configuration = site.configuration
    guard isPublished, let page = configuration.address(of: "changes.html"),
      let itself = configuration.address(of: "figures.xml"),
      let updated = site.history.changes.first?.new.edition?.published
    else { return nil }
    return AtomDocument(
      id: itself, title: site.context.words(.figuresFeed, ["site": configuration.title]),
      language: configuration.language,
      page: page, itself: itself,
      author: configuration.publisher ?? .init(name: configuration.title), updated: updated,
      entries: site.changeEntries
    ).xml
  }
}

extension ResolvedSite {
  /// The changes of figures as entries of feeds, the newest edition first; ids are those of the page of
  /// changes.
  var changeEntries: [AtomDocument.Entry] {
    history.changes.flatMap { diff -> [AtomDocument.Entry] in
      guard let day = diff.new.edition?.published else { return [] }
      return diff.figures.compactMap { figure in
        configuration.address(of: "changes.html#" + diff.entryID(of: figure)).map { address in
          AtomDocument.Entry(
            id: address, title: figure.heading, link: address, published: day, updated: day,
            summary: figure.feedSummary(context.words))
        }
      }
    }
  }
}

extension EditionDiff.FigureChange {
  /// What happened to the figure, in plain words; long lists are cut.
  fileprivate func feedSummary(_ words: Words) -> String {
    switch kind {
    case .added: return words(.newFigure)
    case .removed: return words(.goneFigure)
    case .changed:
      let rows =
        addedRows.map { words(.newRow, ["row": $0]) }
        + removedRows.map { words(.goneRow, ["row": $0]) }
      let lines =
        (oldTitle.map { ["\(words(.title)): \($0) → \(title)"] } ?? [])
        + movements.map { $0.line(nothing: words(.noValue)) } + rows
      let rest = lines.count - 20
      return (lines.prefix(20) + (rest > 0 ? [words(.andMore, ["count": String(rest)])] : []))
        .joined(separator: "; ")
    }
  }
}
