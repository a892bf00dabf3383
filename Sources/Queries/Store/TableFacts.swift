import Tables

/// What results need to know of a table's columns.
struct TableFacts: Sendable {
  /// The facts of one column.
  struct Field: Sendable {
    var column: DataColumn
    /// How far its values are known, where anything says so.
    var status: StatusRule?
    /// What NULL means, where it is not an unknown value.
    var missing: FieldSchema.Missing?
    /// The column that holds the unit of each row.
    var unitColumn: String?
  }

  var name: String
  /// The columns, by name in lower case, as SQL compares them.
  var fields: [String: Field] = [:]
  /// Primary, unique and foreign keys, as names of columns.
  var keys: [[String]] = []
  /// The column that says when a row holds.
  var period: String?
  /// The ids in the column `source`, distinct and sorted; nil where there is no such column.
  var sources: [String]?

  init(name: String) {
    self.name = name
  }

  /// The column that holds the units of a column.
  func unitColumn(of column: String) -> String? { fields[column.lowercased()]?.unitColumn }
}
