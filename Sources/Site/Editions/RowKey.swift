import Tables

/// Chooses the columns that tell the rows of a table apart, so that rows of two editions can be matched.
enum RowKey {
  /// The first columns of names, dates and years that together differ in every row; else of whole numbers
  /// too, else with the source, where one quantity stands once for each; empty where no columns do. Units and
  /// statuses say something about a row, not which it is.
  static func columns(of table: DataTable) -> [String] {
    let names = Set(table.columns.map(\.name))
    let places = table.columns.indices.filter { index in
      let name = table.columns[index].name
      if name == "source" { return false }
      return !["_unit", "_status"].contains { suffix in
        name.hasSuffix(suffix) && names.contains(String(name.dropLast(suffix.count)))
      }
    }
    let words = places.filter { !table.columns[$0].type.isNumeric }
    let numbers = places.filter {
      table.columns[$0].type == .integer && table.columns[$0].unit == nil
    }
    let source = table.columns.indices.filter { table.columns[$0].name == "source" }
    let choices = [words, words + numbers, words + source, words + numbers + source]
    return choices.lazy.compactMap { prefix(of: $0, in: table) }.first.map { key in
      key.map { table.columns[$0].name }
    } ?? []
  }

  /// The rows of a table by the values of key columns; nil where a column is missing or rows are alike.
  static func index(_ table: DataTable, by key: [String]) -> [[DataValue]: Int]? {
    let places = key.compactMap(table.index)
    guard !key.isEmpty, places.count == key.count else { return nil }
    var index: [[DataValue]: Int] = [:]
    for (number, row) in table.rows.enumerated() {
      guard index.updateValue(number, forKey: places.map { plain(row[$0]) }) == nil else {
        return nil
      }
    }
    return index
  }

  /// Whole numbers are one value, however they were stored.
  static func plain(_ value: DataValue) -> DataValue {
    if case .number(let number) = value, let whole = Int(exactly: number) {
      .integer(whole)
    } else {
      value
    }
  }

  private static func prefix(of places: [Int], in table: DataTable) -> [Int]? {
    var rows = Array(repeating: [DataValue](), count: table.rows.count)
    for (count, place) in places.enumerated() {
      for row in rows.indices { rows[row].append(plain(table.rows[row][place])) }
      if Set(rows).count == rows.count { return Array(places[...count]) }
    }
    return nil
  }
}
