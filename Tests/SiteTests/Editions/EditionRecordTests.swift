import Diagnostics
import Documents
import Tables
import Testing

@testable import Site

@Suite struct EditionRecordTests {
  @Test("edition.json has figures by id, values by page and reference, claims by id")
  func keys() throws {
    let site = try EditionFixture().build()
    let node = try #require(
      JSONReader.read(site.text("edition.json"), path: "edition.json", into: .init()))
    #expect(node["edition"]?["id"]?.string == "2025")
    #expect(node["figures"]?.mapping?.keys == ["bars", "ranking"])
    #expect(node["values"]?.list?.first?["reference"]?.string == "producers[iso3=CHN].tonnes")
    #expect(node["values"]?.list?.first?["page"]?.string == "report.html")
    #expect(node["claims"]?.list?.first?["id"]?.string == "lead")
    #expect(node["pages"]?.mapping?.keys.contains("report.html") == true)
    #expect(node["files"] == nil)
  }

  @Test("rows go by the columns that tell them apart")
  func rowKeys() throws {
    let record = try EditionFixture().record()
    #expect(record.figures["ranking"]?.tables.first?.key.isEmpty == false)
  }

  @Test("a record reads back as it was written")
  func roundTrip() throws {
    let edition = try #require(try EditionFixture().freeze().edition)
    let diagnostics = DiagnosticCollector()
    let read = try #require(
      EditionRecord.read(edition.record.json, path: "2025.json", into: diagnostics))
    #expect(diagnostics.sorted.isEmpty)
    #expect(read.json == edition.record.json)
  }

  @Test(
    "the key of a table is the first columns that differ in every row",
    arguments: [
      (["a,b", "x,1", "y,2"], ["a"]), (["a,b", "x,1", "x,2"], ["a", "b"]),
      (["a,b", "x,1", "x,1"], []), (["a,b"], ["a"]),
    ])
  func key(lines: [String], key: [String]) {
    let cells = lines.map { $0.split(separator: ",").map(String.init) }
    let table = DataTable(
      columns: cells[0].map { DataColumn($0, .string) },
      rows: cells.dropFirst().map { $0.map(DataValue.text) })
    #expect(RowKey.columns(of: table) == key)
  }

  @Test("sources, units and statuses of a column are no key")
  func noKey() {
    let table = DataTable(
      columns: [
        DataColumn("source", .string), DataColumn("t", .number), DataColumn("t_status", .string),
        DataColumn("year", .year),
      ],
      rows: [
        [.text("a"), .number(1), .text("x"), .integer(2024)],
        [.text("b"), .number(2), .text("y"), .integer(2025)],
      ])
    #expect(RowKey.columns(of: table) == ["year"])
  }

  @Test("a whole number is one key, however it was stored")
  func plain() {
    #expect(RowKey.plain(.number(2024)) == .integer(2024))
    #expect(RowKey.plain(.number(0.5)) == .number(0.5))
    #expect(RowKey.plain(.text("2024")) == .text("2024"))
  }
}
