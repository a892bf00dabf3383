import Diagnostics
package import Tables

/// A table that goes into the store, with what its resource declares.
package struct StoredTable: Sendable {
  /// The name by which queries read it.
  package var name: String
  /// The rows.
  package var table: DataTable
  /// What the columns mean.
  package var schema: TableSchema
  /// The resource it was loaded from.
  package var resource: DataResource

  /// A table under its resource's name, or under another.
  package init(
    _ table: DataTable, schema: TableSchema, resource: DataResource, name: String? = nil
  ) {
    self.name = name ?? resource.name
    self.table = table
    self.schema = schema
    self.resource = resource
  }

  /// Where the table is declared, else the beginning of its file.
  var location: SourceLocation { resource.location ?? SourceLocation(resource.path) }

  /// What results need to know of it.
  var facts: TableFacts {
    var facts = TableFacts(name: name)
    for column in table.columns {
      let field = schema.field(column.name)
      facts.fields[column.name.lowercased()] = TableFacts.Field(
        column: column, status: field?.status ?? resource.status, missing: field?.missing,
        unitColumn: unitColumn(field))
    }
    facts.keys = keys
    facts.period = resource.period
    if let source = table.index(of: "source") {
      let cells = Set(table.rows.compactMap { $0[source].text })
      facts.sources = Set(cells.flatMap(SourceList.ids)).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
    return facts
  }

  private func unitColumn(_ field: FieldSchema?) -> String? {
    if case .column(let name)? = field?.unit { name } else { nil }
  }

  /// The sets of columns that rows are looked up by, each once, in the order declared.
  private var keys: [[String]] {
    var seen: Set<[String]> = []
    let declared = [schema.primaryKey] + schema.uniqueKeys + schema.foreignKeys.map(\.fields)
    return declared.filter { key in
      !key.isEmpty && key.allSatisfy { table.index(of: $0) != nil } && seen.insert(key).inserted
    }
  }
}
