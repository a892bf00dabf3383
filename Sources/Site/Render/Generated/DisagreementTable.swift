import Markdown
import Tables

/// The disagreements on one column of a table as an HTML table: a group of rows for each quantity, a row
/// for each source, the value used first.
struct DisagreementTable {
  let context: RenderContext
  let addresses: PageAddresses
  let table: SiteTable
  let column: String
  let entries: [DisagreementIndex.Entry]
  /// The figures that show each entry, by its id.
  let figures: [String: [String]]
  /// How many figures are named before the rest is folded.
  static let shownFigures = 3

  /// Writes the table in a region that can be scrolled by keyboard.
  func write(_ html: inout HTMLWriter) {
    let id = "\(table.name)-\(Slug.of(column))-values"
    html.open(
      "div", [("class", "scroll"), ("role", "region"), ("aria-labelledby", id), ("tabindex", "0")])
    html.open("table", [("class", "disagreements")])
    html.element("caption", [("id", id)], text: caption)
    html.open("thead")
    html.open("tr")
    for (word, style) in [
      (Word.quantity, nil), (.source, nil), (.value, "num"), (.difference, "num"),
      (.relative, "num"), (.shownIn, nil),
    ] as [(Word, String?)] {
      html.element("th", [("scope", "col"), ("class", style)], text: context.words(word))
    }
    html.close("tr")
    html.close("thead")
    for entry in entries { write(entry, &html) }
    html.close("table")
    html.close("div")
  }

  /// The column with its unit, where it has one for all rows.
  private var caption: String {
    guard let column = table.table.index(of: column).map({ table.table.columns[$0] }) else {
      return column
    }
    return column.readerName
  }

  private func write(_ entry: DisagreementIndex.Entry, _ html: inout HTMLWriter) {
    let values = entry.disagreement.allValues
    html.open("tbody", [("id", entry.id)])
    for (number, value) in values.enumerated() {
      html.open("tr")
      if number == 0 {
        html.element(
          "th", [("scope", "rowgroup"), ("rowspan", String(values.count))],
          text: entry.disagreement.subject)
      }
      write(value, of: entry.disagreement, isPreferred: number == 0, &html)
      if number == 0 {
        html.open("td", [("rowspan", String(values.count))])
        writeFigures(of: entry, &html)
        html.close("td")
      }
      html.close("tr")
    }
    html.close("tbody")
  }

  private func write(
    _ value: Disagreement.Value, of disagreement: Disagreement, isPreferred: Bool,
    _ html: inout HTMLWriter
  ) {
    html.open("td")
    writeSource(of: value, &html)
    html.close("td")
    html.open("td", [("class", "num")])
    html.text(text(value.number, unit: value.unit))
    if let mark = value.status.mark {
      html.text("\u{A0}")
      html.element("abbr", [("title", context.words.status(value.status))], text: mark)
    }
    html.close("td")
    let isCompared = disagreement.values.contains(value)
    guard isCompared, !isPreferred, let difference = disagreement.difference(of: value) else {
      let word: Word =
        isCompared
        ? .preferredHere : value.status == .lowerBound ? .notComparedBound : .notComparedUnit
      html.element("td", [("class", "num"), ("colspan", "2")], text: context.words(word))
      return
    }
    html.open("td", [("class", "num")])
    html.text(signed(difference.absolute, unit: value.unit?.asDifference))
    if value.agrees { html.text(" (\(context.words(.agreesRounded)))") }
    html.close("td")
    let relative = difference.relative.map(percent) ?? context.words(.noAnswer)
    html.element("td", [("class", "num")], text: relative)
  }

  private func writeSource(of value: Disagreement.Value, _ html: inout HTMLWriter) {
    let known = value.sources.filter { context.site.context.data.sources[$0] != nil }
    if known.isEmpty { return html.text(value.vintage) }
    context.writeSources(known, &html, addresses)
    html.text(" ")
    html.element("code", text: value.vintage)
  }

  private func writeFigures(of entry: DisagreementIndex.Entry, _ html: inout HTMLWriter) {
    let places = (figures[entry.id] ?? []).compactMap { context.site.figures[$0] }
    if places.isEmpty { return html.text(context.words(.noAnswer)) }
    write(places.prefix(Self.shownFigures), &html)
    let rest = places.dropFirst(Self.shownFigures)
    if rest.isEmpty { return }
    html.open("details")
    html.element(
      "summary", text: context.words(.andMore, ["count": context.texts.count(rest.count)]))
    write(rest, &html)
    html.close("details")
  }

  private func write(_ places: ArraySlice<FigureDirectory.Entry>, _ html: inout HTMLWriter) {
    for place in places {
      if place.address != places.first?.address { html.text("; ") }
      let page = context.site.label(of: place.page)
      let label = place.label.isEmpty ? page : "\(page), \(place.label)"
      html.link(place.address, addresses, text: label)
    }
  }

  // MARK: Numbers

  /// A number in the format of the column, with its unit where that differs by row.
  private func text(_ number: Double, unit: DataUnit?) -> String {
    guard var shown = table.table.index(of: column).map({ table.table.columns[$0] }) else {
      return PlainNumber.text(number)
    }
    let isShared = shown.unit != nil
    shown.unit = unit.map { DataUnit($0.readerSymbol) }
    let label: DisplayOptions.UnitLabel = isShared || unit == nil ? .none : .symbol
    for format in [shown.format, ",.3~r"] {
      let options = DisplayOptions(format: format, label: label)
      guard
        let formatter = try? ValueFormatter(shown, options: options, language: language),
        let displayed = try? formatter.format(.number(number)), !displayed.roundsToZero
      else { continue }
      return displayed.text
    }
    return PlainNumber.text(number)
  }

  private func signed(_ number: Double, unit: DataUnit?) -> String {
    (number < 0 ? language.numbers.minus : "+") + text(number.magnitude, unit: unit)
  }

  private func percent(_ fraction: Double) -> String {
    let format = fraction.magnitude < 0.1 ? "+.1~%" : "+,.0%"
    return (try? NumberFormat(format, locale: language.numbers))?.format(fraction)
      ?? PlainNumber.text(fraction)
  }

  private var language: DisplayLanguage { context.texts.language }
}

extension DataUnit {
  /// The unit of a difference: that of two values in per cent is in percentage points.
  var asDifference: DataUnit {
    readerSymbol == "%" ? DataUnit("pp", name: "percentage points") : self
  }
}
