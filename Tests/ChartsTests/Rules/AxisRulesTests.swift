import Testing

@testable import Charts

/// Where renderers of Vega-Lite go wrong: axes.
@Suite("Rules of Vega-Lite 6.4: axes")
struct AxisRulesTests {
  private let values = #"[{"a":"A","v":0},{"a":"B","v":10000000}]"#

  /// A point chart of one quantitative axis of x.
  private func draw(_ axis: String, values: String? = nil, scale: String = "", more: String = "")
    -> ChartProbe
  {
    ChartProbe(
      chart(
        "\"point\"", #""x":{"field":"v","type":"quantitative"\#(scale),"axis":{\#(axis)}}"#,
        values: values ?? self.values, more: more))
  }

  @Test("axes: labels that run into each other go by parity")
  func parity() {
    #expect(draw("").texts("axis-label") == ["0", "4,000,000", "8,000,000"])
    #expect(draw(#""labelOverlap":false"#).texts("axis-label").count == 11)
  }

  @Test("axes: on logarithmic axes they go greedily, from left to right")
  func greedy() {
    let probe = draw(
      "", values: #"[{"v":1},{"v":1000000000}]"#, scale: #","scale":{"type":"log"}"#,
      more: #","width":150"#)
    #expect(probe.texts("axis-label") == ["1", "10", "100", "10,000", "10,000,000"])
  }

  @Test("axes: the outermost labels of a continuous x stand flush with the axis")
  func flush() {
    let labels = draw("", values: #"[{"v":0},{"v":10}]"#).labels("axis-label")
    #expect(labels.first?.align == .left && labels.last?.align == .right)
    #expect(labels.dropFirst().dropLast().allSatisfy { $0.align == .center })
    let names = ChartProbe(
      chart("\"point\"", #""x":{"field":"a","type":"nominal","axis":{"labelAngle":0}}"#))
    #expect(names.labels("axis-label").allSatisfy { $0.align == .center })
  }

  @Test("axes: labels are cut at 180 pixels", arguments: [(nil, 180.0), (60.0, 60)])
  func limit(written: Double?, limit: Double) throws {
    let name = String(repeating: "long ", count: 30)
    let axis = written.map { #","axis":{"labelLimit":\#($0)}"# } ?? ""
    let probe = ChartProbe(
      chart(
        "\"point\"", #""y":{"field":"a","type":"nominal"\#(axis)}"#, values: #"[{"a":"\#(name)"}]"#)
    )
    let label = try #require(probe.labels("axis-label").first)
    let width = TextMetrics().width(label.lines, font: label.font)
    #expect(label.lines[0].hasSuffix("…") && width <= limit && width > limit - 12)
  }

  @Test("axes: labelExpr writes labels, values say where ticks are")
  func expression() {
    let probe = draw(#""values":[0,4000000],"labelExpr":"datum.value / 1e6 + '|' + datum.label""#)
    #expect(probe.texts("axis-label") == ["0|0", "4|4,000,000"])
  }

  @Test("axes: ticks are no nearer than tickMinStep")
  func step() {
    let rows = #"[{"v":0},{"v":3}]"#
    #expect(
      draw("", values: rows).texts("axis-label") == [
        "0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0",
      ])
    #expect(draw(#""tickMinStep":1"#, values: rows).texts("axis-label") == ["0", "1", "2", "3"])
  }

  @Test(
    "axes: a format is one of numbers or of time, as the type or formatType says",
    arguments: [
      (#""values":[0.5],"format":".1%""#, "quantitative", "50.0%"),
      (#""values":[0],"format":"%Y","formatType":"time""#, "quantitative", "1970"),
      (#""values":[0],"format":"%Y""#, "temporal", "1970"),
      (#""values":[1500],"format":"~s","formatType":"number""#, "quantitative", "1.5k"),
    ])
  func format(axis: String, type: String, label: String) {
    let probe = ChartProbe(
      chart(
        "\"point\"", #""x":{"field":"v","type":"\#(type)","axis":{\#(axis)}}"#,
        values: #"[{"v":0},{"v":2000}]"#))
    #expect(probe.texts("axis-label") == [label])
  }

  @Test("axes: orient puts them at the right or the top")
  func sides() throws {
    func label(_ channel: String, _ orient: String) throws -> TextNode {
      let probe = ChartProbe(
        chart(
          "\"point\"",
          #""\#(channel)":{"field":"a","type":"nominal","axis":{"orient":"\#(orient)","labelAngle":0}}"#
        ))
      return try #require(probe.labels("axis-label").first)
    }
    let right = try label("y", "right")
    #expect(right.align == .left && right.position.x == 7)
    let left = try label("y", "left")
    #expect(left.align == .right && left.position.x == -7)
    let top = try label("x", "top")
    #expect(top.baseline == .bottom && top.position.y == -7)
  }

  @Test("axes: zindex puts them before the marks", arguments: [0, 1])
  func order(zindex: Int) throws {
    let svg = draw(#""zindex":\#(zindex)"#).svg
    let axis = try #require(svg.firstRange(of: "role-axis-domain")).lowerBound
    let marks = try #require(svg.firstRange(of: "mark-symbol role-mark")).lowerBound
    #expect((axis > marks) == (zindex == 1))
  }

  @Test(
    "axes: labels and ticks of bands stand half a pixel back, so that they meet the bands' middle")
  func bands() {
    let probe = ChartProbe(
      chart("\"bar\"", #""x":{"field":"a","type":"nominal","axis":{"labelAngle":0}}"#))
    #expect(probe.labels("axis-label").map(\.position.x) == [9.5, 29.5, 49.5])
  }

  @Test("axes: only continuous axes of fields that are not binned have a grid")
  func grid() {
    func lines(_ x: String) -> Int {
      ChartProbe(chart("\"bar\"", #""x":{\#(x)}"#, values: #"[{"a":"A","v":1},{"a":"B","v":3}]"#))
        .figures("axis-grid").count
    }
    #expect(lines(#""field":"v","type":"quantitative""#) > 0)
    #expect(lines(#""field":"v","bin":true"#) == 0)
    #expect(lines(#""field":"v","bin":"binned","type":"quantitative""#) == 0)
    #expect(lines(#""field":"a","type":"nominal""#) == 0)
    #expect(lines(#""datum":3"#) == 0)
  }
}
