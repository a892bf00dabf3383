/// The addresses that one page writes: relative to it, so that they work at any path and from a folder.
struct PageAddresses: Sendable {
  /// The page.
  let output: String
  /// What every address begins with, for the page that a server shows at any path (`404.html`).
  private let base: String?
  private let figures: FigureDirectory

  /// The addresses of a page of a site.
  init(of output: String, _ site: ResolvedSite) {
    self.output = output
    figures = site.figures
    base = output == "404.html" ? Self.path(of: site.configuration.url) : nil
  }

  /// The address of an output, with `#id` where there is one; needs no escaping in HTML.
  func to(_ target: String) -> String {
    guard let base else { return RelativeAddress.from(output, to: target) }
    return base + RelativeAddress.from("404.html", to: target)
  }

  /// What leads to the site's root.
  var root: String {
    if let base { return base }
    return String(repeating: "../", count: output.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// A text as this page shows it.
  func html(_ text: SiteHTML) -> String {
    guard base != nil else { return text.html(at: output, figures: figures) }
    var html = ""
    for part in text.parts {
      switch part {
      case .html(let text): html += text
      case .address(let target): html += to(target)
      case .figureAddress(let id): html += to(figures[id]?.address ?? "index.html")
      case .figureNumber(let id): html += figures[id]?.label ?? ""
      }
    }
    return html
  }

  /// The path of a web address, ending in `/`: `/briefing/` of `https://example.org/briefing/`.
  private static func path(of url: String?) -> String {
    guard let url, let scheme = url.firstRange(of: "://") else { return "/" }
    let rest = url[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }
}
