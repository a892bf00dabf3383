/// Times as milliseconds since 1 January 1970 UTC, in the proleptic Gregorian calendar.
public enum CalendarTime {
  /// The milliseconds of a day.
  public static let day = 86_400_000.0

  /// The time of a calendar date; parts beyond their range carry over (month 13 is January next year).
  /// Years and months far beyond any calendar are taken as 300,000 years away.
  public static func milliseconds(
    year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0,
    millisecond: Int = 0
  ) -> Double {
    let days = days(year: year, month: month) + Double(day) - 1
    return days * Self.day + Double(hour) * 3_600_000 + Double(minute) * 60_000
      + Double(second) * 1000 + Double(millisecond)
  }

  /// The time that an ISO 8601 text means: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or a date with
  /// `Thh:mm`, seconds, a fraction and an offset (`Z`, `+01:00`); without offset it is UTC.
  /// Nil for other texts and for dates that do not exist.
  public static func parse(_ text: some StringProtocol) -> Double? {
    var reader = ISOReader(text)
    return reader.readTime()
  }

  /// The milliseconds of a time of day `hh:mm` or `hh:mm:ss` with an optional fraction.
  public static func parseClock(_ text: some StringProtocol) -> Double? {
    var reader = ISOReader(text)
    guard let clock = reader.readClock(), reader.isAtEnd else { return nil }
    return clock
  }

  /// `YYYY-MM-DD`.
  public static func dateText(_ milliseconds: Double) -> String {
    let parts = CalendarParts(milliseconds)
    return "\(yearText(parts.year))-\(padded(parts.month))-\(padded(parts.day))"
  }

  /// `YYYY-MM-DDThh:mm:ss`, with a fraction of three digits where there is one; without offset.
  public static func dateTimeText(_ milliseconds: Double) -> String {
    let parts = CalendarParts(milliseconds)
    let clock = "\(padded(parts.hour)):\(padded(parts.minute)):\(padded(parts.second))"
    let fraction = parts.millisecond == 0 ? "" : "." + padded(parts.millisecond, 3)
    return "\(dateText(milliseconds))T\(clock)\(fraction)"
  }

  /// `YYYY-MM-DDThh:mm:ss.sssZ`, as JavaScript's `toISOString` writes it.
  public static func isoText(_ milliseconds: Double) -> String {
    let parts = CalendarParts(milliseconds)
    let clock = "\(padded(parts.hour)):\(padded(parts.minute)):\(padded(parts.second))"
    return "\(dateText(milliseconds))T\(clock).\(padded(parts.millisecond, 3))Z"
  }

  /// Whether a year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The number of days of a month from 1 to 12.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 to the first of a month, by Howard Hinnant's `days_from_civil`.
  private static func days(year: Int, month: Int) -> Double {
    let limit = 300_000
    let months = min(max(month, -12 * limit), 12 * limit) - 1
    let carried = floorDivide(months, 12)
    let month = months - carried * 12 + 1
    let year = min(max(year, -limit), limit) + carried - (month <= 2 ? 1 : 0)
    let era = floorDivide(year, 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Double(era * 146_097 + dayOfEra - 719_468)
  }

  /// Four digits, or a sign and six beyond the years 0 to 9999.
  private static func yearText(_ year: Int) -> String {
    if 0...9999 ~= year { return padded(year, 4) }
    return (year < 0 ? "-" : "+") + padded(abs(year), 6)
  }

  /// Zeros in front up to a width.
  static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// Integer division that rounds down, also below zero.
func floorDivide(_ a: Int, _ b: Int) -> Int {
  let quotient = a / b
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
}
