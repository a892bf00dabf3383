import Diagnostics
import Testing

@testable import Charts

/// Where renderers of Vega-Lite go wrong: scales.
@Suite("Rules of Vega-Lite 6.4: scales")
struct ScaleRulesTests {
  /// Where the values stand on an axis of 300 pixels.
  private func places(_ values: [Double], _ scale: String) -> [Double] {
    let rows = values.map { #"{"v":\#($0)}"# }.joined(separator: ",")
    return ChartProbe(
      chart(
        "\"point\"", #""x":{"field":"v","type":"quantitative","scale":{\#(scale)}}"#,
        values: "[\(rows)]")
    ).paths.compactMap(\.position?.x)
  }

  private func isNear(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-9 }
  }

  @Test(
    "scales: zero is taken in, then the domain is made nice",
    arguments: [
      ("", 0.0, 130.0), (#""nice":false"#, 0, 121), (#""zero":false"#, 102, 122),
      (#""zero":false,"nice":false"#, 103, 121), (#""nice":3"#, 0, 150),
    ])
  func niceAndZero(scale: String, low: Double, high: Double) {
    let expected = [103.0, 121].map { ($0 - low) / (high - low) * 300 }
    #expect(isNear(places([103, 121], scale), expected))
  }

  @Test(
    "scales: domainMin, domainMax and domainMid",
    arguments: [
      (#""domainMin":10,"nice":false"#, 10.0, 100.0), (#""domainMax":200"#, 0, 200),
      (#""domainMin":10,"domainMax":110,"nice":false"#, 10, 110),
    ])
  func bounds(scale: String, low: Double, high: Double) {
    let expected = [60.0, 100].map { ($0 - low) / (high - low) * 300 }
    #expect(isNear(places([60, 100], scale), expected))
  }

  @Test("scales: domainMid stands in the middle of the range")
  func middle() {
    #expect(isNear(places([0, 20, 100], #""domainMid":20,"nice":false"#), [0, 150, 300]))
  }

  @Test("scales: reverse turns the range round")
  func reverse() {
    #expect(isNear(places([28, 0], #""domain":[0,100],"reverse":true"#), [216, 300]))
  }

  @Test("scales: clamp keeps marks on the plot", arguments: [(true, 300.0), (false, 600)])
  func clamp(isClamped: Bool, place: Double) {
    #expect(isNear(places([20], #""domain":[0,10],"clamp":\#(isClamped)"#), [place]))
  }

  @Test("scales: padding widens the domain of an axis, and parts the bands of another")
  func padding() {
    #expect(isNear(places([0, 100], #""padding":10,"zero":false,"nice":false"#), [10, 290]))
    let bars = ChartProbe(
      chart(
        "\"bar\"", #""x":{"field":"a","type":"nominal","scale":{"padding":0.5}}"#,
        more: #","width":350"#))
    #expect(isNear(bars.rects.map(\.x), [50, 150, 250]))
    #expect(isNear(bars.rects.map(\.width), [50, 50, 50]))
  }

  @Test("scales: round gives whole pixels")
  func round() {
    #expect(places([1, 3], #""domain":[0,7],"round":true"#) == [43, 129])
    #expect(isNear(places([1, 3], #""domain":[0,7]"#), [300.0 / 7, 900.0 / 7]))
  }

  @Test("scales: a logarithmic domain across zero is a diagnostic")
  func logZero() {
    let probe = ChartProbe(
      chart(
        "\"point\"", #""x":{"field":"v","type":"quantitative","scale":{"type":"log"}}"#,
        values: #"[{"v":-1},{"v":10}]"#))
    #expect(probe.chart == nil && probe.errors.map(\.id) == ["chart.log-zero"])
  }

  @Test("scales: schemes by count and extent")
  func schemes() {
    func colors(_ scheme: String) -> [Paint?] {
      ChartProbe(
        chart(
          "\"circle\"",
          #""x":{"field":"b"},"color":{"field":"a","type":"ordinal","scale":{"scheme":\#(scheme)}}"#
        )
      ).paths.map(\.style.fill)
    }
    let plain = colors(#""blues""#)
    #expect(Set(plain).count == 3)
    #expect(colors(#"{"name":"blues","extent":[1,0]}"#) == plain.reversed())
    // Of two colours the third value takes the first again.
    let two = colors(#"{"name":"blues","count":2}"#)
    #expect(Set(two).count == 2 && two.first == two.last)
  }
}
