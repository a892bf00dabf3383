import Markdown

extension GeneratedPages {
  /// The list of what a folder holds: below the author's index, or as a page of its own.
  var sections: [GeneratedPage] {
    let outline = site.context.outline
    return outline.folders.values.sorted { inByteOrder($0.path, $1.path) }.compactMap { folder in
      let name = SiteOutline.heading(ofFolder: String(SitePath.name(folder.path)))
      let isRoot = folder.path.isEmpty
      return GeneratedPage(
        output: folder.output, template: isRoot ? "landing" : "section",
        title: isRoot ? context.configuration.title : name,
        description: description(
          .folderDescription, ["folder": name, "site": context.configuration.title]),
        maker: "the index of \(isRoot ? "the site" : folder.path)"
      ) { [context] values, addresses in
        guard isRoot else {
          values[.list] = context.list(of: folder.children, addresses)
          return
        }
        values[.list] = context.chapters(addresses)
        values[.latest_changes] = LatestChanges(context: context, addresses: addresses).html
      }
    }
  }
}

extension RenderContext {
  /// The chapters of the landing page: what the navigation names, as list items with their findings.
  fileprivate func chapters(_ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    for entry in site.context.outline.navigation {
      guard case .output(let output, _, let kind) = entry.target, output != addresses.output
      else { continue }
      html.open("li")
      html.open("h3")
      html.link(output, addresses, text: Self.title(of: entry, kind, site))
      html.close("h3")
      if case .page(let number) = kind, let description = site.pages[number].description {
        html.element("p", text: description)
      }
      html.close("li")
    }
    return html.html
  }

  private static func title(
    of entry: SiteOutline.Entry, _ kind: LinkTarget.Kind, _ site: ResolvedSite
  ) -> String {
    if case .page(let number) = kind { return site.pages[number].title }
    if let title = entry.title { return title }
    guard case .output(let output, _, _) = entry.target else { return "" }
    return SiteOutline.heading(ofFolder: String(SitePath.name(SitePath.folder(output))))
  }
}
