import Diagnostics
import Testing

@testable import Charts

/// Where renderers of Vega-Lite go wrong: stacking.
@Suite("Rules of Vega-Lite 6.4: stacking")
struct StackingRulesTests {
  private let color = #""color":{"field":"c","type":"nominal"}"#

  /// Two rows of 10 at one place, in two colours.
  private func pair(_ mark: String, _ y: String, more: String = "") -> ChartProbe {
    ChartProbe(
      chart(
        "\"\(mark)\"", #""x":{"field":"g","type":"ordinal"},"y":{\#(y)},\#(color)\#(more)"#,
        values: #"[{"g":1,"c":"u","v":10,"w":5},{"g":1,"c":"v","v":10,"w":5}]"#))
  }

  private let amount = #""field":"v","type":"quantitative""#

  @Test(
    "stacking: by default only bar, area and arc",
    arguments: [("bar", true), ("area", true), ("line", false), ("point", false), ("rule", false)])
  func marks(mark: String, isStacked: Bool) {
    #expect(pair(mark, amount).texts("axis-label").contains("20") == isStacked)
  }

  @Test("stacking: arcs share the circle")
  func arcs() {
    let probe = ChartProbe(
      chart(
        "\"arc\"", #""theta":{"field":"b","type":"quantitative"},"color":{"field":"a"}"#,
        values: #"[{"a":"A","b":1},{"a":"B","b":1}]"#))
    // Two halves: each as wide as the radius and as high as the circle.
    #expect(probe.paths.map { $0.path.bounds.width.rounded() } == [150, 150])
    #expect(probe.paths.map { $0.path.bounds.height.rounded() } == [300, 300])
  }

  @Test("stacking: not by default on logarithmic scales, which have no zero")
  func logarithmic() {
    let probe = pair("bar", amount + #","scale":{"type":"log","domain":[1,100]}"#)
    #expect(probe.rects.map(\.height) == [150, 150])
    #expect(Set(probe.rects.map(\.y)) == [150])
  }

  @Test("stacking: not with a second position")
  func ranges() {
    let probe = pair("bar", amount, more: #","y2":{"field":"w"}"#)
    #expect(Set(probe.rects.map(\.height)) == [150])
    #expect(Set(probe.rects.map(\.y)) == [0])
  }

  @Test(
    "stacking: sums silently, other aggregates with a warning",
    arguments: [("sum", true), ("mean", false), ("max", false)])
  func aggregates(name: String, isSum: Bool) {
    let probe = pair("bar", amount + #","aggregate":"\#(name)""#)
    #expect(probe.texts("axis-label").contains("20"))
    #expect(probe.diagnostics.map(\.id) == (isSum ? [] : ["chart.stack-no-sum"]))
  }

  @Test("stacking: areas impute missing groups with zero")
  func imputed() {
    let probe = ChartProbe(
      chart(
        "\"area\"",
        #""x":{"field":"x","type":"ordinal"},"y":{"field":"v","type":"quantitative"},\#(color)"#,
        values:
          #"[{"x":1,"v":1,"c":"u"},{"x":2,"v":1,"c":"u"},{"x":3,"v":1,"c":"u"},{"x":2,"v":2,"c":"v"}]"#
      ))
    // Both reach from the first to the third value, though one has the second only.
    #expect(probe.paths.map(\.path.bounds.width) == [40, 40])
  }

  @Test("stacking: positive and negative amounts stack apart from zero")
  func diverging() {
    let probe = ChartProbe(
      chart(
        "\"bar\"", #""y":{"field":"v","type":"quantitative"},\#(color)"#,
        values: #"[{"c":"u","v":2},{"c":"v","v":-1},{"c":"w","v":3}]"#))
    // From −1 to 5 over 300 pixels zero lies at 250.
    let above = probe.rects.filter { $0.y < 249 }
    #expect(probe.rects.filter { $0.y > 249 }.map(\.height) == [50])
    #expect(above.map { $0.height.rounded() }.sorted() == [100, 150])
    #expect(above.map { $0.y + $0.height }.max() == 250)
  }

  @Test("stacking: normalize divides by the sum of absolute values")
  func normalized() {
    let probe = ChartProbe(
      chart(
        "\"bar\"", #""y":{"field":"v","type":"quantitative","stack":"normalize"},\#(color)"#,
        values: #"[{"c":"u","v":1},{"c":"v","v":3}]"#))
    #expect(probe.rects.map(\.height).sorted() == [75, 225])
    let mixed = ChartProbe(
      chart(
        "\"bar\"", #""y":{"field":"v","type":"quantitative","stack":"normalize"},\#(color)"#,
        values: #"[{"c":"u","v":1},{"c":"v","v":-3}]"#))
    let heights = mixed.rects.map(\.height).sorted()
    #expect(heights.count == 2 && abs(heights[1] / heights[0] - 3) < 1e-9)
  }
}
