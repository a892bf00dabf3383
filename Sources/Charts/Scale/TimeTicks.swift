/// Ticks of time scales: the calendar intervals that suit a span (d3-time: `ticks`).
public enum TimeTicks {
  private static let second = 1000.0
  private static let minute = 60_000.0
  private static let hour = 3_600_000.0
  private static let day = 86_400_000.0
  private static let month = 30 * 86_400_000.0
  private static let year = 365 * 86_400_000.0

  private static let candidates: [(unit: CalendarInterval.Unit, step: Int, length: Double)] = [
    (.second, 1, second), (.second, 5, 5 * second), (.second, 15, 15 * second),
    (.second, 30, 30 * second), (.minute, 1, minute), (.minute, 5, 5 * minute),
    (.minute, 15, 15 * minute), (.minute, 30, 30 * minute), (.hour, 1, hour), (.hour, 3, 3 * hour),
    (.hour, 6, 6 * hour), (.hour, 12, 12 * hour), (.day, 1, day), (.day, 2, 2 * day),
    (.week, 1, 7 * day), (.month, 1, month), (.month, 3, 3 * month), (.year, 1, year),
  ]

  /// The interval that gives about `count` ticks; nil where there is none, as for an empty span.
  public static func interval(_ start: Double, _ stop: Double, _ count: Double)
    -> CalendarInterval?
  {
    guard count > 0, start.isFinite, stop.isFinite else { return nil }
    let target = (stop - start).magnitude / count
    let place = candidates.firstIndex { $0.length > target } ?? candidates.count
    if place == candidates.count {
      return every(.year, Ticks.step(start / year, stop / year, count))
    }
    if place == 0 { return every(.millisecond, max(Ticks.step(start, stop, count), 1)) }
    let (below, above) = (candidates[place - 1], candidates[place])
    let chosen = target / below.length < above.length / target ? below : above
    return CalendarInterval(chosen.unit, step: chosen.step)
  }

  /// About `count` moments from `start` to `stop`, both included, in that direction.
  public static func values(_ start: Double, _ stop: Double, _ count: Double) -> [Double] {
    let isReversed = stop < start
    let (low, high) = (min(start, stop), max(start, stop))
    guard let interval = interval(low, high, count) else { return [] }
    return values(start, stop, every: interval, isReversed: isReversed)
  }

  /// The beginnings of an interval from `start` to `stop`, both included, in that direction.
  public static func values(_ start: Double, _ stop: Double, every interval: CalendarInterval)
    -> [Double]
  {
    values(start, stop, every: interval, isReversed: stop < start)
  }

  private static func values(
    _ start: Double, _ stop: Double, every interval: CalendarInterval, isReversed: Bool
  ) -> [Double] {
    guard start.isFinite, stop.isFinite else { return [] }
    let moments = interval.range(
      from: min(start, stop), to: max(start, stop) + 1, limit: Ticks.limit)
    return isReversed ? moments.reversed() : moments
  }

  private static func every(_ unit: CalendarInterval.Unit, _ step: Double) -> CalendarInterval? {
    guard step.isFinite, step > 0 else { return nil }
    return CalendarInterval(unit, step: Int(min(max(1, step.rounded(.down)), 1e9)))
  }
}
