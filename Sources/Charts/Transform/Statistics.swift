/// Numbers about numbers (d3-array and vega-statistics).
enum Statistics {
  /// The quantile of sorted numbers by linear interpolation (R's type 7, d3's `quantileSorted`).
  static func quantile(sorted values: [Double], _ p: Double) -> Double {
    guard let first = values.first, let last = values.last, !p.isNaN else { return .nan }
    if p <= 0 || values.count < 2 { return first }
    if p >= 1 { return last }
    let place = Double(values.count - 1) * p
    let index = Int(place.rounded(.down))
    let value = values[index]
    return value + (values[index + 1] - value) * (place - Double(index))
  }

  /// The mean by Welford's updates, as vega-transforms computes it.
  static func mean(_ numbers: [Double]) -> Double {
    var mean = 0.0
    for (index, number) in numbers.enumerated() { mean += (number - mean) / Double(index + 1) }
    return mean
  }

  /// The sum of squared distances from the mean, divided by the count less `minus`; nil below two numbers.
  static func deviation(_ numbers: [Double], minus: Double) -> Double? {
    guard numbers.count > 1 else { return nil }
    var mean = 0.0
    var sum = 0.0
    for (index, number) in numbers.enumerated() {
      let distance = number - mean
      mean += distance / Double(index + 1)
      sum += distance * (number - mean)
    }
    return sum / (Double(numbers.count) - minus)
  }

  /// The 95 % interval of the mean from 1000 bootstrap samples, always drawn the same
  /// (vega-statistics: `bootstrapCI`).
  static func confidenceInterval(_ numbers: [Double]) -> (lower: Double, upper: Double) {
    let values = numbers.filter { !$0.isNaN }
    guard values.count > 1 else { return (values.first ?? .nan, values.first ?? .nan) }
    var generator = SeededGenerator(seed: 0)
    let means = (0..<1000).map { _ in
      var sum = 0.0
      for _ in values.indices { sum += values[generator.index(below: values.count)] }
      return sum / Double(values.count)
    }.sorted()
    return (quantile(sorted: means, 0.025), quantile(sorted: means, 0.975))
  }
}

/// A generator of numbers that look random and are the same every time: Steele, Lea and Flood's SplitMix64.
struct SeededGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next number of 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to and without 1.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A place from 0 up to and without `count`.
  mutating func index(below count: Int) -> Int { min(count - 1, Int(fraction() * Double(count))) }
}
