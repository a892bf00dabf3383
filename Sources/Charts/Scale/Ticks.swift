#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Round numbers in an interval (d3-array 3: `ticks`, `tickIncrement`, `tickStep`, `nice`).
public enum Ticks {
  /// The most ticks that are ever made.
  public static let limit = 10_000

  /// About `count` round numbers from `start` to `stop`, in that direction; at most `limit`.
  public static func values(_ start: Double, _ stop: Double, _ count: Double) -> [Double] {
    guard count > 0, start.isFinite, stop.isFinite else { return [] }
    if start == stop { return [start] }
    let isReversed = stop < start
    let spec = specification(min(start, stop), max(start, stop), count)
    guard spec.last >= spec.first, spec.increment != 0, spec.increment.isFinite else { return [] }
    let number = spec.last - spec.first + 1
    guard number <= Double(limit) else { return [] }
    return (0..<Int(number)).map { index in
      let place = isReversed ? spec.last - Double(index) : spec.first + Double(index)
      return spec.increment < 0 ? place / -spec.increment : place * spec.increment
    }
  }

  /// The distance of the ticks between two increasing ends: positive, or minus its reciprocal where it is
  /// below 1, so that it is exact.
  public static func increment(_ start: Double, _ stop: Double, _ count: Double) -> Double {
    specification(start, stop, count).increment
  }

  /// The distance of the ticks; negative where `stop` lies below `start`.
  public static func step(_ start: Double, _ stop: Double, _ count: Double) -> Double {
    let isReversed = stop < start
    let increment = increment(min(start, stop), max(start, stop), count)
    return (isReversed ? -1 : 1) * (increment < 0 ? 1 / -increment : increment)
  }

  /// The interval extended to round numbers, in d3-array's way: until nothing changes.
  public static func nice(_ start: Double, _ stop: Double, _ count: Double) -> (Double, Double) {
    var (start, stop) = (start, stop)
    var previous: Double?
    for _ in 0..<20 {
      let step = increment(start, stop, count)
      if step == previous || step == 0 || !step.isFinite { break }
      (start, stop) = extended(start, stop, step)
      previous = step
    }
    return (start, stop)
  }

  /// Both ends moved outwards to multiples of an increment.
  static func extended(_ start: Double, _ stop: Double, _ step: Double) -> (Double, Double) {
    step > 0
      ? ((start / step).rounded(.down) * step, (stop / step).rounded(.up) * step)
      : ((start * step).rounded(.up) / step, (stop * step).rounded(.down) / step)
  }

  private static func specification(_ start: Double, _ stop: Double, _ count: Double) -> (
    first: Double, last: Double, increment: Double
  ) {
    var count = count
    for _ in 0..<2 {
      let spec = attempt(start, stop, count)
      if spec.last < spec.first, 0.5 <= count, count < 2 {
        count *= 2
      } else {
        return spec
      }
    }
    return attempt(start, stop, count)
  }

  private static func attempt(_ start: Double, _ stop: Double, _ count: Double) -> (
    first: Double, last: Double, increment: Double
  ) {
    let step = (stop - start) / Swift.max(0, count)
    let power = log10(step).rounded(.down)
    let error = step / pow(10, power)
    let factor: Double =
      error >= 50.0.squareRoot()
      ? 10 : error >= 10.0.squareRoot() ? 5 : error >= 2.0.squareRoot() ? 2 : 1
    if power < 0 {
      let increment = pow(10, -power) / factor
      var first = jsRound(start * increment)
      var last = jsRound(stop * increment)
      if first / increment < start { first += 1 }
      if last / increment > stop { last -= 1 }
      return (first, last, -increment)
    }
    let increment = pow(10, power) * factor
    var first = jsRound(start / increment)
    var last = jsRound(stop / increment)
    if first * increment < start { first += 1 }
    if last * increment > stop { last -= 1 }
    return (first, last, increment)
  }
}

/// Rounds halves upwards, as `Math.round` does.
package func jsRound(_ value: Double) -> Double {
  let down = value.rounded(.down)
  return value - down >= 0.5 ? down + 1 : down
}
