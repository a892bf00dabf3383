import Tables

/// The time that tables cover.
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

  private static func text(of value: DataValue) -> String? {
    switch value {
    case .text(let text): text
    case .integer(let year): String(year)
    case .number(let year): String(Int(year))
    default: nil
    }
  }
}
