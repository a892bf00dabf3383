import Testing

@testable import Charts

/// Where renderers of Vega-Lite go wrong: the sizes of plots and pictures.
@Suite("Rules of Vega-Lite 6.4: size")
struct SizeRulesTests {
  private let bars = #""x":{"field":"a","type":"nominal"},"y":{"field":"b","type":"quantitative"}"#

  @Test("size: a step counts for the bands of an offset, or for the position if it says so")
  func offsets() {
    let values = #"[{"a":"A","c":"u","b":1},{"a":"A","c":"v","b":2},{"a":"B","c":"w","b":3}]"#
    func probe(_ width: String) -> ChartProbe {
      ChartProbe(
        chart(
          "\"bar\"", bars + #","xOffset":{"field":"c"}"#, values: values, more: width))
    }
    let standard = probe("")
    #expect(standard.rects.map(\.x) == [15, 35, 130])
    #expect(standard.rects.allSatisfy { abs($0.width - 20) < 1e-9 })
    // Two bands of 100 with paddings of a fifth.
    #expect(probe(#","width":{"step":100,"for":"position"}"#).plots.first?.width == 220)
  }

  @Test(
    "size: a continuous axis is 300 pixels long, before version 6 200",
    arguments: [(6, 300.0), (5, 200)])
  func continuous(version: Int, length: Double) {
    let schema = #","$schema":"https://vega.github.io/schema/vega-lite/v\#(version).json""#
    let probe = ChartProbe(
      chart(
        "\"point\"",
        #""x":{"field":"b","type":"quantitative"},"y":{"field":"b","type":"quantitative"}"#,
        more: schema))
    #expect(probe.plots.map(\.width) == [length] && probe.plots.map(\.height) == [length])
  }

  @Test("size: fitting is ignored in composed views")
  func fit() {
    let view = #"{"mark":"point","encoding":{"x":{"field":"v","type":"quantitative"}}}"#
    let probe = ChartProbe(
      #"{"autosize":"fit","data":{"values":[{"v":1}]},"hconcat":[\#(view),\#(view)]}"#)
    #expect(probe.plots.map(\.width) == [300, 300])
  }

  @Test(
    "size: the picture is five pixels larger on every side, or what `padding` says",
    arguments: [nil, 20.0])
  func padding(written: Double?) {
    let more = written.map { #","padding":\#($0)"# } ?? ""
    let probe = ChartProbe(
      chart("\"rect\"", #""x":{"field":"a","type":"nominal","axis":null}"#, more: more))
    let edge = written ?? 5
    #expect(probe.plots.first.map { Point($0.x1, $0.y1) } == Point(edge, edge))
    #expect(probe.chart?.width == 60 + 2 * edge)
    #expect(probe.chart?.height == 20 + 2 * edge)
  }

  @Test("size: views side by side keep the width that each is given")
  func children() {
    func view(_ width: String) -> String {
      #"{\#(width)"mark":"point","encoding":{"x":{"field":"v","type":"quantitative"}}}"#
    }
    let probe = ChartProbe(
      #"{"data":{"values":[{"v":1}]},"hconcat":[\#(view(#""width":100,"#)),\#(view(#""width":50,"height":70,"#)),\#(view(""))]}"#
    )
    #expect(probe.plots.map(\.width) == [100, 50, 300])
    #expect(probe.plots.map(\.height) == [20, 70, 20])
  }
}
