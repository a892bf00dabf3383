import Markdown
import Tables

/// A column of a table as it is drawn.
struct TableColumn {
  /// The place in the result.
  var index: Int
  /// The head as HTML.
  var headHTML: String
  /// Whether numbers stand in it.
  var isNumeric: Bool
  /// Whether its cells head their rows.
  var isHeader = false
  /// Shows the cells.
  var formatter: ValueFormatter
  /// The `href` of each row's link; nil for none.
  var links: [String?]?
  /// The range that bars are drawn over; nil without bars.
  var bars: ClosedRange<Double>?
}

/// Writes tables: heads with units, numbers right, statuses as marks, never an empty cell.
struct TableHTML {
  let view: ResultView
  let columns: [TableColumn]
  /// The rows to show, by place.
  let rows: [Int]
  /// The id of the caption, which names the region that scrolls.
  let captionID: String
  /// The caption as HTML.
  let captionHTML: String
  let words: Words
  /// Whether the table is long enough to scroll on its own.
  var isLong = false

  /// The statuses that the cells show, worst first, and whether any rounds to zero.
  var marks: (statuses: [DataStatus], roundsToZero: Bool) {
    var statuses: Set<DataStatus> = []
    var roundsToZero = false
    for row in rows {
      for column in columns where column.isNumeric || view.value(row, column.index).isNull {
        statuses.insert(view.status(row, column.index))
        let shown = try? column.formatter.format(view.value(row, column.index))
        roundsToZero = roundsToZero || shown?.roundsToZero == true
      }
    }
    return (statuses.filter { $0 != .reported }.sorted(), roundsToZero)
  }

  /// The words that explain marks, such as `[e] estimated, [x] not available`.
  static func key(_ statuses: [DataStatus], roundsToZero: Bool, _ words: Words) -> String {
    var seen: Set<String> = []
    var meanings = statuses.compactMap { status -> String? in
      guard let mark = status.mark else { return nil }
      let text = "\(mark) \(words.status(status))"
      return seen.insert(text).inserted ? text : nil
    }
    if roundsToZero { meanings.append("\(DataStatus.roundsToZeroMark) \(words(.roundsToZero))") }
    return meanings.joined(separator: ", ")
  }

  /// The table in its region.
  func html() -> String {
    var html = HTMLWriter()
    html.open(
      "div",
      [
        ("class", isLong ? "scroll long" : "scroll"), ("role", "region"),
        ("aria-labelledby", captionID), ("tabindex", "0"),
      ])
    html.raw("\n<table>\n")
    html.open("caption", [("id", captionID)])
    html.raw(captionHTML)
    html.raw("</caption>\n<thead><tr>")
    for column in columns {
      html.open("th", [("scope", "col"), ("class", column.isNumeric ? "num" : nil)])
      html.raw(column.headHTML)
      html.close("th")
    }
    html.raw("</tr></thead>\n<tbody>\n")
    for row in rows { self.row(row, &html) }
    html.raw("</tbody>\n</table></div>\n")
    return html.html
  }

  private func row(_ row: Int, _ html: inout HTMLWriter) {
    html.raw("<tr>")
    for column in columns {
      let shown = try? column.formatter.format(view.value(row, column.index))
      // A mark after a number hangs beside it; one that stands for the number takes its place.
      let hasNumber = shown.map { !$0.roundsToZero } ?? false
      let classes = [
        column.isNumeric ? "num" : nil, column.isNumeric && !hasNumber ? "no-number" : nil,
        column.bars == nil ? nil : "bar",
      ].compactMap { $0 }.joined(separator: " ")
      let name: StaticString = column.isHeader ? "th" : "td"
      html.open(
        name,
        [("scope", column.isHeader ? "row" : nil), ("class", classes.isEmpty ? nil : classes)])
      cell(row, column, shown, &html)
      html.close(name)
    }
    html.raw("</tr>\n")
  }

  /// Writes a cell; `shown` is nil where there is no value.
  private func cell(
    _ row: Int, _ column: TableColumn, _ shown: DisplayedValue?, _ html: inout HTMLWriter
  ) {
    let value = view.value(row, column.index)
    let status = view.status(row, column.index)
    if value.isNull {
      html.raw(words.markHTML(status))
      return
    }
    let link = column.links?[row]
    if let link {
      html.open("a", [("href", link), ("rel", link.contains("://") ? "noopener" : nil)])
    }
    if shown?.roundsToZero == true {
      html.element(
        "abbr", [("class", "status"), ("title", words(.roundsToZero))],
        text: DataStatus.roundsToZeroMark)
    } else if let shown {
      html.text(shown.text)
    }
    if link != nil { html.close("a") }
    if column.isNumeric { html.raw(words.markHTML(status)) }
    if let bars = column.bars, let number = value.double { bar(number, bars, &html) }
  }

  /// A bar from zero, negative values to the left of a zero common to all rows.
  private func bar(_ number: Double, _ range: ClosedRange<Double>, _ html: inout HTMLWriter) {
    let scale = 100 / (range.upperBound - range.lowerBound)
    let start = (min(number, 0) - range.lowerBound) * scale
    let width = abs(number) * scale
    html.raw(
      "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        + "<rect class=\"fill-s1\" x=\"\(Self.text(start))\" y=\"0\" "
        + "width=\"\(Self.text(width))\" height=\"10\"></rect></svg>")
  }

  /// A coordinate with two decimals at most.
  private static func text(_ number: Double) -> String {
    PlainText.of(.number((number * 100).rounded() / 100))
  }
}
