import Diagnostics
import Documents
import Tables
import Testing

@testable import Charts

/// The text alternative that is composed from the data.
@Suite struct ChartDescriptionTests {
  func describe(_ encoding: String, mark: String, _ table: DataTable) throws -> String {
    let collector = DiagnosticCollector()
    let text = #"{"data": {"name": "t"}, "mark": "\#(mark)", "encoding": \#(encoding)}"#
    let node = try #require(JSONReader.read(text, path: "c.json", into: collector))
    let chart = try #require(
      Chart.render(
        node, path: "c.json", data: ["t": table],
        options: ChartOptions(mode: .page(.wide), theme: .page(.wide)), into: collector))
    return chart.description
  }

  static let world = DataTable(
    columns: [
      DataColumn("year", .year, title: "Year"),
      DataColumn("kt", .number, title: "Mine output", format: ",.0f"),
    ],
    rows: [(2010, 101.0), (2011, 99), (2024, 1380), (2025, 390)].map {
      [.integer($0.0), .number($0.1)]
    })

  @Test("a course through time is told by its ends and its extremes")
  func course() throws {
    let text = try describe(
      #"{"x": {"field": "year", "type": "temporal", "title": null}, "y": {"field": "kt", "title": null}}"#,
      mark: "line", Self.world)
    #expect(
      text == "Line chart: mine output by Year. From 101 in 2010 to 390 in 2025; "
        + "highest 1,380 (2024), lowest 99 (2011).")
  }

  @Test("named values are told by the largest and the smallest")
  func ranking() throws {
    let table = DataTable(
      columns: [DataColumn("country", .string, title: "Country"), DataColumn("kt", .number)],
      rows: [("A", 1.0), ("B", 30), ("C", 20), ("D", 10), ("E", 2)].map {
        [.text($0.0), .number($0.1)]
      })
    let text = try describe(
      #"{"y": {"field": "country"}, "x": {"field": "kt"}}"#, mark: "bar", table)
    #expect(text.hasSuffix("Of 5, the largest: B 30, C 20, D 10; the smallest: A 1."))
  }

  @Test("of several series the leaders at the end are told")
  func leaders() throws {
    let table = DataTable(
      columns: [
        DataColumn("year", .year), DataColumn("who", .string), DataColumn("kt", .number),
      ],
      rows: [
        [.integer(2018), .text("A"), .number(5)], [.integer(2018), .text("B"), .number(9)],
        [.integer(2025), .text("A"), .number(12)], [.integer(2025), .text("B"), .number(7)],
      ])
    let text = try describe(
      #"{"x": {"field": "year", "type": "temporal"}, "y": {"field": "kt"}, "color": {"field": "who"}}"#,
      mark: "line", table)
    #expect(text.hasSuffix("Latest (2025): A 12, B 7. A was at 5 in 2018."))
  }

  @Test("a scatter plot is told by its extents")
  func extents() throws {
    let table = DataTable(
      columns: [DataColumn("a", .number), DataColumn("b", .number)],
      rows: [[.number(1), .number(4)], [.number(3), .number(2)]])
    let text = try describe(
      #"{"x": {"field": "a"}, "y": {"field": "b"}}"#, mark: "point", table)
    #expect(text == "Scatter plot: b by a. 2 points; a from 1 to 3, b from 2 to 4.")
  }

  @Test("an author's description is taken as it is")
  func written() throws {
    let collector = DiagnosticCollector()
    let node = try #require(
      JSONReader.read(
        #"{"description": "Mine.", "data": {"name": "t"}, "mark": "line", "encoding": {"x": {"field": "year"}, "y": {"field": "kt"}}}"#,
        path: "c.json", into: collector))
    let chart = try #require(
      Chart.render(
        node, path: "c.json", data: ["t": Self.world], options: ChartOptions(), into: collector))
    #expect(chart.description == "Mine.")
  }
}
