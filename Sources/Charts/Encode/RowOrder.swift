import Documents

/// The order in which rows are drawn, and the series that rows of lines and areas belong to.
struct RowOrder {
  let scope: UnitScope

  /// The rows from back to front.
  func rows() -> [Row] {
    let unit = scope.unit
    let order = unit.encoding.all(.order)
    let rows = Array(scope.table.indices)
    if order.contains(where: { $0.isField }), unit.stack == nil {
      return sorted(
        rows,
        order.compactMap { spec in
          FieldNames.column(spec).map { ($0, spec.sort?.isDescending ?? false) }
        })
    }
    let isUnordered = order.contains { $0.value != nil }
    guard unit.mark.type.isPath, !isUnordered else { return rows }
    let dimension: Channel = unit.orient == .horizontal ? .y : .x
    guard let spec = unit.encoding[dimension], spec.isField, let column = FieldNames.column(spec)
    else { return rows }
    return along(dimension, column, rows)
  }

  /// The rows of a path in the order of their places along a channel; those without one come first.
  private func along(_ channel: Channel, _ column: String, _ rows: [Row]) -> [Row] {
    let place = PositionEncoder(scope: scope).point(channel, or: .middle)
    let isDiscrete = scope.scale(channel)?.type.hasDiscreteDomain ?? true
    let read = scope.reader(column)
    let origin = scope.scale(channel).map { ScaleLookup.number($0)(.number(0)) } ?? 0
    let placed = rows.map { row -> (row: Row, place: Double) in
      // Null on a continuous scale stands where zero does.
      let isNull = !isDiscrete && read(row) == .null
      return (row, isNull ? origin : place(row))
    }
    return placed.stablySorted { a, b in
      if a.place.isNaN || b.place.isNaN {
        return a.place.isNaN == b.place.isNaN ? 0 : a.place.isNaN ? -1 : 1
      }
      return a.place < b.place ? -1 : a.place > b.place ? 1 : 0
    }.map(\.row)
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

  /// The rows of each series, in the order in which series first appear in the data.
  func series() -> [[Row]] {
    let columns = seriesColumns()
    guard !columns.isEmpty else {
      let rows = rows()
      return rows.isEmpty ? [] : [rows]
    }
    let readers = columns.map(scope.reader)
    var places: [[ChartValue]: Int] = [:]
    for row in scope.table.indices {
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
    let channels: [Channel] = [
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
