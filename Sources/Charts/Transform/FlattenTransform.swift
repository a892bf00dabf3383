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
    var result = ChartTable(fields: table.fields)
    let columns = fields.enumerated().map { place, field in
      result.makeColumn(place < names.count ? names[place] : field.description)
    }
    let index = indexName.map { result.makeColumn($0) }
    let width = result.fields.count
    for row in table.rows {
      let lists = accessors.map { $0.value(in: row).list ?? [] }
      let padded = row + Array(repeating: .undefined, count: width - row.count)
      for place in 0..<(lists.map(\.count).max() ?? 0) {
        var copy = padded
        for (column, list) in zip(columns, lists) {
          copy[column] = place < list.count ? list[place] : .null
        }
        if let index { copy[index] = .number(Double(place)) }
        result.rows.append(copy)
      }
    }
    return result
  }
}
