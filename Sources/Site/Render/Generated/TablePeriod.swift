import Tables

/// The time and the values that tables cover.
enum TablePeriod {
  /// The first and last time in the columns of time of tables, in ISO 8601 (`2010/2024`); nil where
  /// there is none.
  static func of(_ tables: [DataTable]) -> String? {
    let times = tables.flatMap { table in
      table.columns.indices.filter { table.columns[$0].type.isTemporal }.flatMap { index in
        table.rows.compactMap { text(of: $0[index]) }
      }
    }
    guard let first = times.min(by: inByteOrder), let last = times.max(by: inByteOrder) else {
      return nil
    }
    return first == last ? first : "\(first)/\(last)"
  }

  /// The least and the greatest value of a column of numbers or times, as CSV writes them; nil for
  /// others.
  static func extent(of name: String, in table: DataTable) -> String? {
    guard let index = table.index(of: name) else { return nil }
    let type = table.columns[index].type
    let values = table.rows.lazy.map { $0[index] }.filter { !$0.isNull }
    guard type.isNumeric || type.isTemporal else { return nil }
    let bounds: (DataValue, DataValue)?
    if type.isNumeric || type == .year {
      bounds = extremes(values) { ($0.double ?? 0) < ($1.double ?? 0) }
    } else {
      bounds = extremes(values) { inByteOrder($0.text ?? "", $1.text ?? "") }
    }
    guard let (low, high) = bounds else { return nil }
    return low == high ? CSVWriter.cell(low) : "\(CSVWriter.cell(low)) – \(CSVWriter.cell(high))"
  }

  private static func extremes(
    _ values: some Sequence<DataValue>, _ areInOrder: (DataValue, DataValue) -> Bool
  ) -> (DataValue, DataValue)? {
    guard let low = values.min(by: areInOrder), let high = values.max(by: areInOrder) else {
      return nil
    }
    return (low, high)
  }

  private static func text(of value: DataValue) -> String? {
    switch value {
    case .text(let text): text
    case .integer(let year): String(year)
    case .number(let year): String(Int(year))
    default: nil
    }
  }
}
