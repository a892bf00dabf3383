public import Diagnostics

/// Reads the table of a resource: every cell is checked against its field, and every fault reported.
public enum TableLoader {
  /// The table in `bytes`; nil where they cannot be taken apart. A cell with a fault is null in the
  /// table, and an error at its place; `units` gives units their names.
  public static func load(
    _ resource: DataResource, bytes: [UInt8], path: String, units: UnitCatalog = UnitCatalog(),
    limits: CSVLimits = CSVLimits(), into diagnostics: DiagnosticCollector
  ) -> LoadedTable? {
    guard
      let document = CSVReader.read(
        bytes, path: path, dialect: resource.dialect, limits: limits, into: diagnostics)
    else { return nil }
    var faults = FaultLog(path: path, limit: limits.faults)
    defer { faults.report(into: diagnostics, id: "table.more-faults") }
    if let expected = resource.bytes, expected != bytes.count {
      faults.add(
        "table.bytes", at: .start, "the file is not of the size that the package declares",
        found: "\(bytes.count) bytes", expected: "\(expected)", remedy: "correct or remove `bytes`")
    }
    let schema = resource.schema ?? undescribed(resource, document, diagnostics)
    let match = HeaderMatch(schema, document, hasHeader: resource.dialect.header)
    match.report(at: path, into: &faults)
    guard match.isUsable else { return nil }
    let columns = match.columns.map { column in
      ColumnLoader(column.field, fileColumn: column.index, schema: schema)
    }
    var rows: [[DataValue]] = []
    rows.reserveCapacity(document.records.count)
    for record in document.records {
      rows.append(columns.map { $0.value(record, &faults) })
    }
    return LoadedTable(
      resource: resource, schema: schema,
      table: DataTable(columns: columns.map { $0.field.column(units: units) }, rows: rows),
      path: path, document: document, fileColumns: columns.map(\.fileColumn))
  }

  /// The schema of a table that nobody described: every column is text.
  private static func undescribed(
    _ resource: DataResource, _ document: CSVDocument, _ diagnostics: DiagnosticCollector
  ) -> TableSchema {
    diagnostics.add(
      Diagnostic(
        .warning, "table.no-schema", at: resource.location,
        "the table `\(resource.name)` has no schema, so that all its values are texts",
        remedy: "describe its columns under `schema: {fields: …}`"))
    let width = document.records.first?.count ?? 0
    let names =
      document.header.isEmpty
      ? (0..<width).map { "column\($0 + 1)" } : document.header.map(\.text)
    return TableSchema(names.map { FieldSchema($0) })
  }
}

/// Reads the cells of one column; a class, because a field is large and would be copied for every cell.
private final class ColumnLoader {
  let field: FieldSchema
  let fileColumn: Int?
  private let reader: CellReader?
  private let check: CellCheck

  init(_ field: FieldSchema, fileColumn: Int?, schema: TableSchema) {
    self.field = field
    self.fileColumn = fileColumn
    // A format that is no pattern has been reported where the schema was read.
    reader = try? CellReader(field, missingValues: schema.missingValues)
    check = CellCheck(field)
  }

  /// The value of the column in a row; null, and a fault, where the cell breaks a rule.
  func value(_ record: CSVRecord, _ faults: inout FaultLog) -> DataValue {
    guard let fileColumn, let reader else { return .null }
    let cell = record[record.startIndex + fileColumn]
    let text = cell.text
    do {
      let value = try reader.value(text)
      guard check.isNeeded, let fault = check.fault(value, cell: text) else { return value }
      report(fault, cell, text, &faults)
    } catch {
      report(error, cell, text, &faults)
    }
    return .null
  }

  private func report(
    _ fault: CellFault, _ cell: CSVCell, _ text: String, _ faults: inout FaultLog
  ) {
    faults.add(
      "table.\(fault.rule)", at: cell.range, "\(fault.summary) (column `\(field.name)`)",
      found: text.isEmpty ? "an empty cell" : "`\(shortened(text))`", expected: fault.expected)
  }

  private func shortened(_ text: String) -> String {
    text.unicodeScalars.count > 80 ? String(text.unicodeScalars.prefix(79)) + "…" : text
  }
}
