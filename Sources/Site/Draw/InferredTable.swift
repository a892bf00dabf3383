package import Diagnostics
package import Tables

/// A table from a CSV file without a schema: the types are read off the values.
package enum InferredTable {
  /// The table; nil with errors where the CSV is at fault.
  ///
  /// A column whose cells are all whole numbers is of integers, all numbers of numbers, all `true` and
  /// `false` of booleans, all `YYYY-MM-DD` of dates; any other is of texts. Empty cells are missing values.
  package static func read(_ bytes: [UInt8], path: String, into diagnostics: DiagnosticCollector)
    -> DataTable?
  {
    let faults = DiagnosticCollector()
    let document = CSVReader.read(bytes, path: path, into: faults)
    diagnostics.add(faults.sorted)
    guard let document, !faults.hasErrors else { return nil }
    let columns = document.header.indices.map { index in
      DataColumn(document.header[index].text, type(of: document.records.map { $0[index].text }))
    }
    let rows = document.records.map { record in
      zip(record, columns).map { value(of: $0.text, $1.type) }
    }
    return DataTable(columns: columns, rows: rows)
  }

  private static func type(of cells: [String]) -> ColumnType {
    let known = cells.filter { !$0.isEmpty }
    if known.isEmpty { return .string }
    if known.allSatisfy({ Int($0) != nil }) { return .integer }
    if known.allSatisfy({ Double($0)?.isFinite == true }) { return .number }
    if known.allSatisfy({ $0 == "true" || $0 == "false" }) { return .boolean }
    if known.allSatisfy({ $0.utf8.count == 10 && CalendarTime.parse($0) != nil }) { return .date }
    return .string
  }

  private static func value(of cell: String, _ type: ColumnType) -> DataValue {
    if cell.isEmpty { return .null }
    switch type {
    case .integer: return Int(cell).map(DataValue.integer) ?? .null
    case .number: return Double(cell).map(DataValue.number) ?? .null
    case .boolean: return .boolean(cell == "true")
    default: return .text(cell)
    }
  }
}
