import Testing

@testable import Charts

/// Where renderers of Vega-Lite go wrong: legends.
@Suite("Rules of Vega-Lite 6.4: legends")
struct LegendRulesTests {
  private let x = #""x":{"field":"b","type":"quantitative"}"#

  @Test("legends: channels of one field and title share one")
  func shared() {
    let one = ChartProbe(chart("\"point\"", #"\#(x),"color":{"field":"a"},"shape":{"field":"a"}"#))
    #expect(one.texts("legend-label") == ["A", "B", "C"])
    #expect(one.texts("legend-title") == ["a"])
    let two = ChartProbe(
      chart(
        "\"point\"", #"\#(x),"color":{"field":"a"},"shape":{"field":"c"}"#,
        values: #"[{"a":"A","b":1,"c":"u"},{"a":"B","b":2,"c":"v"}]"#))
    #expect(two.texts("legend-title").sorted() == ["a", "c"])
  }

  @Test("legends: symbols stand in the columns that are asked for")
  func columns() {
    let probe = ChartProbe(
      chart("\"point\"", #"\#(x),"color":{"field":"a","legend":{"columns":2}}"#))
    // Row by row: the first column holds A and B, the second one C.
    #expect(probe.texts("legend-label") == ["A", "C", "B"])
  }

  @Test("legends: there are thirty symbols at most, the last of which counts the rest")
  func limit() {
    let rows = (10..<50).map { #"{"a":"v\#($0)","b":1}"# }.joined(separator: ",")
    let probe = ChartProbe(chart("\"point\"", #"\#(x),"color":{"field":"a"}"#, values: "[\(rows)]"))
    #expect(probe.texts("legend-label").count == 30)
    #expect(probe.texts("legend-label").last == "…11 entries")
    let five = ChartProbe(
      chart(
        "\"point\"", #"\#(x),"color":{"field":"a","legend":{"symbolLimit":5}}"#, values: "[\(rows)]"
      ))
    #expect(five.texts("legend-label").count == 5)
  }

  @Test(
    "legends: a gradient is as long as the plot is high, from 64 to 200 pixels",
    arguments: [(30.0, 64.0), (100, 100), (300, 200)])
  func gradient(height: Double, length: Double) {
    let probe = ChartProbe(
      chart(
        "\"point\"", #"\#(x),"color":{"field":"b","type":"quantitative"}"#,
        more: #","height":\#(height)"#))
    let bars = probe.figures("legend-gradient").compactMap {
      if case .rect(let bar) = $0 { bar } else { nil }
    }
    #expect(bars.map(\.height) == [length] && bars.map(\.width) == [16])
  }

  @Test("legends: scales of classes show their ranges")
  func classes() {
    let probe = ChartProbe(
      chart(
        "\"point\"",
        #"\#(x),"size":{"field":"b","type":"quantitative","scale":{"type":"threshold","domain":[30,50],"range":[20,60,200]}}"#
      ))
    #expect(probe.texts("legend-label") == ["< 30", "30 – 50", "≥ 50"])
  }

  @Test("legends: aria false hides one from assistive technology, null leaves it out")
  func hidden() {
    func svg(_ legend: String) -> String {
      ChartProbe(chart("\"point\"", #"\#(x),"color":{"field":"a","legend":\#(legend)}"#)).svg
    }
    #expect(
      svg("{}").contains(
        #"aria-label="Symbol legend titled 'a' for stroke color with 3 values: A, B, C""#))
    let silent = svg(#"{"aria":false}"#)
    #expect(silent.contains("role-legend") && !silent.contains(#"aria-roledescription="legend""#))
    #expect(!svg("null").contains("role-legend"))
  }

  @Test("legends: symbols whose fill is not explained keep room for a line round them")
  func room() {
    func places(_ channel: String) -> [Double] {
      ChartProbe(
        chart(
          #"{"type":"bar","size":20}"#,
          #"\#(x),"\#(channel)":{"field":"a","type":"nominal","legend":{}}"#)
      ).labels("legend-label").map(\.position.x)
    }
    // The line is transparent, and the extent of a symbol holds it.
    let probe = ChartProbe(chart("\"bar\"", #"\#(x),"opacity":{"field":"a","type":"nominal"}"#))
    let symbols = probe.figures("legend-symbol").compactMap {
      if case .path(let path) = $0 { path } else { nil }
    }
    #expect(!symbols.isEmpty && symbols.allSatisfy { $0.style.stroke == .literal("transparent") })
    #expect(places("color") == places("opacity"))
  }

  @Test("legends: one beside lines in series keeps clear of their strokes")
  func beside() {
    func left(_ mark: String) -> Double {
      let probe = ChartProbe(
        chart(
          mark,
          #""x":{"field":"b","type":"quantitative","scale":{"zero":false,"nice":false}},"y":{"field":"b","type":"quantitative"},"color":{"field":"c"}"#,
          values: #"[{"b":1,"c":"u"},{"b":2,"c":"u"}]"#))
      return probe.chart?.width ?? 0
    }
    #expect(
      left(#"{"type":"line","strokeWidth":9}"#) - left(#"{"type":"line","strokeWidth":1}"#) == 8)
  }
}
