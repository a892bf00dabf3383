/// Shows ISO texts of dates and times.
struct DateDisplay: Sendable {
  private let declared: TimeFormat?
  private let date: TimeFormat
  private let month: TimeFormat
  private let clock: TimeFormat

  /// A formatter by a declared format, or by the language's own.
  init(_ format: String?, language: DisplayLanguage) throws(FormatError) {
    declared = try format.map { text throws(FormatError) in
      try TimeFormat(text, locale: language.times)
    }
    date = try TimeFormat(language.date, locale: language.times)
    month = try TimeFormat(language.month, locale: language.times)
    clock = try TimeFormat("%H:%M", locale: language.times)
  }

  /// A text of a column as it is shown; texts that are no dates stay as they are.
  func text(_ text: String, of column: DataColumn) -> String {
    switch column.type {
    case .time:
      guard let time = CalendarTime.parseClock(text) else { return text }
      return (declared ?? clock).format(time)
    case .datetime:
      guard let time = CalendarTime.parse(text) else { return text }
      return declared?.format(time) ?? "\(date.format(time)), \(clock.format(time))"
    case .date, .yearmonth: return partial(text)
    default: return column.isCalendar ? partial(text) : text
    }
  }

  /// A year as it is shown.
  func text(year: Double) -> String {
    guard let declared, let year = Int(exactly: year) else { return PlainNumber.text(year) }
    return declared.format(CalendarTime.milliseconds(year: year))
  }

  /// A whole or partial date. The declared format holds where it asks for no more than the date says.
  private func partial(_ text: String) -> String {
    guard let time = CalendarTime.parse(text) else { return text }
    let precision: TimeFormat.Precision =
      text.utf8.count <= 4 ? .year : text.utf8.count <= 7 ? .month : .day
    if let declared, declared.precision <= precision { return declared.format(time) }
    return switch precision {
    case .year: text
    case .month: month.format(time)
    case .day: date.format(time)
    }
  }
}

extension TimeFormat {
  /// How much of a date a format shows.
  enum Precision: Int, Comparable {
    case year
    case month
    case day

    static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
  }

  /// The finest part that the format shows.
  var precision: Precision {
    pieces.map { piece in
      switch piece {
      case .text, .directive(.year, _), .directive(.shortYear, _): .year
      case .directive(.month, _), .directive(.shortMonth, _), .directive(.monthName, _),
        .directive(.quarter, _):
        .month
      default: .day
      }
    }.max() ?? .year
  }
}
