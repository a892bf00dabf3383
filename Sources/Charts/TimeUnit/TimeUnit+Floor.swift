extension TimeUnit {
  /// The year on which units without a year lie: 2012 is a leap year that begins on a Sunday.
  static let referenceYear = 2012

  /// The beginning of the interval in which a moment lies (vega-time: `timeFloor`): the parts that the
  /// unit does not have are set to their beginning. NaN for an invalid moment.
  public func floor(_ moment: Double) -> Double {
    guard let time = CivilTime(moment) else { return .nan }
    let year = contains(.year) ? stepped(time.year, .year) : Self.referenceYear
    let month =
      contains(.month)
      ? stepped(time.month, .month)
      : contains(.quarter) ? 3 * stepped(time.month / 3, .quarter) : 0
    return CivilTime(
      year: year, month: month, day: day(time, year),
      hour: contains(.hours) ? stepped(time.hour, .hours) : 0,
      minute: contains(.minutes) ? stepped(time.minute, .minutes) : 0,
      second: contains(.seconds) ? stepped(time.second, .seconds) : 0,
      millisecond: contains(.milliseconds) ? stepped(time.millisecond, .milliseconds) : 0
    ).milliseconds
  }

  /// The end of the interval that begins at `start`: the finest part, a step further.
  public func end(of start: Double) -> Double {
    let finest = parts.last ?? .year
    let count = finest == .quarter ? step * 3 : step
    return CalendarInterval(finest.interval).offset(start, by: count)
  }

  /// The middle of the interval that begins at `start`, where `bandPosition` 0.5 lies.
  public func middle(of start: Double) -> Double { (start + end(of: start)) / 2 }

  /// The interval of the calendar that is one step of the unit, for ticks and bands.
  public var interval: CalendarInterval {
    let finest = parts.last ?? .year
    return CalendarInterval(finest.interval, step: finest == .quarter ? step * 3 : step)
  }

  /// The unit that cuts an extent into at most about `maxBins` intervals (vega-time: `timeBin`).
  public static func fitting(_ extent: (Double, Double), maxBins: Double = 40, isUTC: Bool = false)
    -> TimeUnit
  {
    let day = CivilTime.dayLength
    let clock: [Part] = [.year, .month, .date, .hours, .minutes, .seconds, .milliseconds]
    let candidates: [(parts: ArraySlice<Part>, step: Int, length: Double)] = [
      (clock[..<6], 1, 1000), (clock[..<6], 5, 5000), (clock[..<6], 15, 15000),
      (clock[..<6], 30, 30000), (clock[..<5], 1, 60_000), (clock[..<5], 5, 300_000),
      (clock[..<5], 15, 900_000), (clock[..<5], 30, 1_800_000), (clock[..<4], 1, 3_600_000),
      (clock[..<4], 3, 10_800_000), (clock[..<4], 6, 21_600_000), (clock[..<4], 12, 43_200_000),
      (clock[..<3], 1, day), ([.year, .week], 1, 7 * day), (clock[..<2], 1, 30 * day),
      (clock[..<2], 3, 90 * day), (clock[..<1], 1, 365 * day),
    ]
    let target = (extent.1 - extent.0).magnitude / max(1, maxBins)
    let place = candidates.firstIndex { $0.length > target } ?? candidates.count
    func unit(_ parts: ArraySlice<Part>, _ step: Double) -> TimeUnit {
      let whole = step.isFinite ? Int(min(max(1, step.rounded(.down)), 1e9)) : 1
      return TimeUnit(Array(parts), step: whole, isUTC: isUTC)
    }
    if place == candidates.count {
      let year = 365 * day
      return unit(clock[..<1], Ticks.step(extent.0 / year, extent.1 / year, maxBins))
    }
    if place == 0 { return unit(clock[...], Ticks.step(extent.0, extent.1, maxBins)) }
    let (below, above) = (candidates[place - 1], candidates[place])
    let chosen = target / below.length < above.length / target ? below : above
    return unit(chosen.parts, Double(chosen.step))
  }

  /// The day of the month that stands for the moment's week, weekday, day or day of the year.
  private func day(_ time: CivilTime, _ year: Int) -> Int {
    func dayOfWeek(_ week: Int, _ weekday: Int) -> Int {
      weekday + week * 7 - (CivilTime(year: year).weekday + 6) % 7
    }
    if contains(.week), contains(.day) {
      return stepped(dayOfWeek(Self.weekNumber(time), time.weekday), .day, from: 1)
    }
    if contains(.week) { return dayOfWeek(stepped(Self.weekNumber(time), .week, from: 1), 0) }
    if contains(.day) { return stepped(dayOfWeek(1, time.weekday), .day, from: 1) }
    if contains(.date) { return stepped(time.day, .date, from: 1) }
    if contains(.dayofyear) { return stepped(time.dayOfYear, .dayofyear, from: 1) }
    return 1
  }

  /// The number of Sundays of the year up to and with the moment's day.
  static func weekNumber(_ time: CivilTime) -> Int { (time.dayOfYear + 6 - time.weekday) / 7 }

  private func stepped(_ value: Int, _ part: Part, from phase: Int = 0) -> Int {
    guard step > 1, part == parts.last else { return value }
    return phase + step * CivilTime.floorDivide(value - phase, step)
  }
}
