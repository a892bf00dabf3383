import Diagnostics

/// Finds the columns of a file for the fields of a schema, by Table Schema's `fieldsMatch`.
struct HeaderMatch {
  /// The columns of the table: fields with the place of their column in the file.
  private(set) var columns: [(field: FieldSchema, index: Int?)] = []
  private let schema: TableSchema
  private let header: [CSVCell]
  private let names: [String]
  private let width: Int
  private let hasHeader: Bool

  init(_ schema: TableSchema, _ document: CSVDocument, hasHeader: Bool) {
    self.schema = schema
    self.hasHeader = hasHeader
    header = document.header
    names = document.header.map(\.text)
    width = hasHeader ? names.count : document.records.first?.count ?? schema.fields.count
    if hasHeader {
      columns = schema.fields.map { ($0, names.firstIndex(of: $0.name)) }
      let known = Set(schema.fields.map(\.name))
      for (index, name) in names.enumerated() where !known.contains(name) {
        columns.append((FieldSchema(name), index))
      }
    } else {
      columns = schema.fields.enumerated().map { ($1, $0 < width ? $0 : nil) }
    }
  }

  /// Whether rows can be read: unless columns stand in no relation to the fields.
  var isUsable: Bool {
    columns.contains { $0.index != nil } && (hasHeader || width == schema.fields.count)
  }

  /// Reports columns without field, fields without column, and another order.
  func report(at path: String, into faults: inout FaultLog) {
    guard hasHeader else {
      if width != schema.fields.count {
        faults.add(
          "table.columns", at: .start, "the table has as many columns as its schema has fields",
          found: "\(width)", expected: "\(schema.fields.count)")
      }
      return
    }
    let match = schema.fieldsMatch
    let fieldNames = schema.fields.map(\.name)
    let missing = fieldNames.filter { !names.contains($0) }
    let extra = header.filter { !fieldNames.contains($0.text) }
    if match == .exact || match == .equal || match == .superset {
      for cell in extra { reportExtra(cell, missing, &faults) }
    }
    if match == .exact || match == .equal || match == .subset, extra.isEmpty || match == .subset {
      for name in missing { reportMissing(name, path, &faults) }
    }
    if match == .partial, missing.count == fieldNames.count {
      faults.add("table.columns", at: .start, "no column of the table is a field of its schema")
    }
    if match == .exact, missing.isEmpty, extra.isEmpty, names != fieldNames {
      let first = zip(header, fieldNames).first { $0.text != $1 }
      faults.add(
        "table.column-order", at: first?.0.range ?? .start,
        "the columns stand in another order than the fields", found: first?.0.text,
        expected: first?.1, remedy: "put the fields in the order of the columns")
    }
  }

  private func reportExtra(_ cell: CSVCell, _ missing: [String], _ faults: inout FaultLog) {
    let name = cell.text
    faults.add(
      "table.unknown-column", at: cell.range, "a column is not described in the schema",
      found: "`\(name)`",
      expected: missing.isEmpty ? nil : "one of \(missing.joined(separator: ", "))",
      remedy: NearMiss.suggestion(for: name, among: missing).map { "did you mean `\($0)`?" }
        ?? "add a field of this name")
  }

  private func reportMissing(_ name: String, _ path: String, _ faults: inout FaultLog) {
    let last = header.last.map { SourceRange($0.range.end) } ?? .start
    faults.add(
      "table.missing-column", at: last, "a field of the schema is no column of the table",
      found: "no column `\(name)`")
  }
}
