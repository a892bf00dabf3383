import Documents

/// The order in which rows are drawn, and the series that rows of lines and areas belong to.
struct RowOrder {
  let scope: UnitScope

  /// The rows from back to front.
  func rows() -> [Row] {
    let unit = scope.unit
    let order = unit.encoding.all(.order)
    let rows = scope.table.rows
    if order.contains(where: { $0.isField }), unit.stack == nil {
      return sorted(
        rows,
        order.compactMap { spec in
          FieldNames.column(spec).map { ($0, spec.sort?.isDescending ?? false) }
        })
    }
    let isUnordered = order.contains { $0.value != nil }
    guard unit.mark.type.isPath, !isUnordered,
      let dimension = unit.encoding[unit.orient == .horizontal ? .y : .x], dimension.isField,
      let column = FieldNames.column(dimension)
    else { return rows }
    switch dimension.sort {
    case .some(.none): return rows
    case .values(let values):
      return sortedByList(rows, column, values)
    case .field(let name?, let op, let descending):
      let key =
        unit.encoding.isAggregated && op != nil ? "\(op ?? "")_\(FieldNames.flat(name))" : name
      return sorted(rows, [(key, descending)])
    case .channel(let channel, let descending):
      guard let key = unit.column(channel) else { return rows }
      return sorted(rows, [(key, descending)])
    default:
      return sorted(rows, [(column, false)])
    }
  }

  private func sorted(_ rows: [Row], _ keys: [(column: String, descending: Bool)]) -> [Row] {
    let readers = keys.map { (scope.reader($0.column), $0.descending) }
    return rows.stablySorted { a, b in
      for (read, descending) in readers {
        let order = ChartValue.compare(read(a), read(b))
        if order != 0 { return descending ? -order : order }
      }
      return 0
    }
  }

  private func sortedByList(_ rows: [Row], _ column: String, _ values: [DocumentNode]) -> [Row] {
    var places: [ChartValue: Int] = [:]
    for (place, node) in values.enumerated() { places[ChartValue(node).key] = place }
    let read = scope.reader(column)
    return rows.stablySorted {
      (places[read($0).key] ?? values.count) - (places[read($1).key] ?? values.count)
    }
  }

  /// The rows of each series, in the order in which series first appear in the data.
  func series() -> [[Row]] {
    let columns = seriesColumns()
    guard !columns.isEmpty else {
      let rows = rows()
      return rows.isEmpty ? [] : [rows]
    }
    let readers = columns.map(scope.reader)
    var places: [[ChartValue]: Int] = [:]
    for row in scope.table.rows {
      let key = readers.map { $0(row).key }
      if places[key] == nil { places[key] = places.count }
    }
    var groups = [[Row]](repeating: [], count: places.count)
    for row in rows() {
      if let place = places[readers.map { $0(row).key }] { groups[place].append(row) }
    }
    return groups
  }

  /// The columns whose values tell series apart.
  func seriesColumns() -> [String] {
    let channels: Set<Channel> = [
      .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth, .strokeDash,
      .size, .shape, .detail, .key,
    ]
    var columns: [String] = []
    for spec in scope.encoding.channels where channels.contains(spec.channel) {
      if spec.channel == .size, scope.unit.mark.type == .trail { continue }
      for part in [spec] + spec.conditions.map(\.definition) where part.aggregate == nil {
        guard part.isField, let column = FieldNames.column(part), !columns.contains(column) else {
          continue
        }
        columns.append(column)
      }
    }
    return columns
  }
}
