#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Ticks and round ends of logarithmic scales (d3-scale: `log`).
enum LogTicks {
  /// Powers of the base, with their multiples where there are few powers.
  static func values(_ start: Double, _ stop: Double, _ count: Double, base: Double) -> [Double] {
    guard start.isFinite, stop.isFinite, start * stop > 0, base > 0, base != 1, count > 0 else {
      return []
    }
    let isReversed = stop < start
    let (u, v) = (min(start, stop), max(start, stop))
    let isNegative = u < 0
    let logs = Base(base, isNegative: isNegative)
    let i = logs.log(u)
    let j = logs.log(v)
    var ticks: [Double] = []
    if base == base.rounded(), j - i < count {
      let (first, last) = (i.rounded(.down), j.rounded(.up))
      guard last - first < Double(Ticks.limit) / max(base, 2) else { return [] }
      for power in stride(from: first, through: last, by: 1) {
        ticks += multiples(power, base: base, isNegative: isNegative, logs).filter {
          $0 >= u && $0 <= v
        }
      }
      if Double(ticks.count) * 2 < count { ticks = Ticks.values(u, v, count) }
    } else {
      ticks = Ticks.values(i, j, min(j - i, count)).map(logs.power)
    }
    return isReversed ? ticks.reversed() : ticks
  }

  /// The ticks of a logarithmic scale that are worth a label: the first multiples of each power where there
  /// are more than wanted (d3-scale: `log.tickFormat`). Ticks of other scales stay as they are.
  static func shown(_ ticks: [Double], count: Double, _ kind: ContinuousScale.Kind) -> [Double] {
    guard case .log(let base) = kind else { return ticks }
    let limit = max(1, base * count / Double(max(1, ticks.count)))
    return ticks.filter { multiple(of: $0, base: base) <= limit }
  }

  /// By what a power of the base is multiplied to give a number.
  static func multiple(of number: Double, base: Double) -> Double {
    let power = pow(base, (log(abs(number)) / log(base)).rounded())
    let multiple = abs(number) / power
    return multiple * base < base - 0.5 ? multiple * base : multiple
  }

  /// The multiples 1 to base - 1 of a power, in increasing order.
  private static func multiples(
    _ power: Double, base: Double, isNegative: Bool, _ logs: Base
  ) -> [Double] {
    guard base < Double(Ticks.limit) else { return [] }
    let factors = stride(from: 1, to: base, by: 1)
    func multiple(_ k: Double) -> Double {
      power < 0 ? k / logs.power(-power) : k * logs.power(power)
    }
    return isNegative
      ? factors.reversed().map { power > 0 ? $0 / logs.power(-power) : $0 * logs.power(power) }
      : factors.map(multiple)
  }

  /// The ends moved outwards to powers of the base.
  static func nice(_ low: Double, _ high: Double, base: Double) -> (Double, Double) {
    guard low * high > 0, base > 0, base != 1 else { return (low, high) }
    let logs = Base(base, isNegative: low < 0)
    return (logs.power(logs.log(low).rounded(.down)), logs.power(logs.log(high).rounded(.up)))
  }

  /// Logarithm and power to a base, mirrored for negative domains as d3's `reflect` does.
  struct Base {
    let base: Double
    let isNegative: Bool

    init(_ base: Double, isNegative: Bool = false) {
      self.base = base
      self.isNegative = isNegative
    }

    func log(_ x: Double) -> Double { isNegative ? -plainLog(-x) : plainLog(x) }

    func power(_ x: Double) -> Double { isNegative ? -plainPower(-x) : plainPower(x) }

    private func plainLog(_ x: Double) -> Double {
      switch base {
      case 10: log10(x)
      case 2: log2(x)
      case M_E: logarithm(x)
      default: logarithm(x) / logarithm(base)
      }
    }

    private func plainPower(_ x: Double) -> Double {
      switch base {
      case 10: x.isFinite ? powerOfTen(x) : (x < 0 ? 0 : x)
      case M_E: exp(x)
      default: pow(base, x)
      }
    }

    /// Ten to a power; read from digits where it is whole, so that it is the nearest number.
    private func powerOfTen(_ x: Double) -> Double {
      x == x.rounded() && x.magnitude < 400 ? Double("1e\(Int(x))") ?? pow(10, x) : pow(10, x)
    }
  }
}

/// The natural logarithm, under a name that the members above do not hide.
private func logarithm(_ x: Double) -> Double { log(x) }
