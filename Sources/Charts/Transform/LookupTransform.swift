public import Diagnostics
public import Documents

/// `lookup`: fields of the row of another table that has the same key.
public struct LookupTransform: TableTransform {
  /// The field to look up.
  public var field: FieldPath
  /// The data that is looked into, or the mapping that names a selection.
  public var source: DocumentNode?
  /// The field that the other table's rows are found by.
  public var key: FieldPath
  /// The fields that are taken over; empty takes the whole row.
  public var fields: [FieldPath]
  /// The names of what is taken over; the fields' own where there are none.
  public var names: [String]
  /// What stands where nothing is found.
  public var fallback: ChartValue

  /// Reads `{lookup, from: {data, key, fields}, as, default}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(node, path: path, what: "a lookup transform", into: diagnostics)
    else { return nil }
    let field = reader.requiredString("lookup")
    let names = reader.strings("as") ?? []
    let fallback = reader.node("default").map { ChartValue($0) } ?? .null
    var from = reader.reader("from", what: "`from`")
    reader.finish()
    let parameter = from?.string("param")
    let source = parameter == nil ? from?.requiredNode("data") : node["from"]
    let key = from?.requiredString("key")
    let fields = from?.strings("fields") ?? []
    from?.finish()
    guard let field, let key, source != nil else { return nil }
    self.field = FieldPath(field)
    self.source = source
    self.key = FieldPath(key)
    self.fields = fields.map { FieldPath($0) }
    // The row that a selection gives is called like the selection.
    self.names = names.isEmpty && fields.isEmpty ? parameter.map { [$0] } ?? [] : names
    self.fallback = fallback
  }

  /// A lookup.
  public init(
    _ field: String, from source: DocumentNode?, key: String, fields: [String] = [],
    as names: [String] = [], default fallback: ChartValue = .null
  ) {
    self.field = FieldPath(field)
    self.source = source
    self.key = FieldPath(key)
    self.fields = fields.map { FieldPath($0) }
    self.names = names
    self.fallback = fallback
  }

  /// The table with what was found; of several rows with one key the last counts, as in Vega.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    guard let other = source.flatMap(environment.data) else { return table }
    let otherKey = other.accessor(key)
    var places: [ChartValue: Int] = [:]
    for row in other.indices { places[otherKey.value(in: row).key] = row }
    let accessor = table.accessor(field)
    let found = table.indices.map { places[accessor.value(in: $0).key] }
    var result = table
    if fields.isEmpty {
      let name = names.first ?? field.description
      result.setColumn(name, found.map { $0.map(other.record) ?? fallback })
      return result
    }
    for (index, path) in fields.enumerated() {
      let source = other.accessor(path)
      let values = found.map { $0.map(source.value) ?? fallback }
      result.setColumn(index < names.count ? names[index] : path.description, values)
    }
    return result
  }
}
