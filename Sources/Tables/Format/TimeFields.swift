/// What a text says about a time, before the parts are put together as d3-time-format does.
struct TimeFields {
  var year = 1900
  var month: Int?
  var day = 1
  /// Whether `day` counts from the first of January.
  var isDayOfYear = false
  var quarter: Int?
  var hour = 0
  var minute = 0
  var second = 0
  var millisecond = 0
  /// 0 before noon, 1 after.
  var period: Int?
  /// From 0, Sunday.
  var weekday: Int?
  /// From 1, Monday, to 7.
  var mondayBasedDay: Int?
  var sundayWeek: Int?
  var mondayWeek: Int?
  var isoWeek: Int?
  /// Hours and minutes to add, as the number hhmm.
  var zone = 0
  var unixMilliseconds: Double?
  var unixSeconds: Double?

  /// The time in milliseconds since 1970 UTC; nil for a week that no year has.
  var milliseconds: Double? {
    if let unixMilliseconds { return unixMilliseconds }
    if let unixSeconds { return unixSeconds * 1000 + Double(millisecond) }
    guard let (year, month, day) = date else { return nil }
    return CalendarTime.milliseconds(
      year: year, month: month, day: day,
      hour: (period.map { hour % 12 + $0 * 12 } ?? hour) + zone / 100, minute: minute + zone % 100,
      second: second, millisecond: millisecond)
  }

  /// Whether every part is within its range.
  var exists: Bool {
    let month = month ?? 1
    guard 1...12 ~= month, hour < 24, minute < 60, second < 60 else { return false }
    // The day of the year is read as a day of January.
    return day >= 1 && day <= (isDayOfYear ? 366 : CalendarTime.days(inMonth: month, of: year))
  }

  /// Year, month and day; the day may lie beyond the month.
  private var date: (Int, Int, Int)? {
    let newYear = CalendarParts(CalendarTime.milliseconds(year: year)).weekday
    if let isoWeek {
      guard 1...53 ~= isoWeek else { return nil }
      // The Monday of week 1, the week of the first Thursday, as a day of January.
      let monday = 1 - (newYear + 6) % 7 + ((newYear + 6) % 7 > 3 ? 7 : 0)
      return (year, 1, monday + (isoWeek - 1) * 7 + (dayOfWeek(orElse: 1) + 6) % 7)
    }
    if let mondayWeek {
      let monday = (dayOfWeek(orElse: 1) + 6) % 7
      return (year, 1, monday + mondayWeek * 7 - (newYear + 5) % 7)
    }
    if let sundayWeek {
      return (year, 1, dayOfWeek(orElse: 0) + sundayWeek * 7 - (newYear + 6) % 7)
    }
    return (year, month ?? quarter.map { $0 * 3 - 2 } ?? 1, day)
  }

  private func dayOfWeek(orElse other: Int) -> Int {
    weekday ?? mondayBasedDay.map { $0 % 7 } ?? other
  }
}
