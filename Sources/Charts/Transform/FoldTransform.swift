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
    var result = ChartTable(fields: table.fields)
    let key = result.makeColumn(names.key)
    let value = result.makeColumn(names.value)
    let width = result.fields.count
    result.rows.reserveCapacity(table.count * accessors.count)
    for row in table.rows {
      let padded = row + Array(repeating: .undefined, count: width - row.count)
      for (field, accessor) in zip(fields, accessors) {
        var copy = padded
        copy[key] = .text(field.description)
        copy[value] = accessor.value(in: row)
        result.rows.append(copy)
      }
    }
    return result
  }
}
