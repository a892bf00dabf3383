import Markdown
import Tables

/// Writes the rows handed to a figure as a table: every column, every row, statuses as marks.
struct FigureDataHTML {
  let writer: ValueWriter
  let words: Words

  /// The table in a region that scrolls.
  ///
  /// - Parameters:
  ///   - id: the id of the caption.
  ///   - isLong: whether the table may take most of the window.
  ///   - number: which of the figure's tables it is, where there are several.
  func html(_ data: FigureData, id: String, isLong: Bool, number: Int? = nil) -> String {
    let columns = data.table.columns
    let formatters = columns.map { column in
      (shown: try? writer.formatter(column), small: try? writer.formatter(Self.precise(column)))
    }
    let statuses = Set(data.statuses.joined()).filter { $0 != .reported }.sorted()
    var html = HTMLWriter()
    html.open(
      "div",
      [
        ("class", (isLong ? "scroll long" : "scroll") + Self.slimness(data)),
        ("role", "region"), ("aria-labelledby", id), ("tabindex", "0"),
      ])
    html.raw("\n<table>\n")
    html.open("caption", [("id", id)])
    html.text(words(.rowsBehind) + (number.map { " \($0)" } ?? ""))
    let key = TableHTML.key(statuses, roundsToZero: false, words)
    if !key.isEmpty { html.element("span", text: key) }
    html.raw("</caption>\n<thead><tr>")
    for column in columns {
      html.open("th", [("scope", "col"), ("class", column.type.isNumeric ? "num" : nil)])
      html.text(column.heading)
      if let unit = column.unit, unit.symbol != "1", unit.symbol != "%" {
        html.text(" (\(unit.symbol))")
      }
      html.close("th")
    }
    html.raw("</tr></thead>\n<tbody>\n")
    let head = columns.firstIndex { !$0.type.isNumeric } ?? 0
    for (row, values) in data.table.rows.enumerated() {
      html.raw("<tr>")
      for (index, value) in values.enumerated() {
        let isHead = index == head
        html.open(
          isHead ? "th" : "td",
          [
            ("scope", isHead ? "row" : nil),
            (
              "class",
              columns[index].type.isNumeric ? (value.isNull ? "num no-number" : "num") : nil
            ),
          ])
        cell(value, data.statuses[row][index], formatters[index], columns[index], &html)
        html.close(isHead ? "th" : "td")
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n</table></div>\n")
    return html.html
  }

  /// Long tables of few columns stand side by side with themselves on paper.
  private static func slimness(_ data: FigureData) -> String {
    let columns = data.table.columns.count
    return columns <= 4 && data.table.rows.count > 8 ? " slim-\(max(columns, 2))" : ""
  }

  /// The column with amounts to two digits that count, per cent where it has per cent.
  private static func precise(_ column: DataColumn) -> DataColumn {
    var column = column
    if column.type.isNumeric { column.format = column.format?.last == "%" ? ".2~p" : ".2~r" }
    return column
  }

  private func cell(
    _ value: DataValue, _ status: DataStatus,
    _ formatter: (shown: ValueFormatter?, small: ValueFormatter?), _ column: DataColumn,
    _ html: inout HTMLWriter
  ) {
    if value.isNull {
      html.raw(words.markHTML(status))
      return
    }
    let shown = try? formatter.shown?.format(value)
    // The table gives the amount itself where the format hides it.
    let precise = shown?.roundsToZero == false ? shown : try? formatter.small?.format(value)
    html.text(precise?.text ?? PlainText.of(value))
    if column.type.isNumeric { html.raw(words.markHTML(status)) }
  }
}

extension DataColumn {
  /// What stands above its cells: its title, else its name as words, `tonnes_reo` as `Tonnes reo`.
  var heading: String {
    if let title { return title }
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
