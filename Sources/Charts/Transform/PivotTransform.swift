public import Diagnostics
public import Documents

/// `pivot`: one column for each value of a field.
public struct PivotTransform: TableTransform {
  /// The field whose values become columns.
  public var field: FieldPath
  /// The field whose values are put there.
  public var value: FieldPath
  /// The fields whose values make the rows.
  public var groupBy: [FieldPath]
  /// How several values of one place are summed up.
  public var operation: AggregateOperation
  /// The most columns; nil or 0 for all.
  public var limit: Int?

  /// A pivot.
  public init(
    _ field: String, value: String, groupBy: [String] = [], operation: AggregateOperation = .sum,
    limit: Int? = nil
  ) {
    self.field = FieldPath(field)
    self.value = FieldPath(value)
    self.groupBy = groupBy.map { FieldPath($0) }
    self.operation = operation
    self.limit = limit
  }

  /// Reads `{pivot, value, groupby, op, limit}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard var reader = MappingReader(node, path: path, what: "a pivot transform", into: diagnostics)
    else { return nil }
    let field = reader.requiredString("pivot")
    let value = reader.requiredString("value")
    let groupBy = reader.strings("groupby") ?? []
    let operation = reader.choice("op", AggregateOperation.self) ?? .sum
    let limit = reader.integer("limit")
    reader.finish()
    guard let field, let value else { return nil }
    self.init(field, value: value, groupBy: groupBy, operation: operation, limit: limit)
  }

  /// The groups' rows; the new columns stand in the order of their names, and a group without such a
  /// value has nothing there.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let keys = table.accessor(field).values(of: table)
    var seen = Set<String>()
    var columns = keys.filter { !$0.isMissing }.map(\.toText).filter { seen.insert($0).inserted }
    columns.sort(by: ChartValue.precedes)
    if let limit, limit > 0 { columns = Array(columns.prefix(limit)) }

    let groups = Grouping(table, by: groupBy).groups
    if columns.count * groups.count > TransformEnvironment.sizeLimit {
      environment.reportSize(
        "a pivot of \(columns.count) columns and \(groups.count) rows is too large",
        remedy: "give it a `limit` or fewer groups")
      columns = Array(columns.prefix(max(1, TransformEnvironment.sizeLimit / groups.count)))
    }
    let groupAccessors = groupBy.map(table.accessor)
    let accessor = table.accessor(value)
    let names =
      groupBy.map(\.description) + columns.filter { !groupBy.map(\.description).contains($0) }
    let rows = groups.map { places in
      let first = groupAccessors.map { $0.value(in: places[0]) }
      let byColumn = Dictionary(grouping: places) { keys[$0].toText }
      let cells = names.dropFirst(groupBy.count).map { name -> ChartValue in
        let members = byColumn[name] ?? []
        if members.isEmpty { return empty }
        let values = members.map(accessor.value)
        return operation.apply(values) { table.record(members[$0]) }
      }
      return first + cells
    }
    return ChartTable(fields: names, rows: rows)
  }

  /// What stands where a group has no value of a column.
  private var empty: ChartValue {
    operation == .count ? 0 : .undefined
  }
}
