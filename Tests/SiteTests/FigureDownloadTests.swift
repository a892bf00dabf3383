import Diagnostics
import Tables
import Testing

@testable import Site

@Suite struct FigureDownloadTests {
  private let data = FigureData(
    name: "world",
    table: DataTable(
      columns: [
        DataColumn("country", .string), DataColumn("tonnes", .integer, unit: DataUnit("t")),
        DataColumn("share", .number), DataColumn("year", .year, unit: DataUnit("a")),
      ],
      rows: [
        [.text("China"), .integer(270_000), .number(0.5), .integer(2024)],
        [.text("Myanmar"), .null, .number(-0.25), .integer(2024)],
      ]),
    statuses: [
      [.reported, .estimated, .reported, .reported], [.reported, .unknown, .reported, .reported],
    ],
    sources: [["mcs-2025"], ["a", "b"]])

  @Test("numbers have their unit and status beside them, rows their sources")
  func columns() {
    let table = FigureDownload.table(data)
    #expect(
      table.columns.map(\.name) == [
        "country", "tonnes", "share", "year", "tonnes_unit", "tonnes_status", "source",
      ])
    #expect(
      CSVWriter.text(table) == """
        country,tonnes,share,year,tonnes_unit,tonnes_status,source
        China,270000,0.5,2024,t,estimated,mcs-2025
        Myanmar,,-0.25,2024,t,unknown,a; b

        """)
  }

  @Test("columns that the query gives by those names are not doubled")
  func given() {
    var data = data
    data.table.columns[0] = DataColumn("tonnes_unit", .string)
    data.table.columns[2] = DataColumn("source", .string)
    let table = FigureDownload.table(data)
    #expect(
      table.columns.map(\.name) == ["tonnes_unit", "tonnes", "source", "year", "tonnes_status"])
  }

  @Test("where all values are reported and no source is known, nothing is added but units")
  func plain() {
    var data = data
    data.statuses = [[], []]
    data.sources = [[], []]
    #expect(FigureDownload.table(data).columns.last?.name == "tonnes_unit")
  }
}
