public import Diagnostics
public import Documents

/// `flatten`: one row for each element of lists.
public struct FlattenTransform: TableTransform {
  /// The columns of lists, which are walked together.
  public var fields: [FieldPath]
  /// The names of the columns of elements; the lists' own where there is none.
  public var names: [String]
  /// The name of the column of the elements' places, if wanted.
  public var indexName: String?

  /// A flattening.
  public init(_ fields: [String], as names: [String] = [], index indexName: String? = nil) {
    self.fields = fields.map { FieldPath($0) }
    self.names = names
    self.indexName = indexName
  }

  /// Reads `{flatten, as, index}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(node, path: path, what: "a flatten transform", into: diagnostics)
    else { return nil }
    let fields = reader.strings("flatten") ?? []
    let names = reader.strings("as") ?? []
    let index = reader.string("index")
    reader.finish()
    self.init(fields, as: names, index: index)
  }

  /// As many rows for a row as its longest list has elements; shorter lists end in null.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let accessors = fields.map(table.accessor)
    let lists = accessors.map { accessor in
      table.indices.map { accessor.value(in: $0).list ?? [] }
    }
    let counts = table.indices.map { row in lists.map { $0[row].count }.max() ?? 0 }
    var result = table.rows(
      at: table.indices.flatMap { Array(repeating: $0, count: counts[$0]) })
    for (index, field) in fields.enumerated() {
      let elements = zip(lists[index], counts).flatMap { list, count in
        list + Array(repeating: .null, count: count - list.count)
      }
      result.setColumn(index < names.count ? names[index] : field.description, elements)
    }
    if let indexName {
      result.setColumn(indexName, counts.flatMap { (0..<$0).map { .number(Double($0)) } })
    }
    return result
  }
}
