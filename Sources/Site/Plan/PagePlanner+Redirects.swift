import Diagnostics

extension PagePlanner {
  /// The old addresses of the pages.
  func redirects(_ pages: [PagePlan], _ replacements: RowReplacements) -> [Redirect] {
    for page in replacements.doubled {
      diagnostics.add(
        .init(
          .error, "page.each", at: SourceLocation(page.path, page.frontMatter.range(of: "each")),
          "two pages of a folder take the same row", remedy: "take `each` out of one of them"))
    }
    var redirects: [Redirect] = []
    for (number, page) in pages.enumerated() {
      if let row = page.row, page.source != row.template {
        let output = SitePath.join(SitePath.folder(row.template), row.slug) + ".html"
        if output != page.output {
          redirects.append(
            Redirect(
              output: output, page: number,
              location: page.location(page.frontMatter.range(of: "each"))))
        }
      }
      redirects += aliases(page, number)
    }
    return redirects
  }

  private func aliases(_ page: PagePlan, _ number: Int) -> [Redirect] {
    // The pages of rows share one front matter, so an old address in it would be that of them all.
    if let row = page.row, page.source == row.template {
      if row.number == 1, !page.frontMatter.aliases.isEmpty {
        diagnostics.add(
          .init(
            .error, "page.alias", at: page.location(page.frontMatter.range(of: "aliases")),
            "a file that stands for many pages has no old address"))
      }
      return []
    }
    return page.frontMatter.aliases.compactMap { alias in
      let place = page.location(page.frontMatter.range(of: "aliases"))
      guard let path = SitePath.resolve(alias, from: ""), path.hasSuffix(".html") else {
        diagnostics.add(
          .init(
            .error, "page.alias", at: place, "an old address names an HTML file of the output",
            found: "`\(alias)`", expected: "such as `china.html`"))
        return nil
      }
      return Redirect(output: path, page: number, location: place)
    }
  }

  // MARK: Reports on rows

  /// Reports `each: {query: …}` in a file whose name holds no key.
  func reportQueryElsewhere(_ page: SourcePage) {
    diagnostics.add(
      .init(
        .error, "page.each", at: SourceLocation(page.path, page.frontMatter.range(of: "each")),
        "only a file named after its key stands for many pages", found: "`\(page.source)`",
        expected: "such as `\(SitePath.join(SitePath.folder(page.source), "[key].md"))`"))
  }

  func report(_ unclaimed: [SourcePage]) {
    for page in unclaimed {
      guard case .value(let value)? = page.frontMatter.rows else { continue }
      diagnostics.add(
        .init(
          .error, "page.each", at: SourceLocation(page.path, page.frontMatter.range(of: "each")),
          "no row page of the folder has this row", found: "`\(value)`",
          expected: "a key of the query of the folder's `[key].md`"))
    }
  }

  func reportDouble(
    _ value: String, _ other: String, slug: String, query: String, at place: SourceLocation
  ) {
    diagnostics.add(
      .init(
        .error, "page.row-key", at: place, "two rows would have the same page",
        found: value == other
          ? "`\(value)` twice in `\(query)`" : "`\(other)` and `\(value)`, both `\(slug)`",
        expected: "keys that differ in more than case and punctuation"))
  }

  func reportEmptySlug(_ value: String, query: String, at place: SourceLocation) {
    diagnostics.add(
      .init(
        .error, "page.row-key", at: place, "a key holds no letter or digit to make an address of",
        found: "`\(value)` in `\(query)`"))
  }
}
