import Markdown
import Tables

/// Shows dates and counts in the language of the site.
struct SiteTexts: Sendable {
  /// How the language writes.
  let language: DisplayLanguage
  private let dates: ValueFormatter?
  private let partialDates: ValueFormatter?
  private let counts: NumberFormat?

  /// The texts of a language; of one that is not known, in English.
  init(language: String) {
    let language = DisplayLanguage.forLanguage(language) ?? .english
    self.language = language
    dates = try? ValueFormatter(DataColumn("day", .date), language: language)
    partialDates = try? ValueFormatter(
      DataColumn("day", .string, isCalendar: true), language: language)
    counts = try? NumberFormat(",d", locale: language.numbers)
  }

  /// A whole or partial date in words: `4 April 2025`, `March 2014`, `2010`.
  func date(_ iso: String) -> String {
    let formatter = iso.utf8.count == 10 ? dates : partialDates
    return (try? formatter?.format(.text(iso)).text) ?? iso
  }

  /// A whole or partial date as a `time` element.
  func time(_ iso: String) -> String {
    var html = HTMLWriter()
    html.element("time", [("datetime", iso)], text: date(iso))
    return html.html
  }

  /// A value of a column, as tables show it.
  func show(_ value: DataValue, _ column: DataColumn) -> String {
    (try? ValueFormatter(column, language: language).format(value).text) ?? CSVWriter.cell(value)
  }

  /// A number of things.
  func count(_ number: Int) -> String { counts?.format(Double(number)) ?? String(number) }
}
