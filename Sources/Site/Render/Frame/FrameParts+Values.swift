import Markdown

extension FrameParts {
  /// The way from the landing page to an output.
  func crumbs(of output: String) -> [(label: String, output: String)] {
    site.context.outline.breadcrumb(of: output).map { crumb in
      if crumb.output == "index.html" { return (words(.home), crumb.output) }
      if let page = crumb.page { return (site.label(of: page), crumb.output) }
      return (SiteOutline.heading(ofFolder: crumb.name), crumb.output)
    }
  }

  /// The values that do not differ between the pages of a folder.
  func values(_ addresses: PageAddresses) -> TemplateValues {
    let configuration = site.configuration
    var values = TemplateValues()
    values[.language] = configuration.language
    values[.site_title] = configuration.title
    values[.site_description] = configuration.description
    values[.root] = addresses.root.isEmpty ? nil : addresses.root
    values[.publisher] = configuration.publisher.map { party in
      var html = HTMLWriter()
      html.link(external: party.url, text: party.name)
      return html.html
    }
    values[.licence] = configuration.licence.map { licence in
      var html = HTMLWriter()
      html.link(external: licence.url, text: licence.title ?? licence.name)
      return html.html
    }
    if configuration.url != nil, !configuration.isFrozen {
      values[.feed] = addresses.to("feed.xml")
    }
    if configuration.hasSearch { values[.search] = addresses.to(SearchIndex.output) }
    if configuration.isFrozen {
      // Only the landing page is sure to be there in any later edition.
      values[.latest] = addresses.root + "../../index.html"
    }
    values[.contact] = configuration.publisher?.email.map { email in
      var html = HTMLWriter()
      html.element("a", [("href", "mailto:" + email)], text: email)
      return html.html
    }
    values[.footer_edition] = configuration.edition.map { edition in
      words(.editionOf, ["id": edition.id, "date": texts.date(edition.published)])
    }
    return values
  }

  /// The entries of the foot: those of `site.yaml`, then the generated pages that every page leads to.
  var footer: [SiteOutline.Entry] {
    let named = Set(site.context.outline.footer.compactMap(\.target.siteAddress))
    let standing = StandingPages(site: site, words: words).links.filter {
      !named.contains($0.output)
    }
    return site.context.outline.footer
      + standing.map { output, label in
        .init(
          title: label, target: .output(output, fragment: nil, kind: .generated), children: [])
      }
  }
}

extension SiteOutline {
  /// What a folder without a page of its own is called: `us-strategy` is `Us strategy`.
  static func heading(ofFolder name: String) -> String {
    let words = name.map { $0 == "-" || $0 == "_" ? " " : $0 }
    guard let first = words.first else { return "" }
    return first.uppercased() + String(words.dropFirst())
  }
}

/// The generated pages that every page leads to.
struct StandingPages {
  let site: ResolvedSite
  let words: Words

  /// Those that the site has, with their names; an author's page at the address gives it its own.
  var links: [(output: String, label: String)] {
    var links: [(String, Word)] = []
    if !site.context.data.sources.entries.isEmpty { links.append(("sources.html", .sources)) }
    if site.hasDisagreementsPage { links.append((DisagreementIndex.output, .disagreements)) }
    if !site.context.data.tables.isEmpty { links.append(("data/index.html", .data)) }
    if !publishedFigures.isEmpty { links.append(("figures/index.html", .figures)) }
    if !site.tags.isEmpty { links.append(("tags/index.html", .tags)) }
    links.append(("a-z.html", .alphabet))
    if PrintVolumes.areMade(for: site) { links.append((PrintVolumes.output(0), .print)) }
    if !site.history.changes.isEmpty { links.append(("changes.html", .changes)) }
    if !site.history.frozen.isEmpty, !site.configuration.isFrozen {
      links.append((EditionArchive.folder + "/index.html", .editions))
    }
    return links.map { output, word in
      let page = site.context.index.page(at: output).map { site.label(of: $0) }
      return (output, page ?? words(word))
    }
  }

  /// The ids of the figures that have pages.
  var publishedFigures: [String] {
    site.figures.ids.filter { site.figure($0)?.isPublished == true }
  }
}
