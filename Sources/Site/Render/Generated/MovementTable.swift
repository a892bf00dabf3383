import Markdown
import Tables

/// Values that moved between two editions as an HTML table: before, after, by how much, by which sources.
struct MovementTable {
  /// How many rows stand open; the others are folded.
  static let shownRows = 12

  let context: RenderContext
  let addresses: PageAddresses
  let movements: [EditionDiff.Movement]
  let caption: String
  /// The id of the caption, unique on the page.
  let id: String
  /// The ids of the editions.
  let editions: (old: String, new: String)
  /// Whether all values are of one column, which the rows need not name.
  let isOfOneColumn: Bool

  private var words: Words { context.words }

  /// Writes the table in a region that can be scrolled by keyboard.
  func write(_ html: inout HTMLWriter) {
    let shown = movements.indices.prefix(Self.shownRows)
    let rest = movements.indices.dropFirst(Self.shownRows)
    write(shown, captionID: id, &html)
    guard !rest.isEmpty else { return }
    html.raw("<details><summary>")
    html.text(words(.andMore, ["count": context.texts.count(rest.count)]))
    html.raw("</summary>\n")
    write(rest, captionID: id + "-more", &html)
    html.raw("</details>\n")
  }

  private func write(_ rows: Range<Int>, captionID: String, _ html: inout HTMLWriter) {
    html.open(
      "div",
      [("class", "scroll"), ("role", "region"), ("aria-labelledby", captionID), ("tabindex", "0")])
    html.open("table", [("class", "movements")])
    html.element("caption", [("id", captionID)], text: fullCaption)
    html.open("thead")
    html.open("tr")
    html.element("th", [("scope", "col")], text: words(.value))
    for edition in [editions.old, editions.new] {
      html.element(
        "th", [("scope", "col"), ("class", "num")],
        text: words(.editionNamed, ["id": edition]))
    }
    for word in [Word.difference, .relative] {
      html.element("th", [("scope", "col"), ("class", "num")], text: words(word))
    }
    html.element("th", [("scope", "col")], text: words(.source))
    html.close("tr")
    html.close("thead")
    html.open("tbody")
    for row in rows { write(movements[row], &html) }
    html.close("tbody")
    html.close("table")
    html.close("div")
    html.raw("\n")
  }

  /// The caption with the column, where it is one.
  private var fullCaption: String {
    guard isOfOneColumn, let first = movements.first, !first.row.isEmpty else { return caption }
    return "\(caption). \(first.column)"
  }

  private func write(_ movement: EditionDiff.Movement, _ html: inout HTMLWriter) {
    html.open("tr")
    html.element(
      "th", [("scope", "row")],
      text: isOfOneColumn && !movement.row.isEmpty ? movement.row : movement.label)
    value("del", movement.old, movement.oldStatus, unit(of: movement), &html)
    value("ins", movement.new, movement.newStatus, unit(of: movement), &html)
    html.element("td", [("class", "num")], text: movement.shownDifference ?? words(.noAnswer))
    html.element("td", [("class", "num")], text: movement.shownRelative ?? words(.noAnswer))
    html.open("td")
    writeSources(movement, &html)
    html.close("td")
    html.close("tr")
    html.raw("\n")
  }

  private func unit(of movement: EditionDiff.Movement) -> String {
    movement.shownUnit.map { "\u{A0}" + $0 } ?? ""
  }

  private func value(
    _ element: StaticString, _ text: String?, _ status: String, _ unit: String,
    _ html: inout HTMLWriter
  ) {
    html.open("td", [("class", "num")])
    html.element(element, text: text.map { $0 + unit } ?? words(.noValue))
    if let status = DataStatus(rawValue: status), let mark = status.mark {
      html.text("\u{A0}")
      html.element("abbr", [("title", words.status(status))], text: mark)
    }
    html.close("td")
  }

  private func writeSources(_ movement: EditionDiff.Movement, _ html: inout HTMLWriter) {
    if movement.oldSources.isEmpty, movement.newSources.isEmpty {
      return html.text(words(.noAnswer))
    }
    SourceShift(context: context, addresses: addresses).write(movement, after: "", &html)
  }
}
