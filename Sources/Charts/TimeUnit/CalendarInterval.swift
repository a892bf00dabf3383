/// A repeating interval of the UTC calendar, such as every 15 minutes or every 3 months (d3-time).
public struct CalendarInterval: Hashable, Sendable {
  /// The unit that an interval counts.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Thousandths of a second.
    case millisecond
    /// Seconds.
    case second
    /// Minutes.
    case minute
    /// Hours.
    case hour
    /// Days.
    case day
    /// Weeks, which begin on Sunday.
    case week
    /// Months.
    case month
    /// Years.
    case year
  }

  /// The unit.
  public let unit: Unit
  /// How many of it; at least 1. Steps begin anew with each larger unit: every second day is the first,
  /// third, … of each month.
  public let step: Int

  /// An interval; a step below 1 counts as 1.
  public init(_ unit: Unit, step: Int = 1) {
    self.unit = unit
    self.step = min(max(step, 1), 1 << 31)
  }

  /// The last beginning of an interval at or before a moment; NaN for an invalid one.
  public func floor(_ moment: Double) -> Double {
    guard var time = CivilTime(moment) else { return .nan }
    switch unit {
    case .millisecond:
      return (moment / Double(step)).rounded(.down) * Double(step)
    case .week:
      let index = Self.weekIndex(time)
      return Self.weekStart(index - modulo(index))
    case .second: time.second -= modulo(time.second)
    case .minute: time.minute -= modulo(time.minute)
    case .hour: time.hour -= modulo(time.hour)
    case .day: time.day -= modulo(time.day - 1)
    case .month: time.month -= modulo(time.month)
    case .year: time.year -= modulo(time.year)
    }
    truncate(&time)
    return time.milliseconds
  }

  /// The first beginning of an interval at or after a moment.
  public func ceiling(_ moment: Double) -> Double {
    let start = floor(moment)
    return start < moment ? next(after: start) : start
  }

  /// The beginning of the interval after the one that begins at `start`.
  public func next(after start: Double) -> Double {
    guard var time = CivilTime(start) else { return .nan }
    switch unit {
    case .millisecond:
      return start + Double(step)
    case .week:
      let index = Self.weekIndex(time)
      return Self.weekStart(index - modulo(index) + step)
    case .second: time.second = min(time.second + step, 60)
    case .minute: time.minute = min(time.minute + step, 60)
    case .hour: time.hour = min(time.hour + step, 24)
    case .day:
      let following = CivilTime(year: time.year, month: time.month + 1)
      let length = following.dayNumber - CivilTime(year: time.year, month: time.month).dayNumber
      time.day = min(time.day + step, length + 1)
    case .month: time.month = min(time.month + step, 12)
    case .year: time.year += step
    }
    return time.milliseconds
  }

  /// A moment moved by a number of units; the step of the interval does not count.
  public func offset(_ moment: Double, by count: Int) -> Double {
    guard var time = CivilTime(moment), count.magnitude < 1 << 50 else { return .nan }
    switch unit {
    case .millisecond: return moment + Double(count)
    case .second: return moment + Double(count) * 1000
    case .minute: return moment + Double(count) * 60_000
    case .hour: return moment + Double(count) * 3_600_000
    case .day: return moment + Double(count) * CivilTime.dayLength
    case .week: return moment + Double(count) * CivilTime.dayLength * 7
    case .month:
      guard count.magnitude < 10_000_000 else { return .nan }
      time.month += count
    case .year:
      guard count.magnitude < 1_000_000 else { return .nan }
      time.year += count
    }
    return time.milliseconds
  }

  /// The beginnings from `start` up to and without `end`, at most `limit` of them.
  public func range(from start: Double, to end: Double, limit: Int = 10_000) -> [Double] {
    var moments: [Double] = []
    var moment = ceiling(start)
    while moment < end, moments.count < limit {
      moments.append(moment)
      moment = next(after: moment)
    }
    return moments
  }

  private func modulo(_ value: Int) -> Int {
    let rest = value % step
    return rest < 0 ? rest + step : rest
  }

  /// Sets all parts smaller than the unit to their beginning.
  private func truncate(_ time: inout CivilTime) {
    time.millisecond = 0
    if unit == .second { return }
    time.second = 0
    if unit == .minute { return }
    time.minute = 0
    if unit == .hour { return }
    time.hour = 0
    if unit == .day { return }
    time.day = 1
    if unit == .month { return }
    time.month = 0
  }

  /// The number of the Sunday-based week, 0 for the one of 28 December 1969.
  private static func weekIndex(_ time: CivilTime) -> Int {
    CivilTime.floorDivide(time.dayNumber + 4, 7)
  }

  private static func weekStart(_ index: Int) -> Double {
    Double(index * 7 - 4) * CivilTime.dayLength
  }
}
