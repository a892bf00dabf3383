#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

extension ContinuousScale {
  /// About `count` round values of the domain, in its direction (d3-scale: `linear`, `log`, `time`).
  public func ticks(_ count: Double = 10) -> [Double] {
    guard let first = domain.first, let last = domain.last else { return [] }
    return switch kind {
    case .time: TimeTicks.values(first, last, count)
    case .log(let base): LogTicks.values(first, last, count, base: base)
    default: Ticks.values(first, last, count)
    }
  }

  /// The scale with the domain's ends moved outwards to round values.
  public func nice(_ count: Double = 10) -> ContinuousScale {
    var result = self
    guard domain.count > 1 else { return self }
    let (first, last) = (domain[0], domain[domain.count - 1])
    let isReversed = last < first
    let (low, high) = (min(first, last), max(first, last))
    let (start, stop): (Double, Double)
    switch kind {
    case .time:
      guard let interval = TimeTicks.interval(low, high, count) else { return self }
      (start, stop) = (interval.floor(low), interval.ceiling(high))
    case .log(let base):
      (start, stop) = LogTicks.nice(low, high, base: base)
    case .identity:
      return self
    default:
      (start, stop) = Self.niceLinear(low, high, count)
    }
    guard start.isFinite, stop.isFinite else { return self }
    result.domain[0] = isReversed ? stop : start
    result.domain[domain.count - 1] = isReversed ? start : stop
    return result
  }

  /// The scale of moments with its ends moved outwards to beginnings of an interval.
  public func nice(_ interval: CalendarInterval) -> ContinuousScale {
    var result = self
    guard domain.count > 1 else { return self }
    let (first, last) = (domain[0], domain[domain.count - 1])
    let isReversed = last < first
    let (start, stop) = (interval.floor(min(first, last)), interval.ceiling(max(first, last)))
    guard start.isFinite, stop.isFinite else { return self }
    result.domain[0] = isReversed ? stop : start
    result.domain[domain.count - 1] = isReversed ? start : stop
    return result
  }

  /// d3-scale's own `nice`: at most ten rounds, and only what the last step leaves is taken.
  private static func niceLinear(_ low: Double, _ high: Double, _ count: Double) -> (Double, Double)
  {
    var (start, stop) = (low, high)
    var previous: Double?
    for _ in 0..<10 {
      let step = Ticks.increment(start, stop, count)
      if step == previous { return (start, stop) }
      guard step != 0, step.isFinite else { break }
      (start, stop) = Ticks.extended(start, stop, step)
      previous = step
    }
    return (low, high)
  }
}
