import Diagnostics
import Documents
import Tables

/// A data package's descriptor as JSON up to a NUL byte, and a table in CSV after it.
enum PackageTarget {
  static func run(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let text = String(decoding: parts[0], as: UTF8.self)
    let diagnostics = DiagnosticCollector()
    guard let node = JSONReader.read(text, path: "datapackage.json", into: diagnostics),
      let package = DataPackage.read(node, path: "datapackage.json", into: diagnostics)
    else { return promise(diagnostics.hasErrors, "neither a package nor an error") }
    guard parts.count > 1 else { return }
    let tables = package.resources.prefix(3).compactMap { resource in
      TableLoader.load(
        resource, bytes: Array(parts[1]), path: "table.csv", units: package.units,
        into: diagnostics)
    }
    TableKeys.check(tables, into: diagnostics)
    for table in tables { show(table, package.units) }
  }

  private static func show(_ loaded: LoadedTable, _ units: UnitCatalog) {
    for (index, column) in loaded.table.columns.enumerated() {
      let formatter = try? ValueFormatter(column, units: units)
      for (row, values) in loaded.table.rows.enumerated() {
        let status = loaded.status(row: row, column: index)
        _ = try? formatter?.cell(values[index], status: status)
        _ = loaded.location(row: row, column: index)
      }
    }
    _ = CSVWriter.text(loaded.table)
  }
}
