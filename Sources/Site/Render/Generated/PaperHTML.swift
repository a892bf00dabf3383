/// Makes the HTML of a page ready for paper: without what only a screen needs, with folded parts open.
enum PaperHTML {
  /// A part that goes, or whose tags go.
  private struct Rule {
    /// What the part begins with.
    var start: String
    /// What must follow within the opening tag; empty where the start says all.
    var mark = ""
    /// What the part ends with.
    var end: String
    /// Whether what is inside stays.
    var keepsContent = false
  }

  private static let rules = [
    // The drawing for small screens: paper is wide.
    Rule(start: "<svg ", mark: " class=\"narrow\"", end: "</svg>"),
    // Files to be downloaded, and what a value rests on, are a click away on the page itself.
    Rule(start: "<ul class=\"fig-get\">", end: "</ul>"),
    Rule(start: "<a class=\"value\"", end: "</a>", keepsContent: true),
    Rule(start: "<a class=\"back\"", end: "</a>"),
  ]

  /// The HTML for paper. It is that of this program, in which quotes and brackets in texts are written as
  /// references.
  static func html(_ html: String) -> String {
    var result = ""
    result.reserveCapacity(html.utf8.count)
    var rest = html[...]
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      result += rest[..<start]
      rest = rest[start...]
      if rest.utf8.starts(with: "<details>".utf8) {
        result += "<details open>"
        rest = rest.dropFirst("<details>".count)
      } else if let (content, after) = match(rest) {
        result += content
        rest = after
      } else {
        result += "<"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  /// What stays of a part that a rule is about, and what follows it.
  private static func match(_ html: Substring) -> (content: Substring, after: Substring)? {
    for rule in rules where html.utf8.starts(with: rule.start.utf8) {
      guard let close = html.utf8.firstIndex(of: UInt8(ascii: ">")),
        rule.mark.isEmpty || html[..<close].contains(rule.mark),
        let end = html[close...].firstRange(of: rule.end)
      else { continue }
      let content = rule.keepsContent ? html[html.index(after: close)..<end.lowerBound] : ""
      return (content, html[end.upperBound...])
    }
    return nil
  }
}
