import Tables
import Testing

@testable import Charts

/// Tables that are handed in, and the same bytes from the same specification.
@Suite("Renderer")
struct RendererTests {
  @Test("a table handed in gives types, titles and years")
  func tables() {
    let table = DataTable(
      columns: [
        .init("year", .year, title: "Year"), .init("t", .number, title: "Tonnes", format: ",.0f"),
      ], rows: [[.integer(2020), .number(1000)], [.integer(2021), .number(2000)]])
    let probe = ChartProbe(
      #"{"data":{"name":"m"},"mark":"line","encoding":{"x":{"field":"year"},"y":{"field":"t"}}}"#,
      data: ["m": table])
    #expect(probe.texts("axis-title") == ["Year", "Tonnes"])
    #expect(probe.texts("axis-label").contains("2021"))
    #expect(
      probe.chart?.data == [.init(name: "m", columns: ["year", "t"], discreteColumns: [])])
  }

  @Test("two drawings of one specification are the same bytes")
  func determinism() {
    let text = chart(
      "\"bar\"", #""x":{"field":"a"},"y":{"field":"b","type":"quantitative"},"color":{"field":"a"}"#
    )
    #expect(ChartProbe(text).svg == ChartProbe(text).svg)
  }
}
