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
    let values = node["values"]?["report.html"]?.mapping
    #expect(values?.keys.contains("producers[iso3=CHN].tonnes") == true)
    #expect(node["claims"]?["report.html"]?.list?.first?["id"]?.string == "lead")
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

  @Test("what several entries say alike stands once, and what is usual is left out")
  func lean() throws {
    let site = try EditionFixture().build()
    let node = try #require(
      JSONReader.read(site.text("edition.json"), path: "edition.json", into: .init()))
    let bases = try #require(node["bases"]?.mapping)
    let entries =
      (node["figures"]?.mapping?.entries ?? []).map(\.value)
      + (node["values"]?["report.html"]?.mapping?.entries ?? []).map(\.value)
    #expect(entries.count > bases.entries.count)
    for entry in entries {
      #expect(entry["basis"]?.string.map { bases.keys.contains($0) } == true)
      #expect(entry["reads"] == nil && entry["exact"] == nil)
      #expect(entry["status"]?.string != "reported")
    }
    let columns = node["figures"]?["ranking"]?["data"]?.list?.first?["columns"]?.list ?? []
    #expect(columns.contains { $0.string == "tonnes" })
    let unit = columns.first { $0["name"]?.string == "tonnes_unit" }
    #expect(unit?["value"]?.string == "t")
    let rows = node["figures"]?["ranking"]?["data"]?.list?.first?["rows"]?.list
    #expect(rows?.first?.list?.count == columns.count { $0["value"] == nil })
    #expect(node["columns"]?["tonnes"]?["unit"]?.string == "t")
  }

  @Test("a column whose name has another meaning elsewhere keeps its own")
  func columnMeanings() throws {
    func rows(_ unit: String) -> EditionRecord.Rows {
      .init(
        name: "t", key: [],
        table: DataTable(
          columns: [DataColumn("v", .number, unit: DataUnit(unit))], rows: [[.number(1)]]))
    }
    var record = EditionRecord(title: "A site")
    for (id, unit) in [("a", "t"), ("b", "kt"), ("c", "t")] {
      record.figures[id] = .init(
        page: "index.html", kind: "table", title: id, basis: .init(), tables: [rows(unit)])
    }
    let diagnostics = DiagnosticCollector()
    let read = EditionRecord.read(record.json, path: "x.json", into: diagnostics)
    let units = ["a", "b", "c"].map { read?.figures[$0]?.tables[0].table.columns[0].unit?.symbol }
    #expect(units == ["t", "kt", "t"])
    #expect(diagnostics.sorted.isEmpty)
  }

  @Test("records are read in which each entry has all of its own")
  func earlierForm() throws {
    let text = """
      {
        "title": "A site", "inputs": {}, "pages": {}, "figures": {
          "f": {"page": "a.html", "kind": "table", "title": "F", "reads": {"t": ["v"]}, "sql": "ab",
            "sources": ["s"], "exact": false, "data": [
              {"name": "t", "key": [], "columns": [{"name": "v", "type": "number", "unit": "t"}], "rows": [[1]]}]}
        },
        "claims": [{"page": "a.html", "id": "c", "words": "W", "condition": "1", "holds": true,
          "reads": {}, "sources": [], "exact": true}],
        "values": [{"page": "a.html", "reference": "q.v", "shown": "1", "value": 1, "status": "estimated",
          "reads": {"t": ["v"]}, "sources": ["s"], "exact": true}]
      }
      """
    let record = try #require(EditionRecord.read(text, path: "x.json", into: .init()))
    #expect(
      record.figures["f"]?.basis
        == .init(reads: ["t": ["v"]], sql: "ab", sources: ["s"], isExact: false))
    #expect(record.figures["f"]?.tables[0].table.columns[0].unit?.symbol == "t")
    #expect(record.claims.map(\.page) == ["a.html"])
    #expect(record.values.map(\.reference) == ["q.v"])
    #expect(record.values.map(\.status) == ["estimated"])
  }

  @Test(
    "a record of which a part is gone is no record",
    arguments: ["\"bases\"", "\"columns\"", "\"values\""])
  func broken(part: String) throws {
    let edition = try #require(try EditionFixture().freeze().edition)
    let diagnostics = DiagnosticCollector()
    let text = edition.record.json.replacing(part, with: "\"other\"")
    #expect(EditionRecord.read(text, path: "2025.json", into: diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.id) == ["edition.record"])
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

  @Test("rows that differ only in their source are told apart by it")
  func sourceKey() {
    let table = DataTable(
      columns: [
        DataColumn("country", .string), DataColumn("tonnes", .number),
        DataColumn("source", .string),
      ],
      rows: [
        [.text("Peru"), .number(1), .text("a")], [.text("Peru"), .number(2), .text("b")],
      ])
    #expect(RowKey.columns(of: table) == ["country", "source"])
  }

  @Test("a whole number is one key, however it was stored")
  func plain() {
    #expect(RowKey.plain(.number(2024)) == .integer(2024))
    #expect(RowKey.plain(.number(0.5)) == .number(0.5))
    #expect(RowKey.plain(.text("2024")) == .text("2024"))
  }
}
