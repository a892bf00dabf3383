public import Diagnostics
public import Documents

/// `fold`: one row for each of some columns, with the column's name and its value.
public struct FoldTransform: TableTransform {
  /// The columns.
  public var fields: [FieldPath]
  /// The names of the columns of names and of values.
  public var names: (key: String, value: String)

  /// A fold.
  public init(_ fields: [String], as names: (key: String, value: String) = ("key", "value")) {
    self.fields = fields.map { FieldPath($0) }
    self.names = names
  }

  /// Reads `{fold, as}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard var reader = MappingReader(node, path: path, what: "a fold transform", into: diagnostics)
    else { return nil }
    let fields = reader.strings("fold") ?? []
    let names = reader.strings("as") ?? []
    reader.finish()
    self.init(fields, as: (names.first ?? "key", names.count > 1 ? names[1] : "value"))
  }

  /// The rows of each row in turn.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let accessors = fields.map(table.accessor)
    let keys = fields.map { ChartValue.text($0.description) }
    let places = table.indices.flatMap { Array(repeating: $0, count: accessors.count) }
    var result = table.rows(at: places)
    result.setColumn(names.key, table.indices.flatMap { _ in keys })
    result.setColumn(
      names.value, table.indices.flatMap { row in accessors.map { $0.value(in: row) } })
    return result
  }
}
