/// The calendar parts of a time in UTC.
public struct CalendarParts: Hashable, Sendable {
  /// The year; 0 is 1 BC.
  public let year: Int
  /// The month from 1 to 12.
  public let month: Int
  /// The day of the month from 1.
  public let day: Int
  /// The hour from 0 to 23.
  public let hour: Int
  /// The minute from 0 to 59.
  public let minute: Int
  /// The second from 0 to 59.
  public let second: Int
  /// The millisecond from 0 to 999.
  public let millisecond: Int
  /// The day of the week from 0, Sunday.
  public let weekday: Int

  /// The parts of a time in milliseconds since 1970 UTC; what lies beyond JavaScript's dates
  /// (275,000 years) is taken as the nearest of them.
  public init(_ milliseconds: Double) {
    let limit = 8.64e15
    let clamped = milliseconds.isNaN ? 0 : min(max(milliseconds, -limit), limit)
    let whole = Int(clamped.rounded(.down))
    let days = floorDivide(whole, 86_400_000)
    let clock = whole - days * 86_400_000
    hour = clock / 3_600_000
    minute = clock / 60_000 % 60
    second = clock / 1000 % 60
    millisecond = clock % 1000
    weekday = (days % 7 + 11) % 7
    // Howard Hinnant's civil_from_days: eras of 400 years that begin on 1 March.
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The quarter from 1 to 4.
  public var quarter: Int { (month + 2) / 3 }

  /// The day of the year from 1.
  public var dayOfYear: Int {
    (1..<month).reduce(day) { $0 + CalendarTime.days(inMonth: $1, of: year) }
  }

  /// The week of the year from 0: week 1 begins with the first Sunday.
  public var weekFromSunday: Int { (dayOfYear - 1 + 7 - weekday) / 7 }

  /// The week of the year from 0: week 1 begins with the first Monday.
  public var weekFromMonday: Int { (dayOfYear - 1 + 7 - (weekday + 6) % 7) / 7 }

  /// Year and week of ISO 8601: the week belongs to the year of its Thursday.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = dayOfYear + 3 - (weekday + 6) % 7
    let length = CalendarTime.isLeap(year) ? 366 : 365
    if thursday < 1 {
      let previous = CalendarTime.isLeap(year - 1) ? 366 : 365
      return (year - 1, (thursday + previous - 1) / 7 + 1)
    }
    if thursday > length { return (year + 1, 1) }
    return (year, (thursday - 1) / 7 + 1)
  }
}
