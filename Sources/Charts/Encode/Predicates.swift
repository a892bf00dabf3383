import Documents

/// The conditions of channels: evaluated once for all rows, as columns that encoders read.
struct Predicates {
  let scope: UnitScope

  /// Whether a row meets a condition; nil where the condition is faulty, which is reported.
  func test(_ condition: ConditionSpec) -> ((Row) -> Bool)? {
    guard scope.table.index(of: condition.column) != nil else { return nil }
    let read = scope.reader(condition.column)
    return { read($0) == .boolean(true) }
  }

  /// The table with a column for each condition of the encoding.
  static func columns(
    _ table: ChartTable, _ encoding: TypedEncoding, environment: ExpressionEnvironment,
    context: SpecContext
  ) -> ChartTable {
    var result = table
    for condition in encoding.channels.flatMap(\.conditions) {
      guard let predicate = predicate(condition, environment, context) else { continue }
      let values = predicate.evaluate(table, environment: environment)
      result.setColumn(condition.column, values.map(ChartValue.boolean))
    }
    return result
  }

  private static func predicate(
    _ condition: ConditionSpec, _ environment: ExpressionEnvironment, _ context: SpecContext
  ) -> Predicate? {
    if let test = condition.test {
      return Predicate(test, path: context.path, parameters: nil, into: context.collector)
    }
    guard let name = condition.param,
      Parameters.check(name, at: condition.definition.range, environment, context)
    else { return nil }
    return .parameter(name, isEmptyTrue: condition.empty)
  }
}
