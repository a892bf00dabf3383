import Markdown

/// Makes the HTML of a page ready for paper: without what only a screen needs, with folded parts open, its
/// charts as the files that they are downloaded as, so that a whole site still fits into one document.
struct PaperHTML {
  /// A chart's drawing that stands alone.
  struct Drawing {
    /// Its address.
    var source: String
    /// What it shows: its finding, and the values in words.
    var title: String
    var description: String
    /// Its size in pixels, as its file gives it.
    var width: String
    var height: String
  }

  /// The drawings of the page by the anchors of their figures.
  var drawings: [String: Drawing] = [:]

  /// A part that goes, or whose tags go.
  private struct Rule {
    /// What the part begins with.
    var start: String
    /// What the part ends with.
    var end: String
    /// Whether what is inside stays.
    var keepsContent = false
  }

  private static let rules = [
    // What a value rests on is told on the page itself.
    Rule(start: "<a class=\"value\"", end: "</a>", keepsContent: true),
    Rule(start: "<a class=\"back\"", end: "</a>"),
  ]

  /// The HTML for paper. It is that of this program, in which quotes and brackets in texts are written as
  /// references.
  func html(_ html: String) -> String {
    var result = ""
    result.reserveCapacity(html.utf8.count)
    var rest = html[...]
    var drawing: Drawing?
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      result += rest[..<start]
      rest = rest[start...]
      if rest.utf8.starts(with: "<details".utf8) {
        result += "<details open"
        rest = rest.dropFirst("<details".count)
      } else if let known = drawing, let after = Self.part(rest, "<div class=\"chart\">", "</div>")
      {
        result += Self.image(known)
        rest = after.rest
      } else if let list = Self.part(rest, Self.downloads, "</ul>") {
        result += Self.firstItem(list.content)
        rest = list.rest
      } else if let mark = Self.part(rest, "<abbr class=\"status\"", "</abbr>"),
        mark.rest.utf8.starts(with: "</td>".utf8)
      {
        // What a mark means stands in the caption; nothing can be pointed at on paper.
        result += "\u{202F}"
        result += mark.content.drop { $0 != ">" }.dropFirst()
        rest = mark.rest
      } else if rest.utf8.starts(with: Self.scroll.utf8),
        let place = rest.prefix(while: { $0 != ">" })
          .firstRange(of: " role=\"region\"")
      {
        // Of the tables of a volume many have the same caption: they are groups there, not landmarks.
        result += rest[..<place.lowerBound] + " role=\"group\""
        rest = rest[place.upperBound...]
      } else if let (content, after) = Self.match(rest) {
        result += content
        rest = after
      } else {
        if rest.utf8.starts(with: "<figure ".utf8) { drawing = drawings[Self.anchor(of: rest)] }
        result += "<"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  // MARK: Parts

  private static let scroll = "<div class=\"scroll"
  private static let downloads = "<ul class=\"fig-get\">"

  /// What stays of a part that a rule is about, and what follows it.
  private static func match(_ html: Substring) -> (content: Substring, rest: Substring)? {
    for rule in rules {
      guard let (content, rest) = part(html, rule.start, rule.end) else { continue }
      guard rule.keepsContent else { return ("", rest) }
      return (content.drop { $0 != ">" }.dropFirst(), rest)
    }
    return nil
  }

  /// What stands between a start, where the text begins with it, and the end after it.
  private static func part(_ html: Substring, _ start: String, _ end: String) -> (
    content: Substring, rest: Substring
  )? {
    guard html.utf8.starts(with: start.utf8) else { return nil }
    let content = html.dropFirst(start.count)
    return content.firstRange(of: end).map {
      (content[..<$0.lowerBound], content[$0.upperBound...])
    }
  }

  /// A list of downloads with the first, the table, alone.
  private static func firstItem(_ list: Substring) -> String {
    let end = list.firstRange(of: "</li>")?.upperBound ?? list.endIndex
    return downloads + list[..<end] + "</ul>"
  }

  private static func anchor(of figure: Substring) -> String {
    let tag = figure.prefix { $0 != ">" }
    guard let id = tag.firstRange(of: " id=\"") else { return "" }
    return String(tag[id.upperBound...].prefix { $0 != "\"" })
  }

  /// The drawing in a region of its own, which scrolls where the window is narrower than it can be read in.
  private static func image(_ drawing: Drawing) -> String {
    var html = HTMLWriter()
    html.open(
      "div",
      [
        ("class", "chart paper"), ("role", "region"), ("aria-label", drawing.title),
        ("tabindex", "0"),
      ])
    html.open(
      "img",
      [
        ("src", drawing.source), ("alt", drawing.description), ("width", drawing.width),
        ("height", drawing.height), ("loading", "lazy"),
      ])
    html.close("div")
    return html.html
  }
}

extension PaperHTML {
  /// The drawings of a page's charts.
  init(_ page: ResolvedPage, _ addresses: PageAddresses) {
    for figure in page.figures where figure.isPublished {
      guard let svg = figure.standaloneSVG, let width = Self.attribute("width", of: svg),
        let height = Self.attribute("height", of: svg)
      else { continue }
      drawings[figure.anchor] = Drawing(
        source: addresses.to("figures/\(figure.id).svg"), title: figure.title,
        description: figure.description ?? figure.title, width: width, height: height)
    }
  }

  /// An attribute of a drawing's first tag.
  private static func attribute(_ name: String, of svg: String) -> String? {
    let tag = svg.prefix { $0 != ">" }
    return tag.firstRange(of: " \(name)=\"").map {
      String(tag[$0.upperBound...].prefix { $0 != "\"" })
    }
  }
}
