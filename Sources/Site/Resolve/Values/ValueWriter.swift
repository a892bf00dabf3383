import Diagnostics
import Tables

/// Shows values in the language and the units of the site.
struct ValueWriter: Sendable {
  /// How the language of the site writes.
  let language: DisplayLanguage
  /// The units of the data package.
  let units: UnitCatalog

  /// A writer for a site.
  init(_ context: SiteContext) {
    language = DisplayLanguage.forLanguage(context.configuration.language) ?? .english
    units = context.data.package?.units ?? UnitCatalog()
  }

  /// A formatter for a column.
  func formatter(
    _ column: DataColumn, _ options: DisplayOptions = DisplayOptions()
  ) throws(DisplayError) -> ValueFormatter {
    try ValueFormatter(column, options: options, units: units, language: language)
  }

  /// A cell that a value refers to, as a text shows it; nil after a report.
  func text(
    _ cell: FoundCell, _ expression: ValueExpression, at place: TextPlace, into draft: PageDraft
  ) -> String? {
    let display = expression.display
    var column = cell.dataColumn
    column.unit = cell.view.unit(cell.row, cell.column)
    let label: DisplayOptions.UnitLabel =
      switch display.unitForm {
      case nil: .none
      case .symbol: .symbol
      case .name: .name
      }
    do {
      let formatter = try formatter(
        column, DisplayOptions(format: display.format, unit: display.unit, label: label))
      if formatter.usesUndeclaredFormat {
        warnAboutFormat(
          of: cell.view, column: cell.column,
          at: place.location(expression.reference.range), into: draft)
      }
      return try formatter.format(cell.value).text
    } catch {
      draft.diagnostics.add(
        diagnostic(error, cell, expression, at: place, column))
      return nil
    }
  }

  /// A period in words.
  func period(_ value: DataValue) -> String {
    switch value {
    case .text(let text):
      let column = DataColumn("period", .string)
      var calendar = column
      calendar.isCalendar = true
      return (try? formatter(calendar).format(.text(text)).text) ?? text
    default: return PlainText.of(value)
    }
  }

  /// From when to when, in words: `2018–2024`; one time where both are the same.
  func period(_ span: PeriodSpan) -> String {
    let (least, greatest) = (period(span.least), period(span.greatest))
    return least == greatest ? least : "\(least)\u{2013}\(greatest)"
  }

  /// Says that no format is declared for numbers that need one, once on a page.
  func warnAboutFormat(
    of view: ResultView, column: Int, at location: SourceLocation, into draft: PageDraft
  ) {
    let name = view.columns[column].name
    draft.warnOnce(
      "value.format", about: view.query + "." + name, at: location,
      "no format is declared for `\(name)` of `\(view.name)`",
      remedy: "declare one for the field or as a measure, or write one here: `| .1f`")
  }

  private func diagnostic(
    _ error: DisplayError, _ cell: FoundCell, _ expression: ValueExpression,
    at place: TextPlace, _ column: DataColumn
  ) -> Diagnostic {
    let reference = cell.reference.canonical
    let whole = place.location(expression.reference.range)
    switch error {
    case .format(let fault):
      let isWritten = expression.display.format != nil
      return Diagnostic(
        .error, "value.format", at: isWritten ? place.location(expression.formatRange) : whole,
        "a format cannot be read", found: "`\(fault.specifier)`: \(fault.reason)",
        expected: "a format such as `,.1f`, `.0%`, `%d %B %Y`",
        remedy: isWritten ? nil : "mend the format of `\(column.name)` in the data package")
    case .percentFormat(let unit):
      return Diagnostic(
        .error, "value.format",
        at: expression.formatRange == nil ? whole : place.location(expression.formatRange),
        error.summary, found: "`\(reference)` in \(unit)", remedy: "write `.1f`, or `.0f`")
    case .conversion(.unknown(let symbol)):
      return .unknownName(
        "value.unit", symbol, what: "unit", among: units.units.keys.sorted(by: inByteOrder),
        at: place.location(expression.unitRange))
    case .conversion(.incompatible):
      let others = column.unit.map { units.alternatives(to: $0) } ?? []
      return Diagnostic(
        .error, "value.unit", at: place.location(expression.unitRange), error.summary,
        expected: others.isEmpty
          ? "no other unit" : others.map { "`\($0)`" }.joined(separator: ", "))
    case .noUnit:
      return Diagnostic(
        .error, "value.unit",
        at: expression.unitRange == nil ? whole : place.location(expression.unitRange),
        "the value has no unit", found: "`\(reference)`",
        remedy: "declare a unit for the field, or a measure of the column's name")
    case .noValue, .notFinite:
      return Diagnostic(
        .error, "value.number", at: whole, error.summary, found: "`\(reference)`",
        remedy: "mend the query: `nullif(x, 0)` keeps a division by zero away")
    }
  }
}
