/// Gives every series of a stacked area a row at every place, so that the piles do not jump.
enum StackGaps {
  /// The table with zero rows for the combinations of place and series that are missing.
  static func filled(_ table: ChartTable, field: String, key: String, groupBy: [String])
    -> ChartTable
  {
    let keys = table.column(key)
    let readers = groupBy.map { table.column($0) }
    var allKeys: [ChartValue] = []
    var seenKeys = Set<ChartValue>()
    for value in keys where seenKeys.insert(value.key).inserted { allKeys.append(value) }
    var series: [[ChartValue]] = []
    var present: [[ChartValue]: Set<ChartValue>] = [:]
    for index in table.indices {
      let parts = readers.map { $0[index] }
      let group = parts.map(\.key)
      if present[group] == nil { series.append(parts) }
      present[group, default: []].insert(keys[index].key)
    }
    guard allKeys.count * series.count <= 2_000_000 else { return table }
    var result = table
    let names = [key, field] + groupBy
    let places = names.map { result.makeColumn($0) }
    let ends = result.index(of: key + "_end").map { end in
      (
        end,
        Dictionary(
          zip(keys.map(\.key), table.column(key + "_end")), uniquingKeysWith: { a, _ in a })
      )
    }
    for parts in series {
      let known = present[parts.map(\.key)] ?? []
      for value in allKeys where !known.contains(value.key) {
        var row = [ChartValue](repeating: .undefined, count: result.fields.count)
        row[places[0]] = value
        for (offset, part) in parts.enumerated() { row[places[2 + offset]] = part }
        // Last, since the amount itself may part the series.
        row[places[1]] = 0
        if let ends { row[ends.0] = ends.1[value.key] ?? .undefined }
        result.append(row)
      }
    }
    return result
  }
}
