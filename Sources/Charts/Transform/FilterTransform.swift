public import Diagnostics
public import Documents

/// `filter`: the rows that fulfil a condition.
public struct FilterTransform: TableTransform {
  /// The condition.
  public var predicate: Predicate

  /// A filter.
  public init(_ predicate: Predicate) { self.predicate = predicate }

  /// Reads `{filter}`; `parameters` are the names that the condition may use.
  public init?(
    _ node: DocumentNode, path: String, parameters: Set<String>?,
    into diagnostics: DiagnosticCollector
  ) {
    guard
      var reader = MappingReader(node, path: path, what: "a filter transform", into: diagnostics)
    else { return nil }
    let condition = reader.requiredNode("filter")
    reader.finish()
    guard let condition,
      let predicate = Predicate(
        condition, path: path, parameters: parameters, into: diagnostics)
    else { return nil }
    self.init(predicate)
  }

  /// The table with the rows that fulfil the condition, in their order.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let isKept = predicate.evaluate(table, environment: environment.expressions)
    return table.filter { isKept[$0] }
  }
}
