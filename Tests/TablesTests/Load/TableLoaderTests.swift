import Diagnostics
import Tables
import Testing

@Suite("Loading tables")
struct TableLoaderTests {
  private let fields =
    "{\"name\": \"name\"}, {\"name\": \"tonnes\", \"type\": \"integer\", \"unit\": \"t\"}"

  @Test("rows become values, and columns keep title, unit and format")
  func values() throws {
    let (loaded, faults) = Descriptors.load(
      "name,tonnes\nChina,270000\n\"Viet\nNam\",\n",
      """
      {"name": "name"}, {"name": "tonnes", "type": "integer", "title": "Output", "format": ",d",
       "unit": {"symbol": "t", "name": "tonnes"}}
      """)
    let table = try #require(loaded?.table)
    #expect(faults.sorted.isEmpty)
    #expect(table.rows == [[.text("China"), .integer(270000)], [.text("Viet\nNam"), .null]])
    #expect(
      table.columns[1]
        == DataColumn(
          "tonnes", .integer, title: "Output", unit: DataUnit("t", name: "tonnes"), format: ",d"))
  }

  @Test("each fault of a cell is reported at its line and column with value and rule")
  func faults() throws {
    let (_, faults) = Descriptors.load("name,tonnes\nChina,many\nIndia,2.5\n", fields)
    #expect(places(faults) == ["2:7 table.type", "3:7 table.type"])
    let first = try #require(faults.sorted.first)
    #expect(first.found == "`many`")
    #expect(first.summary == "the cell is not an integer (column `tonnes`)")
  }

  @Test("faults of rows and cells are reported together")
  func together() {
    let (_, faults) = Descriptors.load("name,tonnes\nChina,many\nIndia\n", fields)
    #expect(places(faults) == ["2:7 table.type", "3:6 csv.ragged-row"])
  }

  @Test("rows and cells know their lines after quoted line breaks")
  func lines() throws {
    let loaded = try #require(
      Descriptors.load("name,tonnes\n\"a\nb\",1\nc,2\n", fields).table)
    #expect(loaded.lines == [2, 4])
    #expect(loaded.location(row: 1, column: 1).range.start == SourcePosition(line: 4, column: 3))
  }

  @Test(
    "columns and fields have to be the same",
    arguments: [
      ("name,tons\nx,1\n", "1:6 table.unknown-column"), ("name\nx\n", "1:5 table.missing-column"),
      ("tonnes,name\n1,x\n", "1:1 table.column-order"),
      ("name,tonnes,more\nx,1,2\n", "1:13 table.unknown-column"),
    ])
  func columns(text: String, expected: String) {
    #expect(places(Descriptors.load(text, fields).faults).first == expected)
  }

  @Test(
    "fieldsMatch allows other columns",
    arguments: [
      ("equal", "tonnes,name\n1,x\n"), ("subset", "name,tonnes,more\nx,1,2\n"),
      ("superset", "name\nx\n"), ("partial", "name,more\nx,1\n"),
    ])
  func fieldsMatch(match: String, text: String) {
    let (loaded, faults) = Descriptors.load(text, fields, ", \"fieldsMatch\": \"\(match)\"")
    #expect(faults.sorted.isEmpty)
    #expect(loaded?.table.rows.first?[0] == .text("x"))
  }

  @Test("a table without header takes its fields by their order")
  func headerless() throws {
    let (package, faults) = Descriptors.package(
      """
      {"resources": [{"name": "t", "path": "t.csv", "dialect": {"header": false, "delimiter": ";"},
        "schema": {"fields": [\(fields)]}}]}
      """)
    let resource = try #require(package?.resources.first)
    let loaded = TableLoader.load(resource, bytes: Array("x;1\n".utf8), path: "t", into: faults)
    #expect(faults.sorted.isEmpty)
    #expect(loaded?.table.rows == [[.text("x"), .integer(1)]])
  }

  @Test("a table without schema is texts, with a warning")
  func undescribed() throws {
    let (package, faults) = Descriptors.package(
      "{\"resources\": [{\"name\": \"t\", \"path\": \"t.csv\"}]}")
    let resource = try #require(package?.resources.first)
    let loaded = TableLoader.load(resource, bytes: Array("a\n1\n".utf8), path: "t", into: faults)
    #expect(loaded?.table.rows == [[.text("1")]])
    #expect(faults.sorted.map(\.severity) == [.warning])
  }

  @Test("a unit takes its name and base from the package")
  func units() throws {
    let catalog = UnitCatalog([DataUnit("t", name: "tonnes")])
    let (resource, faults) = Descriptors.table(fields)
    let loaded = TableLoader.load(
      try #require(resource), bytes: Array("name,tonnes\nx,1\n".utf8), path: "t", units: catalog,
      into: faults)
    #expect(loaded?.table.columns[1].unit?.name == "tonnes")
  }

  @Test("hostile texts stay texts")
  func hostile() throws {
    let texts = ["=1+1", "<script>", "'; DROP TABLE t;--", "\u{202E}x", "\u{FEFF}y"]
    let csv = CSVWriter.text(
      DataTable(columns: [DataColumn("name", .string)], rows: texts.map { [.text($0)] }))
    let (loaded, faults) = Descriptors.load(csv, "{\"name\": \"name\"}")
    #expect(faults.sorted.isEmpty)
    #expect(loaded?.table.rows.map { $0[0].text } == texts)
  }
}
