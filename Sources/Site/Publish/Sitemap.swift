/// `sitemap.xml` and `robots.txt` (sitemaps.org, RFC 9309).
struct Sitemap: Sendable {
  /// One page.
  struct Page: Sendable {
    var output: String
    var modified: String?
  }

  let configuration: SiteConfiguration
  /// The pages to be listed, in the order of their paths' bytes.
  let pages: [Page]

  /// The pages of a plan that are to be found.
  init(_ outputs: [PlannedOutput], _ configuration: SiteConfiguration) {
    self.configuration = configuration
    pages = outputs.lazy.filter(\.isIndexed).map { Page(output: $0.path, modified: $0.modified) }
      .sorted { inByteOrder($0.output, $1.output) }
  }

  /// The sitemap; nil for a site without address.
  var xml: String? {
    guard configuration.url != nil else { return nil }
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

      """
    text.reserveCapacity(pages.count * 120)
    for page in pages {
      guard let address = configuration.address(of: page.output) else { continue }
      text += "<url><loc>"
      text += XMLText.escape(address)
      text += "</loc>"
      if let modified = page.modified {
        text += "<lastmod>"
        text += modified
        text += "</lastmod>"
      }
      text += "</url>\n"
    }
    return text + "</urlset>\n"
  }

  /// The rules for robots: everything may be read.
  static func robots(_ configuration: SiteConfiguration) -> String {
    let rules = "User-agent: *\nAllow: /\n"
    return configuration.address(of: "sitemap.xml").map { rules + "\nSitemap: \($0)\n" } ?? rules
  }
}
