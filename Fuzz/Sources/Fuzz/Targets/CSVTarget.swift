import Diagnostics
import Tables

/// A table as CSV, in a dialect that the first byte chooses; what was read is written and read again.
enum CSVTarget {
  private static let dialects = [
    CSVDialect(), CSVDialect(delimiter: 59), CSVDialect(delimiter: 9, header: false),
    CSVDialect(quote: 39, comment: 35), CSVDialect(skipsInitialSpace: true),
  ]

  static func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let dialect = dialects[Int(first) % dialects.count]
    let diagnostics = DiagnosticCollector()
    let document = CSVReader.read(
      Array(bytes.dropFirst()), path: "table.csv", dialect: dialect, into: diagnostics)
    guard let document else {
      return promise(diagnostics.hasErrors, "neither a table nor an error")
    }
    let header = document.header.map(\.text)
    let rows = document.records.map { record in record.map(\.text) }
    promise(rows.allSatisfy { $0.count == (header.isEmpty ? $0.count : header.count) }, "ragged")
    for record in document.records { _ = (record.line, record.map(\.range)) }
    guard !header.isEmpty, !diagnostics.hasErrors else { return }
    checkWriting(header, rows)
  }

  /// What is written is read as the same table.
  private static func checkWriting(_ header: [String], _ rows: [[String]]) {
    let table = DataTable(
      columns: header.map { DataColumn($0, .string) }, rows: rows.map { $0.map { .text($0) } })
    let diagnostics = DiagnosticCollector()
    let again = CSVReader.read(Array(CSVWriter.text(table).utf8), path: "again", into: diagnostics)
    guard let again else { return promise(false, "what was written is not read") }
    promise(again.header.map(\.text) == header, "the header has changed")
    promise(again.records.map { $0.map(\.text) } == rows, "the rows have changed")
  }
}
