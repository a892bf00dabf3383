/// `feed.xml`: what has changed from edition to edition, and the pages that have a date, newest first.
struct AtomFeed: Sendable {
  /// How many entries it has at most.
  static let limit = 50

  private let site: ResolvedSite

  /// The feed of a site.
  init(_ site: ResolvedSite) {
    self.site = site
  }

  private var configuration: SiteConfiguration { site.configuration }

  /// Whether there is a feed: entries need ids that stay, so a site without address has none, nor has one
  /// without a date, nor has an edition that is frozen.
  var isPublished: Bool {
    configuration.url != nil && !configuration.isFrozen
      && (configuration.edition != nil
        || site.pages.contains { $0.plan.frontMatter.updated != nil && !$0.plan.isHeldBack })
  }

  /// The feed; nil where there is none.
  var xml: String? {
    guard isPublished, let home = configuration.address(of: "index.html"),
      let itself = configuration.address(of: "feed.xml")
    else { return nil }
    // Of one day, changes come before pages, and these in the order of their addresses.
    let changes = site.changeEntries.map { (entry: $0, rank: 0) }
    let pages = site.pages.compactMap(entry).map { (entry: $0, rank: 1) }
    let entries = (changes + pages).enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.entry.updated != y.entry.updated { return x.entry.updated > y.entry.updated }
      if x.rank != y.rank { return x.rank < y.rank }
      return x.rank == 0 ? a.offset < b.offset : inByteOrder(x.entry.id, y.entry.id)
    }.prefix(Self.limit).map(\.element.entry)
    guard let updated = entries.first?.updated ?? configuration.edition?.published else {
      return nil
    }
    return AtomDocument(
      id: home, title: configuration.title, subtitle: configuration.description,
      language: configuration.language, page: home, itself: itself,
      author: configuration.publisher ?? .init(name: configuration.title), updated: updated,
      entries: entries
    ).xml
  }

  /// The entry of a page; nil for one without a date.
  private func entry(_ page: ResolvedPage) -> AtomDocument.Entry? {
    let matter = page.plan.frontMatter
    guard !page.plan.isHeldBack, let updated = matter.updated,
      let address = configuration.address(of: page.plan.output)
    else { return nil }
    return AtomDocument.Entry(
      id: address, title: page.title, link: address, published: matter.date, updated: updated,
      authors: matter.authors.map { configuration.people[$0] ?? .init(name: $0) },
      categories: matter.tags, summary: page.description)
  }
}
