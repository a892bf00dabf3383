public import Diagnostics
public import Documents

/// One summary of an aggregation: the operation, its field, and the name of the result.
public struct AggregateField: Hashable, Sendable {
  /// The operation.
  public var operation: AggregateOperation
  /// The field; nil for counts.
  public var field: FieldPath?
  /// The name of the result.
  public var name: String

  /// A summary; its name is made of operation and field unless given.
  public init(_ operation: AggregateOperation, _ field: String? = nil, as name: String? = nil) {
    self.operation = operation
    self.field = field.map { FieldPath($0) }
    self.name =
      name ?? (field.map { "\(operation.rawValue)_\(FieldPath($0).name)" } ?? operation.rawValue)
  }

  /// Reads `{op, field, as}`.
  init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard var reader = MappingReader(node, path: path, what: "an aggregation", into: diagnostics)
    else { return nil }
    let operation = reader.choice("op", AggregateOperation.self)
    let field = reader.string("field")
    let name = reader.string("as")
    reader.finish()
    guard let operation else {
      if node["op"] == nil { _ = reader.requiredString("op") }
      return nil
    }
    self.init(operation, field == "*" ? nil : field, as: name)
  }

  /// The result for each group of a table's rows.
  func results(_ table: ChartTable, _ groups: [[Int]]) -> [ChartValue] {
    let accessor = field.map(table.accessor)
    return groups.map { places in
      if operation == .count { return .number(Double(places.count)) }
      let values = places.map { accessor?.value(in: $0) ?? .undefined }
      return operation.apply(values) { table.record(places[$0]) }
    }
  }
}

/// `aggregate`: one row for each group, with the group's values and the summaries.
public struct AggregateTransform: TableTransform {
  /// The summaries.
  public var aggregates: [AggregateField]
  /// The fields whose values make the groups.
  public var groupBy: [FieldPath]
  /// Those among them whose values follow from the others', so that groups need not be told apart by them.
  private var derived: Set<String> = []

  /// An aggregation.
  public init(_ aggregates: [AggregateField], groupBy: [String] = []) {
    self.aggregates = aggregates
    self.groupBy = groupBy.map { FieldPath($0) }
  }

  /// An aggregation of which some of the fields that make the groups follow from the others.
  init(_ aggregates: [AggregateField], groupBy: [String], derived: Set<String>) {
    self.init(aggregates, groupBy: groupBy)
    self.derived = derived
  }

  /// Reads `{aggregate: […], groupby: […]}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(
        node, path: path, what: "an aggregate transform", into: diagnostics)
    else { return nil }
    let nodes = reader.list("aggregate") ?? []
    let groupBy = reader.strings("groupby") ?? []
    reader.finish()
    self.init(
      nodes.compactMap { AggregateField($0, path: path, into: diagnostics) }, groupBy: groupBy)
  }

  /// The groups' rows, in the order in which the groups first appear.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let parting = groupBy.filter { !derived.contains($0.description) }
    let groups = Grouping(table, by: parting).groups
    let keys = groupBy.map(table.accessor)
    var result = ChartTable(count: groups.count)
    for (field, key) in zip(groupBy, keys) {
      result.setColumn(field.description, groups.map { key.value(in: $0[0]) })
    }
    for aggregate in aggregates {
      result.setColumn(aggregate.name, aggregate.results(table, groups))
    }
    return result
  }
}
