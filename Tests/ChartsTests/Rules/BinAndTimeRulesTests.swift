import Testing

@testable import Charts

/// Where renderers of Vega-Lite go wrong: bins and time units.
@Suite("Rules of Vega-Lite 6.4: bins, time units")
struct BinAndTimeRulesTests {
  private func rows(_ range: Range<Int>) -> String {
    "[" + range.map { #"{"v":\#($0)}"# }.joined(separator: ",") + "]"
  }

  @Test("bins: ten at most, with a gap of one pixel")
  func standard() {
    let probe = ChartProbe(
      chart(
        "\"bar\"", #""x":{"field":"v","bin":true},"y":{"aggregate":"count"}"#, values: rows(0..<50))
    )
    #expect(probe.rects.map(\.x).sorted().prefix(2) == [1, 31])
    #expect(probe.rects.allSatisfy { abs($0.width - 29) < 1e-9 })
    #expect(probe.texts("axis-title") == ["v (binned)", "Count of Records"])
  }

  @Test(
    "bins: six at most for row, column, colour and shape",
    arguments: ["row", "column", "color", "shape"])
  func channels(channel: String) {
    let probe = ChartProbe(
      chart(
        "\"point\"",
        #""x":{"field":"v","type":"quantitative"},"\#(channel)":{"field":"v","bin":true}"#,
        values: rows(0..<60)))
    switch channel {
    case "row", "column": #expect(probe.texts("title-text").count == 1 + 6)
    case "color": #expect(Set(probe.paths.map(\.style.stroke)).count == 6)
    default: #expect(probe.texts("legend-label").count == 6)
    }
  }

  @Test("bins: a step is kept, and nice: false begins at the least value")
  func steps() {
    func widths(_ bin: String) -> Set<Double> {
      let probe = ChartProbe(
        chart(
          "\"bar\"", #""x":{"field":"v","bin":\#(bin)},"y":{"aggregate":"count"}"#,
          values: rows(3..<50)))
      return Set(probe.rects.map { ($0.width * 1000).rounded() / 1000 })
    }
    // From 0 to 49 by 7: seven bins of 42.857 pixels; by 5 from 0 to 50.
    #expect(widths(#"{"step":7}"#) == [41.857])
    #expect(widths("true") == [29])
    let probe = ChartProbe(
      chart(
        "\"bar\"", #""x":{"field":"v","bin":{"nice":false,"step":10}},"y":{"aggregate":"count"}"#,
        values: rows(3..<44)))
    #expect(probe.texts("axis-label").contains("3"))
  }

  @Test("bins: those that the data has reach from x to x2, with the gap")
  func ready() {
    let probe = ChartProbe(
      chart(
        "\"bar\"",
        #""x":{"field":"s","bin":{"binned":true,"step":10}},"x2":{"field":"e"},"y":{"field":"n","type":"quantitative"}"#,
        values: #"[{"s":0,"e":10,"n":1},{"s":10,"e":20,"n":2},{"s":20,"e":30,"n":3}]"#))
    #expect(probe.rects.map(\.x) == [1, 101, 201])
    #expect(probe.rects.map(\.width) == [99, 99, 99])
  }

  @Test("time units: weeks begin on Sunday")
  func weeks() {
    let probe = ChartProbe(
      chart(
        "\"bar\"",
        #""x":{"timeUnit":"yearweek","field":"d","type":"ordinal"},"y":{"aggregate":"count"}"#,
        // Sunday, Saturday and the Sunday after it.
        values: #"[{"d":"2012-01-01"},{"d":"2012-01-07"},{"d":"2012-01-08"}]"#))
    #expect(probe.rects.map(\.height) == [300, 150])
  }

  @Test(
    "time units: quarters and days of the year",
    arguments: [("quarter", ["Q1", "Q3"]), ("dayofyear", ["032", "244"])])
  func labels(unit: String, expected: [String]) {
    let probe = ChartProbe(
      chart(
        "\"bar\"", #""x":{"timeUnit":"\#(unit)","field":"d","type":"ordinal"}"#,
        values: #"[{"d":"2013-02-01"},{"d":"2013-09-01"}]"#))
    #expect(probe.texts("axis-label") == expected)
  }

  @Test("time units: bars fill their interval but for the gap, points stand at the band position")
  func positions() {
    let values = #"[{"d":"2012-01-01"},{"d":"2013-01-01"}]"#
    let bars = ChartProbe(
      chart(
        "\"bar\"", #""x":{"timeUnit":"year","field":"d"},"y":{"aggregate":"count"}"#, values: values
      ))
    // Two years on 300 pixels, the first a leap year.
    let border = 300 * 366.0 / 731
    #expect(bars.rects.map(\.x).sorted().first == 1)
    #expect(abs((bars.rects.map(\.width).max() ?? 0) - (border - 1)) < 1e-9)
    func places(_ position: String) -> [Double] {
      ChartProbe(
        chart(
          "\"point\"",
          #""x":{"timeUnit":"year","field":"d"\#(position),"scale":{"domain":[1325376000000,1388534400000]}}"#,
          values: values)
      ).paths.compactMap(\.position?.x)
    }
    #expect(places("").first == 0)
    #expect(abs((places(#","bandPosition":0.5"#).first ?? 0) - border / 2) < 1e-9)
  }
}
