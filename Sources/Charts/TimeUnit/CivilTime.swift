/// A moment taken apart by the proleptic Gregorian calendar, in UTC.
///
/// Parts beyond their usual bounds are carried over, as `Date.UTC` does: month 12 is January of the next
/// year. The day arithmetic is Howard Hinnant's `days_from_civil`.
package struct CivilTime: Hashable, Sendable {
  /// The year; 0 is 1 BC.
  package var year: Int
  /// The month, 0 to 11.
  package var month: Int
  /// The day of the month, from 1.
  package var day: Int
  /// The hour, 0 to 23.
  package var hour: Int
  /// The minute, 0 to 59.
  package var minute: Int
  /// The second, 0 to 59.
  package var second: Int
  /// The millisecond, 0 to 999.
  package var millisecond: Int

  /// The number of milliseconds of a day.
  package static let dayLength = 86_400_000.0

  /// The largest distance from 1970 that a moment may have, in milliseconds (ECMA-262, 21.4.1.1).
  package static let limit = 8.64e15

  /// A moment of its parts.
  package init(
    year: Int, month: Int = 0, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0,
    millisecond: Int = 0
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  /// The parts of a moment in milliseconds since 1970; nil where it is NaN or out of bounds.
  package init?(_ milliseconds: Double) {
    guard milliseconds.magnitude <= Self.limit else { return nil }
    let days = (milliseconds / Self.dayLength).rounded(.down)
    let rest = Int((milliseconds - days * Self.dayLength).rounded(.down))
    let (year, month, day) = Self.date(Int(days))
    self.init(
      year: year, month: month, day: day, hour: rest / 3_600_000, minute: rest / 60_000 % 60,
      second: rest / 1000 % 60, millisecond: rest % 1000)
  }

  /// The moment in milliseconds since 1970; NaN where it is out of bounds.
  package var milliseconds: Double {
    guard year.magnitude < 400_000, month.magnitude < 10_000_000, day.magnitude < 1 << 40 else {
      return .nan
    }
    let time =
      Double(hour) * 3_600_000 + Double(minute) * 60_000 + Double(second) * 1000
      + Double(millisecond)
    let result = (Double(dayNumber) * Self.dayLength) + time
    return result.magnitude <= Self.limit ? result : .nan
  }

  /// The number of whole days since 1 January 1970.
  package var dayNumber: Int {
    let carry = Self.floorDivide(month, 12)
    let month = self.month - carry * 12 + 1
    let shifted = year + carry - (month <= 2 ? 1 : 0)
    let era = Self.floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468 + day - 1
  }

  /// The day of the week, 0 for Sunday.
  package var weekday: Int {
    let number = (dayNumber + 4) % 7
    return number < 0 ? number + 7 : number
  }

  /// The day of the year, from 1.
  package var dayOfYear: Int { dayNumber - CivilTime(year: year).dayNumber + 1 }

  /// The year, month and day of a number of days since 1970.
  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let index = (5 * dayOfYear + 2) / 153
    let month = index < 10 ? index + 2 : index - 10
    return (
      yearOfEra + era * 400 + (month <= 1 ? 1 : 0), month, dayOfYear - (153 * index + 2) / 5 + 1
    )
  }

  /// Division that rounds towards minus infinity.
  package static func floorDivide(_ a: Int, _ b: Int) -> Int {
    let quotient = a / b
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
  }
}
