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

  @Test(
    "numbers beyond what can be counted end in a picture or an error, on pages and alone",
    arguments: [
      #""width":1e19,"mark":"bar","encoding":{"x":{"field":"a"}}"#,
      #""mark":"bar","encoding":{"x":{"field":"a","bin":{"step":1,"extent":[1e30,-1e30]}}}"#,
      #""mark":"bar","encoding":{"color":{"field":"b","type":"quantitative","scale":{"type":"quantize","scheme":{"name":"blues","count":1e30}}}}"#,
      #""mark":"point","config":{"scale":{"quantizeCount":1e30}},"encoding":{"size":{"field":"b","type":"quantitative","scale":{"type":"quantize"}}}"#,
      #""mark":"bar","encoding":{"x":{"field":"a","type":"temporal","scale":{"nice":{"interval":"month","step":1e30}}}}"#,
    ])
  func hugeNumbers(text: String) {
    let spec = #"{"data":{"values":[{"a":1,"b":2},{"a":3,"b":4}]},"# + text + "}"
    let page = ChartOptions(mode: .page(.wide), theme: .page(.wide))
    for options in [ChartOptions(), page] {
      let probe = ChartProbe(spec, options: options)
      #expect(probe.chart != nil || !probe.errors.isEmpty)
    }
  }

  @Test("a mark without end does not take the picture's size")
  func endless() {
    let text =
      #"{"data":{"values":[{"a":1}]},"mark":{"type":"rule","size":{"expr":"1 / 0"}},"encoding":{}}"#
    #expect(ChartProbe(text).chart.map { $0.width > 0 && $0.height > 0 } == true)
  }

  @Test("two drawings of one specification are the same bytes")
  func determinism() {
    let text = chart(
      "\"bar\"", #""x":{"field":"a"},"y":{"field":"b","type":"quantitative"},"color":{"field":"a"}"#
    )
    #expect(ChartProbe(text).svg == ChartProbe(text).svg)
  }
}
