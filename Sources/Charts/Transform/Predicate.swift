/// A condition on a row (Vega-Lite's predicates): an expression, a test of one field, or several joined.
public indirect enum Predicate: Sendable {
  /// An expression that is true.
  case expression(Expression)
  /// A field's value, cut to a time unit where one is given, that passes a test.
  case field(FieldPath, timeUnit: TimeUnit?, FieldTest)
  /// A parameter: a selection's predicate, or an ordinary parameter's value. `isEmptyTrue` says what an
  /// empty selection gives.
  case parameter(String, isEmptyTrue: Bool)
  /// All of them.
  case all([Predicate])
  /// One of them at least.
  case any([Predicate])
  /// Not this.
  case not(Predicate)

  /// A test of one value.
  public enum FieldTest: Hashable, Sendable {
    /// Equal to a value, and of its type.
    case equal(ChartValue)
    /// Below a value.
    case less(ChartValue)
    /// Below or equal to a value.
    case lessOrEqual(ChartValue)
    /// Above a value.
    case greater(ChartValue)
    /// Above or equal to a value.
    case greaterOrEqual(ChartValue)
    /// Between two values, both included; nil is open.
    case range(ChartValue?, ChartValue?)
    /// One of some values.
    case oneOf([ChartValue])
    /// A finite number or date, or not.
    case valid(Bool)

    /// Whether a value passes.
    public func passes(_ value: ChartValue) -> Bool {
      switch self {
      case .equal(let other): return Self.isSame(value, other)
      case .less(let other): return ChartValue.isLess(value, other)
      case .lessOrEqual(let other): return ChartValue.isLessOrEqual(value, other)
      case .greater(let other): return ChartValue.isLess(other, value)
      case .greaterOrEqual(let other): return ChartValue.isLessOrEqual(other, value)
      case .range(let low, let high):
        let isAbove = low.map { ChartValue.isLessOrEqual($0, value) } ?? true
        return isAbove && (high.map { ChartValue.isLessOrEqual(value, $0) } ?? true)
      case .oneOf(let others): return others.contains { Self.isSame(value, $0) }
      case .valid(let isWanted):
        return (value.isValid && value.toNumber.isFinite) == isWanted
      }
    }

    /// Strict equality, where a moment and its number are one.
    private static func isSame(_ a: ChartValue, _ b: ChartValue) -> Bool {
      if a.isTime || b.isTime { return a.double != nil && a.double == b.double }
      return ChartValue.strictlyEqual(a, b)
    }
  }

  /// Whether each row of a table fulfils the condition.
  public func evaluate(_ table: ChartTable, environment: ExpressionEnvironment = .init()) -> [Bool]
  {
    switch self {
    case .expression(let expression):
      return expression.evaluate(table, environment, \.toBoolean)
    case .field(let path, let timeUnit, let test):
      let accessor = table.accessor(path)
      return table.indices.map { row in
        let value = accessor.value(in: row)
        guard let timeUnit else { return test.passes(value) }
        return test.passes(value.isMissing ? value : .time(timeUnit.floor(value.moment)))
      }
    case .parameter(let name, let isEmptyTrue):
      let value = environment.parameters[name] ?? .undefined
      guard let selection = SelectionValue(value) else {
        return Array(repeating: value.toBoolean, count: table.count)
      }
      if selection.isEmpty { return Array(repeating: isEmptyTrue, count: table.count) }
      return table.indices.map { selection.contains($0, in: table) }
    case .all(let parts):
      let results = parts.map { $0.evaluate(table, environment: environment) }
      return table.indices.map { row in results.allSatisfy { $0[row] } }
    case .any(let parts):
      let results = parts.map { $0.evaluate(table, environment: environment) }
      return table.indices.map { row in results.contains { $0[row] } }
    case .not(let part):
      return part.evaluate(table, environment: environment).map { !$0 }
    }
  }
}

/// The initial value of a selection: for each entry the fields with a value each (point) or with an
/// interval each.
///
/// As a parameter's value it is a list of records whose members are values or lists of two.
public struct SelectionValue: Sendable {
  private let entries: [[String: ChartValue]]

  /// The selection that a parameter's value holds; nil for the value of an ordinary parameter.
  public init?(_ value: ChartValue) {
    guard let list = value.list else { return nil }
    let records = list.compactMap(\.record)
    guard records.count == list.count else { return nil }
    entries = records
  }

  /// Whether nothing is selected.
  public var isEmpty: Bool { entries.isEmpty }

  /// Whether a row agrees with one of the entries.
  public func contains(_ row: Int, in table: ChartTable) -> Bool {
    entries.contains { entry in
      entry.allSatisfy { field, wanted in
        let value = table.accessor(field).value(in: row)
        guard let bounds = wanted.list else {
          return Predicate.FieldTest.equal(wanted).passes(value)
        }
        if bounds.count == 2, let a = bounds[0].double, let b = bounds[1].double {
          return (min(a, b)...max(a, b)).contains(value.toNumber)
        }
        return Predicate.FieldTest.oneOf(bounds).passes(value)
      }
    }
  }
}
