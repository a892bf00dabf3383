import Documents

/// How a page or figure of the site is cited.
///
/// Nothing in it depends on the day on which it is read: edition and date of publication tell which
/// version is meant.
struct Citation: Sendable {
  /// The key of the entry: `production-2026`.
  let key: String
  let title: String
  let authors: [String]
  /// Whether it is a figure, whose data can be used again, not a page.
  let isDataset: Bool
  let published: String?
  let url: String?
  private let configuration: SiteConfiguration
  private let words: Words

  /// A citation of a page.
  init(_ page: ResolvedPage, in context: SiteContext) {
    let configuration = context.configuration
    let matter = page.plan.frontMatter
    self.init(
      output: page.plan.output, title: page.title,
      authors: matter.authors.map { configuration.people[$0]?.name ?? $0 },
      published: matter.updated ?? matter.date, isDataset: false, in: context)
  }

  /// A citation of a figure by its own page.
  ///
  /// - Parameter title: its title, or its number where it has none.
  init(_ figure: Figure, title: String, on page: ResolvedPage, in context: SiteContext) {
    self.init(
      output: "figures/\(figure.id).html", title: title,
      authors: page.plan.frontMatter.authors.map { context.configuration.people[$0]?.name ?? $0 },
      published: nil, isDataset: true, in: context)
  }

  /// A citation of a generated page, such as that of a table.
  init(
    output: String, title: String, authors: [String] = [], published: String? = nil,
    isDataset: Bool, in context: SiteContext
  ) {
    let configuration = context.configuration
    self.title = title
    self.authors =
      authors.isEmpty ? [configuration.publisher?.name ?? configuration.title] : authors
    self.isDataset = isDataset
    self.published = published ?? configuration.edition?.published
    url = configuration.address(of: output)
    let name = Slug.of(SitePath.replacingExtension(output, ".html", with: ""))
    key = [name, configuration.edition.map { Slug.of($0.id) }].compactMap(\.self)
      .joined(separator: "-")
    self.configuration = configuration
    words = context.words
  }

  /// Authors, year, title, site with edition, address.
  var text: String {
    var text = authors.joined(separator: ", ")
    if let year = published?.prefix(4) { text += " (\(year))" }
    text += ": \(title)"
    if title.last.map({ ".?!…".contains($0) }) != true { text += "." }
    // A frozen edition has its id in its title.
    let edition = configuration.edition.map { edition in
      words(
        configuration.isFrozen ? .citedData : .citedEdition,
        ["id": edition.id, "date": edition.dataAsOf])
    }
    let work = title == configuration.title ? nil : configuration.title
    let place = [work, edition, url].compactMap(\.self).joined(separator: ", ")
    return place.isEmpty ? text : "\(text) \(place)."
  }

  /// The same for BibTeX.
  var bibTeX: String {
    var entry = BibTeX()
    entry.entry(
      "misc", key: key,
      [("author", .names(authors)), ("title", .verbatim(title))] + BibTeX.date(published)
        + [
          ("howpublished", title == configuration.title ? nil : .words(configuration.title)),
          ("publisher", configuration.publisher.map { .words($0.name) }),
          ("edition", configuration.edition.map { .words($0.id) }),
          ("url", url.map(BibTeX.Value.address)),
        ])
    return entry.text
  }

  /// The same for citation processors.
  var csl: CSLItem {
    CSLItem(
      id: key, type: isDataset ? "dataset" : "webpage", title: title, authors: authors,
      publisher: configuration.publisher?.name,
      container: title == configuration.title ? nil : configuration.title,
      version: configuration.edition?.id, issued: published, url: url)
  }
}
