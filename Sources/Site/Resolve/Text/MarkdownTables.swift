import Diagnostics
import Markdown

extension PageDraft {
  /// Gives the tables of a Markdown text what all tables have: heads that say what they head, numbers to
  /// the right, a region that scrolls and a caption, both named by the heading above.
  ///
  /// To be done when everything in their cells is in place.
  func putTables(of part: PagePart) {
    for table in part.tree.constructs.tables {
      var html = HTMLWriter()
      let heading = heading(above: table, of: part)
      html.open(
        "div",
        [
          ("class", "scroll"), ("role", "region"), ("tabindex", "0"),
          ("aria-labelledby", heading?.id),
          ("aria-label", heading == nil ? context.words(.table) : nil),
        ])
      html.raw("\n")
      var caption = HTMLWriter()
      caption.element(
        "caption", [("class", "visually-hidden")], text: heading?.text ?? context.words(.table))
      html.raw(
        Self.marked(part.tree.html(table.node)).replacing(
          "<table>", with: "<table>" + caption.html, maxReplacements: 1))
      html.close("div")
      html.raw("\n")
      part.tree.replace(table.node, html: html.html)
    }
  }

  /// The id and the text of the last heading before a table.
  private func heading(
    above table: MarkdownTable, of part: PagePart
  ) -> (id: String, text: String)? {
    let before = part.tree.constructs.headings.indices.last { number in
      let heading = part.tree.constructs.headings[number]
      return heading.level > 1 && heading.range.start < table.range.start
    }
    return before.flatMap { number in
      headings.ids[part.number].map { ids in
        (ids[number], part.tree.plainText(part.tree.constructs.headings[number].node))
      }
    }
  }

  /// The tags of cells as the library writes them, which no text can look like, from after the `<`.
  private static let tags: [(String, String)] = [
    ("th>", "th scope=\"col\">"),
    ("th align=\"right\">", "th scope=\"col\" class=\"num\">"),
    ("th align=\"left\">", "th scope=\"col\">"), ("th align=\"center\">", "th scope=\"col\">"),
    ("td align=\"right\">", "td class=\"num\">"),
    ("td align=\"left\">", "td>"), ("td align=\"center\">", "td>"),
  ]

  private static func marked(_ html: String) -> String {
    var html = html
    return html.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count * 2)
      var rest = bytes[...]
      while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
        result += rest[...open]
        rest = rest[(open + 1)...]
        guard rest.first == UInt8(ascii: "t"),
          let (tag, other) = tags.first(where: { rest.starts(with: $0.0.utf8) })
        else { continue }
        result += other.utf8
        rest = rest.dropFirst(tag.utf8.count)
      }
      return String(decoding: result + rest, as: UTF8.self)
    }
  }
}
