/// A summary of a span that moves forwards over a column: each value comes in once and goes out once.
struct SlidingSummary {
  private let operation: AggregateOperation
  private let column: [ChartValue]
  private let numbers: [Double?]
  private var span = 0..<0
  private var count = 0.0
  private var missing = 0.0
  private var sum = ExactSum()
  private var sorted: [Double] = []
  /// Places of values that no later one beats, the best first.
  private var candidates: [Int] = []
  private var front = 0

  /// A summary at the start of a column; nil where each span needs all values anew.
  init?(_ operation: AggregateOperation, _ column: [ChartValue]) {
    switch operation {
    case .valid, .missing, .sum, .mean, .average, .median, .q1, .q3, .min, .max, .argmin, .argmax:
      break
    default: return nil
    }
    self.operation = operation
    self.column = column
    numbers = column.map { $0.isValid && $0 != "" ? $0.toNumber : nil }
    let isSum = operation == .sum || operation == .mean || operation == .average
    // What is infinite could not be taken out of a sum again.
    if isSum, numbers.contains(where: { $0.map { !$0.isFinite } ?? false }) { return nil }
  }

  /// Moves to a span that begins and ends no earlier than the last, and gives the result for it: a value,
  /// or the place of the row for the operations that give rows.
  mutating func move(to next: Range<Int>) -> (value: ChartValue, row: Int?) {
    for place in span.upperBound..<max(span.upperBound, next.upperBound) { add(place) }
    for place in span.lowerBound..<max(span.lowerBound, next.lowerBound) { remove(place) }
    span = next
    return result
  }

  private var result: (value: ChartValue, row: Int?) {
    switch operation {
    case .valid: return (.number(count), nil)
    case .missing: return (.number(missing), nil)
    case .sum: return (count == 0 ? .undefined : .number(sum.value), nil)
    case .mean, .average: return (count == 0 ? .undefined : .number(sum.value / count), nil)
    case .median, .q1, .q3:
      let share = operation == .median ? 0.5 : operation == .q1 ? 0.25 : 0.75
      let quantile = Statistics.quantile(sorted: sorted, share)
      return (sorted.isEmpty ? .undefined : .number(quantile), nil)
    default:
      guard front < candidates.count else { return (.undefined, nil) }
      return (column[candidates[front]], candidates[front])
    }
  }

  private mutating func add(_ place: Int) {
    guard let number = numbers[place] else {
      if isMissing(place) { missing += 1 }
      return
    }
    count += 1
    switch operation {
    case .sum, .mean, .average: sum.add(number)
    case .median, .q1, .q3: if !number.isNaN { sorted.insert(number, at: rank(number)) }
    case .min, .max, .argmin, .argmax:
      while front < candidates.count, isBetter(place, than: candidates[candidates.count - 1]) {
        candidates.removeLast()
      }
      candidates.append(place)
    default: break
    }
  }

  private mutating func remove(_ place: Int) {
    guard let number = numbers[place] else {
      if isMissing(place) { missing -= 1 }
      return
    }
    count -= 1
    switch operation {
    case .sum, .mean, .average: sum.add(-number)
    case .median, .q1, .q3:
      let rank = rank(number)
      if rank < sorted.count, sorted[rank] == number { sorted.remove(at: rank) }
    case .min, .max, .argmin, .argmax:
      if front < candidates.count, candidates[front] == place { front += 1 }
    default: break
    }
  }

  private func isMissing(_ place: Int) -> Bool { column[place].isMissing || column[place] == "" }

  private func isBetter(_ a: Int, than b: Int) -> Bool {
    operation == .min || operation == .argmin
      ? ChartValue.isLess(column[a], column[b]) : ChartValue.isLess(column[b], column[a])
  }

  /// The number of sorted values below one.
  private func rank(_ number: Double) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A sum that keeps what rounding loses (Neumaier's variant of Kahan's summation).
struct ExactSum {
  private var sum = 0.0
  private var lost = 0.0

  /// Adds a number.
  mutating func add(_ x: Double) {
    let next = sum + x
    lost += sum.magnitude >= x.magnitude ? (sum - next) + x : (x - next) + sum
    sum = next
  }

  /// The sum.
  var value: Double { sum + lost }
}
