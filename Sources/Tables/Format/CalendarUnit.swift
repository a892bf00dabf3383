/// A unit of time to step along a time line in UTC.
public enum CalendarUnit: String, Hashable, Sendable, CaseIterable {
  /// A thousandth of a second.
  case millisecond
  /// A second.
  case second
  /// A minute.
  case minute
  /// An hour.
  case hour
  /// A day.
  case day
  /// A week from Sunday.
  case week
  /// A calendar month.
  case month
  /// A calendar quarter.
  case quarter
  /// A calendar year.
  case year

  /// The milliseconds of units of one length; nil for month, quarter and year.
  public var milliseconds: Double? {
    switch self {
    case .millisecond: 1
    case .second: 1000
    case .minute: 60_000
    case .hour: 3_600_000
    case .day: CalendarTime.day
    case .week: 7 * CalendarTime.day
    case .month, .quarter, .year: nil
    }
  }
}

extension CalendarTime {
  /// The time moved by a number of units. A day that the new month lacks carries over into the next
  /// month, as in JavaScript: 31 January and a month is 3 March.
  public static func adding(_ count: Int, _ unit: CalendarUnit, to milliseconds: Double) -> Double {
    if let length = unit.milliseconds { return milliseconds + Double(count) * length }
    let parts = CalendarParts(milliseconds)
    let months: Int =
      switch unit {
      case .year: 12
      case .quarter: 3
      default: 1
      }
    let start = Self.milliseconds(year: parts.year, month: parts.month, day: parts.day)
    let distance = min(max(count, -4_000_000), 4_000_000) * months
    let moved = Self.milliseconds(
      year: parts.year, month: parts.month + distance, day: parts.day)
    return milliseconds - start + moved
  }

  /// The latest beginning of a unit that is not after the time; weeks begin on Sunday.
  public static func floor(_ milliseconds: Double, to unit: CalendarUnit) -> Double {
    let parts = CalendarParts(milliseconds)
    switch unit {
    case .year: return Self.milliseconds(year: parts.year)
    case .quarter:
      return Self.milliseconds(year: parts.year, month: parts.quarter * 3 - 2)
    case .month: return Self.milliseconds(year: parts.year, month: parts.month)
    case .week:
      return Self.milliseconds(
        year: parts.year, month: parts.month, day: parts.day - parts.weekday)
    case .millisecond, .second, .minute, .hour, .day:
      let length = unit.milliseconds ?? 1
      return (milliseconds / length).rounded(.down) * length
    }
  }

  /// The earliest beginning of a unit that is not before the time.
  public static func ceiling(_ milliseconds: Double, to unit: CalendarUnit) -> Double {
    let start = floor(milliseconds, to: unit)
    return start == milliseconds ? start : adding(1, unit, to: start)
  }
}
