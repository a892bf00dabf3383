/// Which pages and figures rest on a source or a table.
struct UseIndex: Sendable {
  /// A page with those of its figures that use a thing.
  struct Use: Sendable {
    /// The page, by its place in the plan.
    var page: Int
    /// Whether its text cites it or shows a value of it.
    var isText: Bool
    /// Its figures, by their places on the page.
    var figures: [Int]
  }

  private(set) var sources: [String: [Use]] = [:]
  private(set) var tables: [String: [Use]] = [:]

  /// The uses in a site, in reading order.
  init(_ site: ResolvedSite) {
    for number in site.readingOrder {
      let page = site.pages[number]
      for id in page.sources {
        let figures = page.published { $0.sources.contains(id) }
        sources[id, default: []].append(
          Use(page: number, isText: page.usesInText(source: id), figures: figures))
      }
      for name in page.reads.keys {
        let figures = page.published { $0.reads[name] != nil }
        let isText =
          figures.isEmpty || page.evidence.contains { $0.reads[name] != nil }
          || page.claims.contains { $0.reads[name] != nil }
        tables[name, default: []].append(Use(page: number, isText: isText, figures: figures))
      }
    }
  }
}

extension ResolvedPage {
  /// The places of the figures with pages of their own that use a thing.
  fileprivate func published(_ uses: (Figure) -> Bool) -> [Int] {
    figures.indices.filter { figures[$0].isPublished && uses(figures[$0]) }
  }

  /// Whether a citation or a value of the text rests on a source.
  fileprivate func usesInText(source id: String) -> Bool {
    notes.contains {
      if case .citation(id, _) = $0.content { true } else { false }
    } || evidence.contains { $0.sources.contains(id) }
  }
}
