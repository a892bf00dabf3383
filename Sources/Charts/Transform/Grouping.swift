/// The rows of a table by the values of some fields, in the order in which the groups first appear.
public struct Grouping: Sendable {
  /// The places of each group's rows.
  public let groups: [[Int]]
  /// The group of each row.
  public let groupOfRow: [Int]

  /// Groups the rows; without fields all rows are one group, and a table without rows has none.
  public init(_ table: ChartTable, by fields: [FieldPath]) {
    var groups: [[Int]] = []
    var groupOfRow = [Int](repeating: 0, count: table.count)
    let accessors = fields.map(table.accessor)
    switch accessors.count {
    case 0:
      groups = table.rows.isEmpty ? [] : [Array(table.rows.indices)]
    case 1:
      var places: [ChartValue: Int] = [:]
      for (index, row) in table.rows.enumerated() {
        let place = Self.place(accessors[0].value(in: row).key, &places, &groups)
        groups[place].append(index)
        groupOfRow[index] = place
      }
    default:
      var places: [[ChartValue]: Int] = [:]
      for (index, row) in table.rows.enumerated() {
        let place = Self.place(accessors.map { $0.value(in: row).key }, &places, &groups)
        groups[place].append(index)
        groupOfRow[index] = place
      }
    }
    self.groups = groups
    self.groupOfRow = groupOfRow
  }

  private static func place<Key: Hashable>(
    _ key: Key, _ places: inout [Key: Int], _ groups: inout [[Int]]
  ) -> Int {
    if let place = places[key] { return place }
    places[key] = groups.count
    groups.append([])
    return groups.count - 1
  }
}
