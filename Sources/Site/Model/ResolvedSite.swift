/// A site with every page resolved and nothing rendered yet.
package struct ResolvedSite: Sendable {
  /// What the pages were resolved with.
  package var context: SiteContext
  /// The pages, in the order of the plan.
  package var pages: [ResolvedPage]
  /// The figures of all pages.
  package var figures: FigureDirectory
  /// The tags, by slug in the order of bytes.
  package var tags: [Tag]

  /// The data tests of `checks/`, as run.
  package var tests: [DataTestOutcome] = []
  /// The editions before this one, and what moved.
  package var history = EditionHistory()

  /// A tag with its pages.
  package struct Tag: Sendable {
    /// The tag as written.
    package var name: String
    /// The part of its address.
    package var slug: String
    /// Its pages, by their place in the plan, in reading order.
    package var pages: [Int]
    /// Its output.
    package var output: String { "tags/\(slug).html" }
  }

  /// What `site.yaml` says.
  package var configuration: SiteConfiguration { context.configuration }

  /// A figure by its id.
  package func figure(_ id: String) -> Figure? {
    figures[id].map { pages[$0.page].figures[$0.position] }
  }
}
