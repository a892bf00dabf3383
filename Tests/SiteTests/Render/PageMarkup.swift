import FoundationEssentials
import Testing

@testable import Site

/// What tests ask of the HTML of a page.
struct PageMarkup {
  let html: String

  init(_ html: String) {
    self.html = html
  }

  /// How often a text occurs.
  func count(_ text: String) -> Int { html.ranges(of: text).count }

  /// Every value of an attribute, in order.
  func values(of attribute: String) -> [String] {
    html.ranges(of: " \(attribute)=\"").map { range in
      String(html[range.upperBound...].prefix { $0 != "\"" })
    }
  }

  /// What stands between two texts, first after the first.
  func between(_ start: String, _ end: String) -> String? {
    guard let open = html.firstRange(of: start),
      let close = html[open.upperBound...].firstRange(of: end)
    else { return nil }
    return String(html[open.upperBound..<close.lowerBound])
  }

  /// The JSON-LD of the page; nil where it has none.
  var structuredData: String? { between("<script type=\"application/ld+json\">", "</script>") }

  /// The levels of the headings in order.
  var headingLevels: [Int] {
    html.ranges(of: "<h").compactMap { Int(html[$0.upperBound...].prefix(1)) }
  }
}

extension BuiltSite {
  /// An output as markup.
  func markup(_ path: String) -> PageMarkup { PageMarkup(text(path)) }

  /// Every HTML output by path.
  var htmlPaths: [String] { output.paths.filter { $0.hasSuffix(".html") } }
}
