/// Dates as JavaScript reads and writes them, with UTC as the local time.
package enum DateText {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let lowerMonths = months.map { $0.lowercased() }
  private static let lowerWeekdays = weekdays.map { $0.lowercased() }

  /// A moment as `String(date)` writes it: `Sat Jan 01 2000 00:00:00 GMT+0000 (Coordinated Universal Time)`.
  package static func javaScript(_ milliseconds: Double) -> String {
    guard let time = CivilTime(milliseconds) else { return "Invalid Date" }
    let date = "\(weekdays[time.weekday]) \(months[time.month]) \(padded(time.day, 2))"
    return "\(date) \(padded(time.year, 4)) \(clock(time)) GMT+0000 (Coordinated Universal Time)"
  }

  /// A moment as `toISOString` writes it: `2000-01-01T00:00:00.000Z`.
  package static func iso(_ milliseconds: Double) -> String {
    guard let time = CivilTime(milliseconds) else { return "Invalid Date" }
    let year =
      (0...9999).contains(time.year)
      ? padded(time.year, 4) : (time.year < 0 ? "-" : "+") + padded(abs(time.year), 6)
    return "\(year)-\(padded(time.month + 1, 2))-\(padded(time.day, 2))T\(clock(time))"
      + ".\(padded(time.millisecond, 3))Z"
  }

  private static func clock(_ time: CivilTime) -> String {
    "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value.magnitude)
    let fill = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return (value < 0 ? "-" : "") + fill + digits
  }

  /// A text as `Date.parse` reads it, in milliseconds since 1970; nil where it is no date.
  ///
  /// Reads ISO 8601 (with or without time and offset, years of four or six digits) and the forms that
  /// browsers know beside it: `2000/1/31`, `1/31/2000`, `Jan 31 2000`, `31 January 2000 10:00 PM`,
  /// `Mon, 31 Jan 2000 10:00:00 GMT`, `Jan 2000`. Without an offset both are UTC.
  package static func parse(_ text: String) -> Double? {
    let trimmed = String(JavaScriptNumber.trim(text))
    guard trimmed.utf8.count <= 100 else { return nil }
    let moment = ISODateReader.read(trimmed) ?? LegacyDateReader.read(trimmed)
    guard let moment, !moment.isNaN else { return nil }
    return moment
  }

  /// The number of the month, from 0, that a word of at least three letters begins.
  static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    let start = word.prefix(3).lowercased()
    return lowerMonths.firstIndex(of: start)
  }

  /// Whether a word of at least three letters names a day of the week.
  static func isWeekday(_ word: String) -> Bool {
    guard word.utf8.count >= 3 else { return false }
    let start = word.prefix(3).lowercased()
    return lowerWeekdays.contains(start)
  }
}
