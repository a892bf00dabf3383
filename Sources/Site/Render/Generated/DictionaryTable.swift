import Markdown
import Tables

/// The columns of a table with types, units and meaning, as an HTML table.
struct DictionaryTable {
  /// One column.
  struct Row {
    var name: String
    var title: String?
    var type: String
    var unit: DataUnit?
    var meaning: String?
    /// The least and the greatest value.
    var values: String?
    /// How many cells have no value.
    var missing: Int?
  }

  let words: Words
  /// The id of its caption, unique on the page.
  let id: String
  /// What it describes.
  let name: String
  let rows: [Row]

  /// Writes the table in a region that can be scrolled by keyboard.
  func write(_ html: inout HTMLWriter) {
    html.open(
      "div", [("class", "scroll"), ("role", "region"), ("aria-labelledby", id), ("tabindex", "0")])
    html.open("table", [("class", "dictionary")])
    html.open("caption", [("id", id)])
    html.text("\(words(.columns)): ")
    html.element("code", text: name)
    html.close("caption")
    writeHead(&html)
    html.open("tbody")
    for row in rows { write(row, &html) }
    html.close("tbody")
    html.close("table")
    html.close("div")
  }

  private var showsMissing: Bool { rows.contains { $0.missing != nil } }

  private func writeHead(_ html: inout HTMLWriter) {
    html.open("thead")
    html.open("tr")
    for word in [Word.name, .type, .unit, .values] {
      html.element("th", [("scope", "col")], text: words(word))
    }
    if showsMissing {
      html.element("th", [("scope", "col"), ("class", "num")], text: words(.missing))
    }
    html.element("th", [("scope", "col")], text: words(.meaning))
    html.close("tr")
    html.close("thead")
  }

  private func write(_ row: Row, _ html: inout HTMLWriter) {
    html.open("tr")
    html.open("th", [("scope", "row")])
    html.element("code", text: row.name)
    html.close("th")
    html.element("td", text: words.text("type_" + row.type).orElse(row.type))
    html.element("td", text: unit(of: row))
    html.element("td", text: row.values ?? words(.noAnswer))
    if showsMissing {
      html.element("td", [("class", "num")], text: row.missing.map(String.init) ?? words(.noAnswer))
    }
    let meaning = [row.title, row.meaning].compactMap { $0 }.joined(separator: ". ")
    html.element("td", text: meaning.orElse(words(.noAnswer)))
    html.close("tr")
  }

  private func unit(of row: Row) -> String {
    guard let unit = row.unit else { return words(.noAnswer) }
    if unit.symbol == "1" { return words.text("unit_fraction").orElse("1") }
    return unit.name.map { "\($0) (\(unit.symbol))" } ?? unit.symbol
  }
}

extension String {
  /// The text, or another where it is empty.
  func orElse(_ other: @autoclosure () -> String) -> String { isEmpty ? other() : self }
}
