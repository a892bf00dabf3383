/// A name that templates may use: what it holds and what that means.
///
/// These and the fixed words (`words.…`) are all that a template sees; any other name is an error.
package enum TemplateName: String, CaseIterable, Sendable {
  // What every page has.
  case language, kind, site_title, site_description, document_title, title, heading
  case description, standfirst
  case canonical, root, og_type, image, image_width, image_height, image_alternative, copy
  case noindex, draft, feed, structured_data, latest
  case navigation, breadcrumb, publisher, licence, footer_links, footer_edition, contact,
    search
  // What pages of the author have.
  case kicker, edition, contents, body, notes, evidence, lineage, tags, previous, next
  // What generated pages have, also below the author's text at the same address.
  case list, parts, latest_changes, figure, facts, dictionary, downloads, provenance, revisions,
    checks,
    uses,
    embed
  // What pages at old addresses have.
  case target
  // How a page, figure or table is cited.
  case citation, bibtex

  /// What a name holds.
  package enum Content: Sendable {
    /// Text, to be written `{{name}}`, which escapes it.
    case text
    /// Finished HTML, to be written `{{{name}}}`.
    case html
    /// Yes or no, for `{{#name}}…{{/name}}` alone.
    case flag
  }

  /// What it holds, and what that means, for the check of templates and their reference page.
  package var documentation: (content: Content, meaning: String) {
    switch self {
    case .language: (.text, "the language of the site, such as `en`")
    case .kind:
      (.text, "the name of the page's template, such as `profile`, for the class of `body`")
    case .site_title: (.text, "the name of the site")
    case .site_description: (.text, "the site in one sentence")
    case .document_title: (.text, "the title for `<title>`, unique in the site")
    case .title: (.text, "the title of the page as plain text")
    case .heading: (.html, "the title of the page for `<h1>`")
    case .description: (.text, "the meta description")
    case .standfirst: (.text, "what stands below the title, in one or two sentences")
    case .canonical: (.text, "the page's address on the web, where the site has one")
    case .root: (.text, "what leads from the page to the site's root: `../` or nothing")
    case .og_type: (.text, "the Open Graph type: `website` or `article`")
    case .image: (.text, "the address of the image for previews, where the site has one")
    case .image_width: (.text, "the width of that image in pixels, where known")
    case .image_height: (.text, "the height of that image in pixels, where known")
    case .image_alternative: (.text, "what that image shows, in words")
    case .copy: (.text, "the address of the page's plain-Markdown copy, where it has one")
    case .noindex: (.flag, "whether search engines should leave the page out")
    case .draft: (.flag, "whether the page is a draft or dated after the edition")
    case .feed: (.text, "the address of the feed, where there is one")
    case .latest: (.text, "in a frozen edition, what leads to the latest one")
    case .structured_data: (.html, "the `script` element with the page as JSON-LD")
    case .navigation: (.html, "the entries of the main navigation, as `<li>`")
    case .breadcrumb: (.html, "the way from the landing page, as `<li>`")
    case .publisher: (.html, "who publishes the site, with a link where there is one")
    case .licence: (.html, "under what terms, with a link where there is one")
    case .footer_links: (.html, "the pages that every page leads to, as `<li>`")
    case .footer_edition: (.text, "the edition and its day, in words")
    case .contact: (.html, "how to write to the publisher, where the site gives an address")
    case .search: (.text, "the address of the search's index, where the site has a search")
    case .kicker: (.text, "what stands above the title: the folder of a profile")
    case .edition: (.html, "published, data as of, edition and next update, as groups of a `<dl>`")
    case .contents: (.html, "the headings of the page, as `<li>`, where it has a contents list")
    case .body: (.html, "the text of the page")
    case .notes: (.html, "footnotes and citations, as `<li>`")
    case .evidence: (.html, "what the values of the text rest on, as `<li>`")
    case .lineage: (.html, "the queries and tables behind these values, as `<li>`")
    case .tags: (.html, "the tags of the page, as `<li>`")
    case .previous: (.html, "the link to the page before")
    case .next: (.html, "the link to the page after")
    case .list: (.html, "the list that a page is made for: pages, sources, tags, entries")
    case .parts:
      (.html, "the documents that the site is printed in, as `<li>`, where it is several")
    case .latest_changes: (.html, "on the landing page, what has changed last, as `<li>`")
    case .figure: (.html, "the figure of a figure page, with its table open")
    case .facts: (.html, "facts of a table or figure, as groups of a `<dl>`")
    case .dictionary: (.html, "the columns with types, units and meaning, as tables")
    case .downloads: (.html, "the files to be downloaded, as `<li>`")
    case .provenance: (.html, "where the data come from, as `<li>`")
    case .revisions: (.html, "the editions in which a figure has moved, as `<li>`")
    case .uses: (.html, "the pages and figures that use a table, as `<li>`")
    case .checks: (.html, "what is checked of a table, as `<li>`")
    case .target: (.text, "the address that a page at an old one leads to")
    case .citation: (.text, "how the page, figure or table is cited")
    case .bibtex: (.text, "the same as a BibTeX entry")
    case .embed: (.text, "the HTML that shows a figure elsewhere")
    }
  }
}

/// The values of one page, by name, for its template.
struct TemplateValues: Sendable {
  private var values: [TemplateName: String] = [:]

  /// The text or HTML of a name; nil where the page has none. An empty one counts as none.
  subscript(name: TemplateName) -> String? {
    get { values[name] }
    set { values[name] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// Raises or lowers a flag.
  mutating func set(_ flag: TemplateName, _ isRaised: Bool) {
    values[flag] = isRaised ? "yes" : nil
  }

  /// The names that have a value.
  var names: Set<TemplateName> { Set(values.keys) }
}
