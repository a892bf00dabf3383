/// Where each figure of the site stands and what it is called, for references across pages.
package struct FigureDirectory: Sendable {
  /// One figure.
  package struct Entry: Sendable, Hashable {
    /// Its page, by its place in the plan.
    package var page: Int
    /// Its place among the page's figures.
    package var position: Int
    /// Where it stands, with its anchor: `production.html#fig-world`.
    package var address: String
    /// What a reference calls it, as plain text: `Figure 3`; empty for figures without a number.
    package var label: String
  }

  /// The ids in the order of pages and places.
  package private(set) var ids: [String] = []
  private var entries: [String: Entry] = [:]

  /// A directory without figures.
  package init() {}

  /// The figures of pages; of two with one id the first is kept.
  ///
  /// - Parameter word: what figures of a kind are called: `Figure`, `Table`.
  package init(_ pages: [ResolvedPage], word: (Figure.Kind) -> String) {
    for (number, page) in pages.enumerated() {
      for (position, figure) in page.figures.enumerated() where entries[figure.id] == nil {
        ids.append(figure.id)
        entries[figure.id] = Entry(
          page: number, position: position, address: page.plan.output + "#" + figure.anchor,
          label: figure.number == 0 ? "" : "\(word(figure.kind)) \(figure.number)")
      }
    }
  }

  /// The figure with an id.
  package subscript(id: String) -> Entry? { entries[id] }
}
