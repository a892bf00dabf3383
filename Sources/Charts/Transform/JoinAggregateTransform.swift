public import Diagnostics
public import Documents

/// `joinaggregate`: the summaries of its group beside each row.
public struct JoinAggregateTransform: TableTransform {
  /// The summaries.
  public var aggregates: [AggregateField]
  /// The fields whose values make the groups.
  public var groupBy: [FieldPath]

  /// A joined aggregation.
  public init(_ aggregates: [AggregateField], groupBy: [String] = []) {
    self.aggregates = aggregates
    self.groupBy = groupBy.map { FieldPath($0) }
  }

  /// Reads `{joinaggregate: […], groupby: […]}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(
        node, path: path, what: "a joinaggregate transform", into: diagnostics)
    else { return nil }
    let nodes = reader.list("joinaggregate") ?? []
    let groupBy = reader.strings("groupby") ?? []
    reader.finish()
    self.init(
      nodes.compactMap { AggregateField($0, path: path, into: diagnostics) }, groupBy: groupBy)
  }

  /// The rows in their order, with one more column for each summary.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let grouping = Grouping(table, by: groupBy)
    var result = table
    for aggregate in aggregates {
      let values = aggregate.results(table, grouping.groups)
      result.setColumn(aggregate.name, grouping.groupOfRow.map { values[$0] })
    }
    return result
  }
}
