import Markdown

/// What the frames of all folders are made of.
struct FrameParts {
  let site: ResolvedSite
  let words: Words
  let texts: SiteTexts
}

/// What all pages of one folder share: navigation, way, footer. Made once, as a site has many pages and
/// few folders.
struct FolderFrame: Sendable {
  /// An entry of the main navigation or of the foot, as it stands on pages elsewhere, on itself and on pages below it.
  private struct Entry: Sendable {
    var output: String?
    /// The folder that the entry stands for: that of an index.
    var folder: String?
    var plain: String
    var current: String
    var above: String
  }

  private let entries: [Entry]
  private let footer: [Entry]
  /// The values that pages of the folder begin with.
  let values: TemplateValues
  /// The way from the landing page to the folder, with its index.
  let crumbs: [(label: String, output: String)]

  /// The frame of a folder; empty for the site's root.
  init(_ folder: String, _ parts: FrameParts) {
    // Any file of the folder stands for all: addresses are relative to it.
    let addresses = PageAddresses(of: SitePath.join(folder, "any"), parts.site)
    self.init(addresses, folder: folder, parts)
  }

  /// The frame of a page with addresses of its own.
  init(_ addresses: PageAddresses, folder: String, _ parts: FrameParts) {
    entries = parts.site.context.outline.navigation.map { entry in
      Self.entry(entry, addresses, parts.site)
    }
    footer = parts.footer.map { entry in Self.entry(entry, addresses, parts.site) }
    crumbs = parts.crumbs(of: SitePath.join(folder, "any"))
    values = parts.values(addresses)
  }

  /// The entries for a page, its own marked.
  func navigation(of output: String) -> String { Self.html(entries, of: output) }

  /// The links of the foot for a page, its own marked.
  func footer(of output: String) -> String { Self.html(footer, of: output) }

  private static func html(_ entries: [Entry], of output: String) -> String {
    var html = ""
    let folder = SitePath.folder(output)
    for entry in entries {
      if entry.output == output {
        html += entry.current
      } else if let above = entry.folder, folder == above || folder.hasPrefix(above + "/") {
        html += entry.above
      } else {
        html += entry.plain
      }
    }
    return html
  }

  private static func entry(
    _ entry: SiteOutline.Entry, _ addresses: PageAddresses, _ site: ResolvedSite
  ) -> Entry {
    func item(_ current: String?) -> String {
      var html = HTMLWriter()
      html.open("li")
      html.link(entry, addresses, site, current: current)
      html.close("li")
      return html.html
    }
    var output: String?
    if case .output(let path, _, _) = entry.target { output = path }
    let folder = output.flatMap { path in
      path.hasSuffix("/index.html") ? SitePath.folder(path) : nil
    }
    return Entry(
      output: output, folder: folder, plain: item(nil), current: item("page"), above: item("true"))
  }
}

extension HTMLWriter {
  /// Writes the link of an entry of the navigation.
  mutating func link(
    _ entry: SiteOutline.Entry, _ addresses: PageAddresses, _ site: ResolvedSite,
    current: String? = nil
  ) {
    switch entry.target {
    case .external(let url):
      open("a", [("href", url), ("rel", "noopener")])
      text(entry.title ?? url)
    case .output(let output, let fragment, let kind):
      let target = fragment.map { "\(output)#\($0)" } ?? output
      open("a", [("href", addresses.to(target)), ("aria-current", current)])
      if let title = entry.title {
        text(title)
      } else if case .page(let number) = kind {
        text(site.label(of: number))
      } else {
        text(SitePath.name(SitePath.folder(output)))
      }
    }
    close("a")
  }

  /// Writes a link to an output of the site.
  mutating func link(_ output: String, _ addresses: PageAddresses, text: String) {
    element("a", [("href", addresses.to(output))], text: text)
  }

  /// Writes a link to another site, or the text alone where there is no address.
  mutating func link(external url: String?, text label: String) {
    guard let url else { return text(label) }
    element("a", [("href", url), ("rel", "noopener")], text: label)
  }
}
