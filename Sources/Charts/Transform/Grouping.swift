/// The rows of a table by the values of some fields, in the order in which the groups first appear.
public struct Grouping: Sendable {
  /// The places of each group's rows.
  public let groups: [[Int]]
  /// The group of each row.
  public let groupOfRow: [Int]

  /// Groups the rows; without fields all rows are one group, and a table without rows has none.
  public init(_ table: ChartTable, by fields: [FieldPath]) {
    // Field after field: rows are in one group where they were in one and agree in the field too.
    var parts = Parts(groupOfRow: Array(repeating: 0, count: table.count), count: 1)
    for field in fields { parts.divide(by: table.accessor(field)) }
    var groups = [[Int]](repeating: [], count: table.isEmpty ? 0 : parts.count)
    for (row, group) in parts.groupOfRow.enumerated() { groups[group].append(row) }
    self.groups = groups
    groupOfRow = parts.groupOfRow
  }

  /// Rows in groups that are numbered in the order of their first rows.
  private struct Parts {
    var groupOfRow: [Int]
    var count: Int

    /// What rows of one group have in common.
    private struct Key: Hashable {
      var group: Int
      var value: ChartValue
    }

    mutating func divide(by field: FieldAccessor) {
      var groups: [Key: Int] = [:]
      // Neighbours often agree: what is found once for them is not looked for again.
      var last: (key: Key, group: Int)?
      for row in groupOfRow.indices {
        let key = Key(group: groupOfRow[row], value: field.value(in: row).key)
        if let last, last.key == key {
          groupOfRow[row] = last.group
          continue
        }
        let group = groups[key] ?? groups.count
        if group == groups.count { groups[key] = group }
        groupOfRow[row] = group
        last = (key, group)
      }
      count = groups.count
    }
  }
}
