import Testing

@testable import Charts

/// Where renderers of Vega-Lite go wrong: views of views.
@Suite("Rules of Vega-Lite 6.4: composition")
struct CompositionRulesTests {
  private let values = #"[{"v":1,"w":10,"a":"A","b":"B"},{"v":4,"w":20,"a":"A","b":"C"}]"#

  private func compose(_ key: String, _ views: [String], more: String = "") -> ChartProbe {
    ChartProbe(
      #"{"data":{"values":\#(values)},"\#(key)":[\#(views.joined(separator: ","))]\#(more)}"#)
  }

  private func view(_ encoding: String, mark: String = "point") -> String {
    #"{"mark":"\#(mark)","encoding":{\#(encoding)}}"#
  }

  @Test("composition: facets and layers share their scales, unless they say otherwise")
  func shared() {
    let rows = #"[{"x":1,"c":"u"},{"x":9,"c":"v"}]"#
    func places(_ resolve: String) -> [Double] {
      ChartProbe(
        chart(
          "\"point\"",
          #""x":{"field":"x","type":"quantitative"},"column":{"field":"c","type":"nominal"}"#,
          values: rows, more: resolve)
      ).paths.compactMap(\.position?.x)
    }
    #expect(places("").map { ($0 * 9).rounded() } == [300, 2700])
    #expect(places(#","resolve":{"scale":{"x":"independent"}}"#) == [300, 300])
    let layers = compose(
      "layer",
      [
        view(#""x":{"field":"v","type":"quantitative"}"#),
        view(#""x":{"field":"w","type":"quantitative"}"#),
      ])
    #expect(layers.paths.compactMap(\.position?.x) == [15, 60, 150, 300])
  }

  @Test("composition: views side by side have their own x and y, and share colours and sizes")
  func concatenated() {
    let probe = compose(
      "hconcat",
      [
        view(#""x":{"field":"v","type":"quantitative"},"color":{"field":"a"}"#),
        view(#""x":{"field":"w","type":"quantitative"},"color":{"field":"b"}"#),
      ])
    #expect(probe.paths.compactMap(\.position?.x) == [75, 300, 150, 300])
    #expect(probe.texts("legend-label") == ["A", "B", "C"])
    #expect(probe.texts("axis-title") == ["v", "w"])
  }

  @Test("composition: every circle of views side by side is a whole one")
  func polar() {
    let probe = compose(
      "hconcat",
      ["v", "w"].map {
        view(
          #""theta":{"field":"\#($0)","type":"quantitative"},"color":{"field":"b"}"#, mark: "arc")
      })
    #expect(probe.paths.count == 4)
    // One slice of four fifths, one of two thirds: the larger ones hold the whole height.
    #expect(probe.paths.filter { abs($0.path.bounds.height - 300) < 1e-6 }.count == 2)
  }

  @Test("composition: a repeat is drawn once for each field, as far apart as the widest needs")
  func repeated() {
    let probe = ChartProbe(
      #"{"data":{"values":\#(values)},"repeat":["v","w","v"],"columns":3,"spec":{"mark":"point","encoding":{"x":{"field":"v","type":"quantitative"},"y":{"field":{"repeat":"repeat"},"type":"quantitative"}}}}"#
    )
    #expect(probe.texts("axis-title").filter { $0 == "w" }.count == 1)
    let lefts = probe.plots.map(\.x1)
    #expect(lefts.count == 3 && lefts[1] - lefts[0] == lefts[2] - lefts[1])
  }

  @Test(
    "composition: headers stand over columns and beside rows, clear of the line round the plots")
  func headers() throws {
    func header(_ channel: String) throws -> (label: TextNode, probe: ChartProbe) {
      let probe = ChartProbe(
        chart("\"point\"", #""x":{"field":"b","type":"quantitative"},"\#(channel)":{"field":"a"}"#))
      return (try #require(probe.labels("title-text").first { $0.lines == ["A"] }), probe)
    }
    let column = try header("column")
    #expect(column.label.align == .center && column.label.angle == 0)
    #expect(column.probe.texts("title-text") == ["a", "A", "B", "C"])
    let row = try header("row")
    #expect(row.label.angle == 270 || row.label.angle == -90)
    // Title and labels, ten pixels above each, and one for the line: 11 + 10 + 10 + 10 + 10 + 1.
    #expect(column.probe.plots.first?.y1 == 57)
  }

  @Test("composition: crossed facets keep the places of combinations that have no rows")
  func crossed() {
    let probe = ChartProbe(
      chart(
        "\"point\"",
        #""x":{"field":"v","type":"quantitative"},"row":{"field":"r"},"column":{"field":"c"}"#,
        values: #"[{"v":1,"r":"1","c":"u"},{"v":1,"r":"1","c":"v"},{"v":1,"r":"2","c":"v"}]"#))
    let plots = probe.plots
    #expect(Set(plots.map(\.x1)).count == 2 && Set(plots.map(\.y1)).count == 2)
    // The last row's only plot stands below the second column.
    #expect(plots.last?.x1 == plots.map(\.x1).max() && plots.last?.y1 == plots.map(\.y1).max())
  }

  @Test("composition: the titles of layers are joined, equal ones once, null is none")
  func titles() {
    func title(_ first: String, _ second: String) -> [String] {
      compose(
        "layer",
        [
          view(#""x":{"field":"v","type":"quantitative"\#(first)}"#),
          view(#""x":{"field":"w","type":"quantitative"\#(second)}"#),
        ]
      ).texts("axis-title")
    }
    #expect(title("", "") == ["v, w"])
    #expect(title(#","title":"T""#, #","title":"T""#) == ["T"])
    #expect(title(#","title":null"#, #","title":null"#).isEmpty)
  }

  @Test("composition: facets whose scale of x is their own stand as near as each allows")
  func independent() {
    let rows =
      #"[{"g":"x","c":"A"},{"g":"y","c":"A"},{"g":"z","c":"A"},{"g":"x","c":"B"},{"g":"x","c":"C"}]"#
    func widths(_ resolve: String) -> [Double] {
      let lefts = ChartProbe(
        chart(
          "\"bar\"", #""x":{"field":"g","type":"nominal","axis":null},"column":{"field":"c"}"#,
          values: rows, more: resolve)
      ).plots.map(\.x1)
      return zip(lefts, lefts.dropFirst()).map { $1 - $0 }
    }
    #expect(widths("") == [82, 82])
    #expect(widths(#","resolve":{"scale":{"x":"independent"}}"#) == [82, 42])
  }
}
