import Diagnostics
import GRDB
import Tables

/// Writes one table into SQLite.
struct TableImport {
  let table: StoredTable
  let facts: TableFacts
  let collector: DiagnosticCollector

  /// Creates the table, fills it and indexes its keys.
  ///
  /// The indexes are not unique: the keys have been checked before, and a table that breaks its own is
  /// loaded all the same, so that the other faults are found in one run.
  func run(in db: Database) throws {
    let columns = table.table.columns
    let declarations = columns.map { "\(quotedName($0.name)) \(declaredType($0))" }
    try db.execute(
      sql: "CREATE TABLE \(quotedName(table.name)) (\(declarations.joined(separator: ", ")))")
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    let insert = try db.makeStatement(
      sql: "INSERT INTO \(quotedName(table.name)) VALUES (\(places))")
    let areReal = columns.map { declaredType($0) == "REAL" }
    for (row, values) in table.table.rows.enumerated() {
      let stored = values.indices.map { column in
        databaseValue(values[column], isReal: areReal[column], row, columns[column])
      }
      insert.setUncheckedArguments(StatementArguments(stored))
      try insert.execute()
    }
    for (number, key) in facts.keys.enumerated() {
      let names = key.map(quotedName).joined(separator: ", ")
      let index = quotedName("\(table.name) key \(number + 1)")
      try db.execute(sql: "CREATE INDEX \(index) ON \(quotedName(table.name)) (\(names))")
    }
  }

  /// Whole numbers with a unit are stored as REAL, because SQLite's division of integers drops the
  /// fraction: 270000 / 390000 would be 0.
  private func declaredType(_ column: DataColumn) -> String {
    switch column.type {
    case .integer:
      let hasUnit = column.unit != nil || facts.unitColumn(of: column.name) != nil
      return hasUnit ? "REAL" : "INTEGER"
    case .number: return "REAL"
    case .boolean, .year: return "INTEGER"
    case .any: return "BLOB"
    default: return "TEXT"
    }
  }

  private func databaseValue(
    _ value: DataValue, isReal: Bool, _ row: Int, _ column: DataColumn
  ) -> DatabaseValue {
    switch value {
    case .null: return .null
    case .boolean(let flag): return (flag ? 1 : 0).databaseValue
    case .number(let number): return number.databaseValue
    case .text(let text): return text.databaseValue
    case .integer(let number):
      guard isReal else { return number.databaseValue }
      guard let exact = Double(exactly: number) else {
        reportInexact(number, row, column)
        return .null
      }
      return exact.databaseValue
    }
  }

  private func reportInexact(_ number: Int, _ row: Int, _ column: DataColumn) {
    collector.add(
      Diagnostic(
        .error, "table.inexact", at: SourceLocation(table.resource.path),
        "an amount with a unit must be exact as a number, below 2^53",
        found: "\(number) in row \(row + 1) of \(table.name).\(column.name)",
        remedy: "give the field a larger unit, or none"))
  }
}
