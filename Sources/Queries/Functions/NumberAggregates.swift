import GRDB

/// Gathers numbers and reckons with all of them.
final class NumberState: AggregateState {
  /// The value of the numbers, which come in the order of the rows and are never none; `parameter` is
  /// the second argument, if there is one.
  typealias Formula = (_ values: ArraySlice<Double>, _ parameter: Double) throws(AggregateFault) ->
    Double?

  private let name: String
  private let limit: Int
  private let formula: Formula
  private var values: [Double] = []
  private var first = 0
  private var parameter: Double?

  init(_ name: String, limit: Int, formula: @escaping Formula) {
    self.name = name
    self.limit = limit
    self.formula = formula
  }

  func add(_ row: [DatabaseValue]) throws(AggregateFault) {
    guard let value = number(row[0]) else {
      throw AggregateFault(message: "\(name)() needs numbers, not \(row[0])")
    }
    guard values.count < limit else {
      throw AggregateFault(message: "\(name)() over more than \(limit) values")
    }
    if row.count > 1 { try take(parameter: row[1]) }
    values.append(value)
  }

  private func take(parameter given: DatabaseValue) throws(AggregateFault) {
    guard let value = number(given) else {
      throw AggregateFault(message: "the second argument of \(name)() is a number, not \(given)")
    }
    if let parameter, parameter != value {
      throw AggregateFault(
        message: "the second argument of \(name)() must be the same for all rows")
    }
    parameter = value
  }

  func removeFirst(_ row: [DatabaseValue]) {
    first += 1
    if first > 1_000, first > values.count / 2 {
      values.removeFirst(first)
      first = 0
    }
  }

  func result() throws(AggregateFault) -> DatabaseValue {
    guard first < values.count else { return .null }
    return try formula(values[first...], parameter ?? 0)?.databaseValue ?? .null
  }

  private func number(_ value: DatabaseValue) -> Double? {
    switch value.storage {
    case .double(let number): number
    case .int64(let number): Double(number)
    default: nil
    }
  }
}

/// The formulas of the aggregates over numbers.
enum NumberFormula {
  /// Quantile of type 7 of Hyndman and Fan (1996), as in R and spreadsheets: linear between the two
  /// values around place 1 + (n - 1) p.
  static func quantile(
    _ values: ArraySlice<Double>, _ share: Double
  ) throws(AggregateFault) -> Double? {
    guard share >= 0, share <= 1 else {
      throw AggregateFault(message: "quantile(x, p) needs a p from 0 to 1, not \(share)")
    }
    let sorted = values.sorted()
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    let part = place - Double(below)
    return part == 0 ? sorted[below] : sorted[below] + part * (sorted[above] - sorted[below])
  }

  /// The middle value, or the mean of the two.
  static func median(_ values: ArraySlice<Double>, _: Double) throws(AggregateFault) -> Double? {
    try quantile(values, 0.5)
  }

  /// The sample standard deviation, over n - 1; of one value there is none.
  static func standardDeviation(_ values: ArraySlice<Double>, _: Double) -> Double? {
    guard values.count > 1 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// The Herfindahl-Hirschman index: the sum of the squared per cent shares, 0 to 10,000, of amounts.
  static func concentration(
    _ values: ArraySlice<Double>, _: Double
  ) throws(AggregateFault) -> Double? {
    if let negative = values.first(where: { $0 < 0 }) {
      throw AggregateFault(message: "hhi() needs amounts, none below zero: \(negative)")
    }
    let total = values.reduce(0, +)
    guard total > 0 else { return nil }
    return values.reduce(0) { $0 + ($1 / total * 100) * ($1 / total * 100) }
  }
}
