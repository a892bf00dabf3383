import Diagnostics
import Tables
import Testing

@Suite("Writing CSV")
struct CSVWriterTests {
  private let columns = [DataColumn("a", .any), DataColumn("b", .any)]

  @Test("quotes stand only where they are needed, and null is an empty cell")
  func quotes() {
    let table = DataTable(
      columns: columns,
      rows: [
        [.text("x, y"), .null], [.text("say \"hi\""), .text("two\nlines")],
        [.boolean(true), .text("plain text")],
      ])
    #expect(
      CSVWriter.text(table)
        == "a,b\n\"x, y\",\n\"say \"\"hi\"\"\",\"two\nlines\"\ntrue,plain text\n")
  }

  @Test("numbers are the shortest that read back the same")
  func numbers() {
    let table = DataTable(
      columns: columns,
      rows: [
        [.number(0.1), .integer(-12)], [.number(1e21), .number(390000)], [.number(-0.0), .null],
      ]
    )
    #expect(CSVWriter.text(table) == "a,b\n0.1,-12\n1e+21,390000\n0,\n")
  }

  @Test("what is written reads back the same")
  func roundTrip() throws {
    let texts = ["", "a\"b", ",", "\r\n", "ä", "\"\u{301}", "#x", " "]
    let table = DataTable(
      columns: [DataColumn("a", .string)], rows: texts.map { [.text($0)] })
    let document = try #require(
      CSVReader.read(Array(CSVWriter.text(table).utf8), path: "t", into: DiagnosticCollector()))
    #expect(document.records.map { $0.map(\.text) } == texts.map { [$0] })
  }

  @Test("a first name that begins like a byte order mark is kept")
  func byteOrderMark() throws {
    let table = DataTable(columns: [DataColumn("\u{FEFF}a", .string)], rows: [[.text("\u{FEFF}")]])
    let document = try #require(
      CSVReader.read(Array(CSVWriter.text(table).utf8), path: "t", into: DiagnosticCollector()))
    #expect(document.header.map { Array($0.text.unicodeScalars) } == [["\u{FEFF}", "a"]])
  }
}
