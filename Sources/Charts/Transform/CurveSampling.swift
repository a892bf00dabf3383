#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Samples a function over an interval, closer where it bends (vega-statistics: `sampleCurve`).
enum CurveSampling {
  /// The change of direction, in radians, below which a piece is not divided: half a degree.
  private static let tolerance = 0.5 * Double.pi / 180

  /// The points of a function at both ends and, between them, at `minSteps` to `maxSteps` distances.
  static func points(
    _ function: (Double) -> Double, from start: Double, to end: Double, minSteps: Int = 25,
    maxSteps: Int = 200
  ) -> [(x: Double, y: Double)] {
    let minSteps = max(1, min(minSteps, Ticks.limit))
    let maxSteps = max(minSteps, min(maxSteps, Ticks.limit))
    func point(_ x: Double) -> (x: Double, y: Double) { (x, function(x)) }
    func grid(_ step: Int) -> (x: Double, y: Double) {
      point(start + Double(step) / Double(minSteps) * (end - start))
    }
    let first = point(start)
    if minSteps == maxSteps {
      return [first] + (1..<max(1, minSteps)).map(grid) + [point(end)]
    }
    var found = [first]
    var pending = [point(end)] + (1..<max(1, minSteps)).reversed().map(grid)
    let low = pending.reduce(first.y) { min($0, $1.y) }
    let high = pending.reduce(first.y) { max($0, $1.y) }
    let scale = (x: 1 / (end - start), y: 1 / (high - low))
    let stop = (end - start) / Double(maxSteps)
    var last = first
    while let next = pending.last {
      let middle = point((last.x + next.x) / 2)
      if middle.x - last.x >= stop, angle(last, middle, next, scale) > tolerance,
        found.count + pending.count < Ticks.limit
      {
        pending.append(middle)
      } else {
        last = next
        found.append(next)
        pending.removeLast()
      }
    }
    return found
  }

  private static func angle(
    _ p: (x: Double, y: Double), _ q: (x: Double, y: Double), _ r: (x: Double, y: Double),
    _ scale: (x: Double, y: Double)
  ) -> Double {
    let whole = atan2(scale.y * (r.y - p.y), scale.x * (r.x - p.x))
    let half = atan2(scale.y * (q.y - p.y), scale.x * (q.x - p.x))
    return (whole - half).magnitude
  }
}
