/// The addresses that one page writes.
struct PageAddresses: Sendable {
  /// How addresses within the site are written.
  private enum Form: Sendable {
    /// Relative to the page, so that they work at any path and from a folder.
    case relative
    /// From the root of the server, for the page that is shown at any path (`404.html`).
    case absolute(base: String)
    /// Within one page that holds others, each with its own prefix for ids.
    case within(prefixes: [String: String])
  }

  /// The page.
  let output: String
  private let form: Form
  private let figures: FigureDirectory

  /// The addresses of a page of a site.
  init(of output: String, _ site: ResolvedSite) {
    self.output = output
    figures = site.figures
    form =
      output == "404.html" ? .absolute(base: Self.path(of: site.configuration.url)) : .relative
  }

  /// The addresses of a page that holds others: links to those stay on it.
  ///
  /// - Parameter prefixes: what the ids of a page begin with, by its output.
  init(of output: String, holding prefixes: [String: String], _ site: ResolvedSite) {
    self.output = output
    figures = site.figures
    form = .within(prefixes: prefixes)
  }

  /// The address of an output, with `#id` where there is one; needs no escaping in HTML.
  func to(_ target: String) -> String {
    switch form {
    case .relative: return RelativeAddress.from(output, to: target)
    case .absolute(let base): return base + RelativeAddress.from("404.html", to: target)
    case .within(let prefixes):
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      // What values rest on is told on their own page.
      guard let prefix = prefixes[String(parts[0])], parts.last?.hasPrefix("e-") != true else {
        return RelativeAddress.from(output, to: target)
      }
      let id = parts.count == 2 ? prefix + parts[1] : prefix + "title"
      return "#" + PercentEncoding.encodedPath(id)
    }
  }

  /// What leads to the site's root.
  var root: String {
    if case .absolute(let base) = form { return base }
    return String(repeating: "../", count: output.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// A text as this page shows it.
  func html(_ text: SiteHTML) -> String {
    if case .relative = form { return text.html(at: output, figures: figures) }
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
