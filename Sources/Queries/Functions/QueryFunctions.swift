import CSQLite
import Diagnostics
import GRDB
import Tables

/// The functions and the collation that queries have beside SQLite's, and SQLite's that they may use.
enum QueryFunctions {
  /// Makes all of them known to a connection.
  static func register(in db: Database, limits: QueryLimits) throws {
    guard let connection = db.sqliteConnection else { return }
    for aggregate in aggregates(limits) + [RowUnion.function] {
      try aggregate.register(in: connection)
    }
    for function in scalars { db.add(function: function) }
    db.add(collation: DatabaseCollation("title", function: TitleOrder.compare))
  }

  // MARK: Aggregates

  private static func aggregates(_ limits: QueryLimits) -> [AggregateFunction] {
    func numbers(
      _ name: String, _ arguments: Int32 = 1, _ formula: @escaping NumberState.Formula
    ) -> AggregateFunction {
      AggregateFunction(name, arguments) {
        NumberState(name, limit: limits.aggregateValues, formula: formula)
      }
    }
    return [
      numbers("median", 1, NumberFormula.median),
      numbers("quantile", 2, NumberFormula.quantile),
      numbers("stddev", 1, NumberFormula.standardDeviation),
      numbers("hhi", 1, NumberFormula.concentration),
      AggregateFunction("sources", 1) {
        TextState(parts: sourceIDs, formula: { SourceList.text($0) })
      },
      AggregateFunction("worst_status", 1) {
        TextState(parts: statusWord, formula: worstStatus)
      },
    ]
  }

  private static func sourceIDs(_ value: DatabaseValue) throws(AggregateFault) -> [String] {
    guard case .string(let cell) = value.storage else {
      throw AggregateFault(message: "sources() needs source ids, not \(value)")
    }
    return SourceList.ids(in: cell)
  }

  private static func statusWord(_ value: DatabaseValue) throws(AggregateFault) -> [String] {
    let words = DataStatus.allCases.map(\.word)
    guard case .string(let word) = value.storage, words.contains(word) else {
      throw AggregateFault(
        message: "worst_status() needs one of \(words.joined(separator: ", ")), not \(value)")
    }
    return [word]
  }

  private static func worstStatus(_ words: [String]) -> String? {
    DataStatus.allCases.first { words.contains($0.word) }?.word
  }

  // MARK: Scalar functions

  private static var scalars: [DatabaseFunction] {
    [
      comparison("about") { x, y, tolerance in abs(x - y) <= tolerance * abs(y) + slack(x, y) },
      comparison("within") { x, y, distance in abs(x - y) <= distance + slack(x, y) },
    ]
  }

  /// What rounding may add: 1.05 is about 1 within 0.05, though not in binary numbers.
  private static func slack(_ x: Double, _ y: Double) -> Double { 1e-12 * max(abs(x), abs(y)) }

  /// A function of three numbers; NULL of NULL.
  private static func comparison(
    _ name: String, _ holds: @escaping @Sendable (Double, Double, Double) -> Bool
  ) -> DatabaseFunction {
    DatabaseFunction(name, argumentCount: 3, pure: true) { values in
      if values.contains(where: \.isNull) { return nil }
      let numbers = values.compactMap { value -> Double? in
        switch value.storage {
        case .double(let number): number
        case .int64(let number): Double(number)
        default: nil
        }
      }
      guard numbers.count == 3 else {
        throw DatabaseError(message: "\(name)() needs three numbers")
      }
      return holds(numbers[0], numbers[1], numbers[2])
    }
  }

  // MARK: What may be called

  /// The functions that a query may call. Left out are those that read the clock or draw lots, that
  /// reach outside the data, or that take time or memory without bound (`printf`).
  static let allowed: Set<String> = Set(
    """
    median quantile stddev hhi sources worst_status about within
    avg count group_concat max min sum total
    row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
    abs ceil ceiling coalesce exp floor ifnull iif ln log log10 log2 mod nullif pi pow power round sign
    sqrt trunc acos acosh asin asinh atan atan2 atanh cos cosh degrees radians sin sinh tan tanh
    char glob hex instr length like lower ltrim quote replace rtrim substr substring trim typeof
    unicode upper likely unlikely likelihood
    date time datetime julianday strftime unixepoch
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Why a function is not among those allowed, in words.
  static func refusal(of name: String) -> (summary: String, remedy: String) {
    switch name {
    case "random", "randomblob":
      ("\(name)() draws lots, and a build must give the same result each time", "leave it out")
    case "current_timestamp", "current_date", "current_time":
      (
        "\(name) reads the clock, and a build must give the same result each time",
        "compare with a date of the data or of the edition"
      )
    case "printf", "format":
      ("\(name)() is not allowed", "give the number, and a format where it is shown")
    default:
      (
        "the function \(name)() is not allowed",
        NearMiss.suggestion(for: name, among: allowed).map { "did you mean \($0)()?" }
          ?? "leave it out"
      )
    }
  }
}
