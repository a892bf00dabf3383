import Diagnostics
import Documents
import Tables
import Testing

@testable import Charts

/// The places where renderers of Vega-Lite go wrong, one after the other.
@Suite("Rules of Vega-Lite 6.4")
struct RendererRulesTests {
  private let x = #""x":{"field":"x","type":"quantitative"}"#
  private let y = #""y":{"field":"y","type":"quantitative"}"#

  @Test("null, NaN: paths break, other marks leave the row out")
  func nulls() {
    let values = #"[{"x":1,"y":1},{"x":2,"y":null},{"x":3,"y":3}]"#
    let line = ChartProbe(chart("\"line\"", "\(x),\(y)", values: values))
    let moves = line.paths.first?.path.commands.filter {
      if case .move = $0 { true } else { false }
    }
    #expect(moves?.count == 2)
    #expect(ChartProbe(chart("\"point\"", "\(x),\(y)", values: values)).paths.count == 2)
  }

  @Test("null, NaN: discrete scales keep null as a value")
  func nullNames() {
    let probe = ChartProbe(
      chart(
        "\"bar\"", #""x":{"field":"a","type":"nominal"},"y":{"field":"b","type":"quantitative"}"#,
        values: #"[{"a":null,"b":1},{"a":"A","b":2}]"#))
    #expect(probe.texts("axis-label").contains("null"))
  }

  @Test("stacking: positive and negative amounts stack apart from zero")
  func divergingStack() {
    let probe = ChartProbe(
      chart(
        "\"bar\"",
        #""y":{"field":"v","type":"quantitative"},"color":{"field":"c","type":"nominal"}"#,
        values: #"[{"c":"u","v":2},{"c":"v","v":-1},{"c":"w","v":3}]"#))
    let zero = probe.rects.map { $0.y + $0.height }.sorted()
    #expect(zero.count == 3)
    #expect(
      probe.rects.contains { $0.y == zero[1] }
        || probe.rects.contains { abs($0.y - zero[1]) < 1e-6 })
  }

  @Test("stacking: normalized piles reach from end to end")
  func normalized() {
    let probe = ChartProbe(
      chart(
        "\"bar\"",
        #""y":{"field":"v","type":"quantitative","stack":"normalize"},"color":{"field":"c","type":"nominal"}"#,
        values: #"[{"c":"u","v":1},{"c":"v","v":3}]"#))
    #expect(probe.rects.map(\.height).reduce(0, +) == 300)
  }

  @Test("stacking: areas impute missing groups with zero")
  func imputedAreas() {
    let probe = ChartProbe(
      chart(
        "\"area\"", #"\#(x),\#(y),"color":{"field":"c","type":"nominal"}"#,
        values: #"[{"x":1,"y":1,"c":"u"},{"x":2,"y":1,"c":"u"},{"x":1,"y":2,"c":"v"}]"#))
    #expect(probe.paths.allSatisfy { $0.path.bounds.width == 300 || $0.path.bounds.width > 0 })
    #expect(probe.paths.count == 2)
  }

  @Test(
    "sort: by value, by another channel, by a list",
    arguments: [
      (#""sort":"descending","#, ["C", "B", "A"]), (#""sort":"-y","#, ["B", "C", "A"]),
      (#""sort":["C","A"],"#, ["C", "A", "B"]),
      (#""sort":{"field":"b","op":"min"},"#, ["A", "C", "B"]),
      (#""sort":null,"#, ["A", "B", "C"]),
    ])
  func sorts(sort: String, order: [String]) {
    let probe = ChartProbe(
      chart(
        "\"bar\"",
        #""x":{"field":"a",\#(sort)"type":"nominal"},"y":{"field":"b","type":"quantitative","axis":null}"#
      ))
    #expect(probe.texts("axis-label") == order)
  }

  @Test("types: nested and escaped fields", arguments: ["a.b", "['a']['b']", "a['b']"])
  func nestedFields(field: String) {
    let probe = ChartProbe(
      chart(
        "\"point\"", #""x":{"field":"\#(field)","type":"quantitative"}"#,
        values: #"[{"a":{"b":1}},{"a":{"b":2}}]"#))
    #expect(probe.errors.isEmpty)
    #expect(probe.paths.count == 2)
  }

  @Test("types: a date without time is UTC")
  func dates() {
    let probe = ChartProbe(
      chart(
        "\"point\"", #""x":{"field":"d","type":"temporal"}"#,
        values: #"[{"d":"2012-01-01"},{"d":"2013-01-01"}]"#))
    #expect(probe.texts("axis-label").contains("2013"))
  }

  @Test("expressions: a parameter's initial value is read")
  func parameters() {
    let probe = ChartProbe(
      chart(
        #"{"type":"bar","color":{"expr":"c"}}"#, #""x":{"field":"b","type":"quantitative"}"#,
        more: #","params":[{"name":"c","value":"teal"}]"#))
    #expect(probe.rects.first?.style.fill == .literal("teal"))
  }

  @Test("expressions: an empty selection matches all")
  func emptySelection() {
    let probe = ChartProbe(
      chart(
        "\"bar\"",
        #""x":{"field":"b","type":"quantitative"},"color":{"condition":{"param":"s","value":"red"},"value":"grey"}"#,
        more: #","params":[{"name":"s","select":"point"}]"#))
    #expect(probe.rects.first?.style.fill == .literal("red"))
  }

  @Test("size: steps count for offsets")
  func offsetSteps() {
    let values = #"[{"a":"A","c":"u","b":1},{"a":"A","c":"v","b":2},{"a":"B","c":"w","b":3}]"#
    let probe = ChartProbe(
      chart(
        "\"bar\"",
        #""x":{"field":"a","type":"nominal"},"y":{"field":"b","type":"quantitative"},"xOffset":{"field":"c"}"#,
        values: values))
    #expect(probe.rects.map(\.x) == [15, 35, 130])
    #expect(probe.rects.allSatisfy { abs($0.width - 20) < 1e-9 })
  }

  @Test("axes: labels of names are turned, of amounts level and by steps of forty pixels")
  func axisLabels() {
    let probe = ChartProbe(
      chart(
        "\"bar\"", #""x":{"field":"a","type":"nominal"},"y":{"field":"b","type":"quantitative"}"#))
    #expect(probe.svg.contains("rotate(-90)") || probe.svg.contains("rotate(270)"))
    #expect(probe.texts("axis-label").contains("55"))
  }

  @Test("axes: labelExpr, format and values")
  func axisTexts() {
    let probe = ChartProbe(
      chart(
        "\"point\"",
        #""x":{"field":"b","type":"quantitative","axis":{"values":[0,40],"labelExpr":"datum.label + '!'"}}"#
      ))
    #expect(probe.texts("axis-label") == ["0!", "40!"])
  }

  @Test("axes: a title of null is none, of two layers both")
  func axisTitles() {
    let none = ChartProbe(
      chart("\"point\"", #""x":{"field":"b","type":"quantitative","title":null}"#))
    #expect(none.texts("axis-title").isEmpty)
    let both = ChartProbe(
      #"{"data":{"values":[{"a":1,"b":2}]},"layer":[{"mark":"point","encoding":{"x":{"field":"a","type":"quantitative"}}},{"mark":"point","encoding":{"x":{"field":"b","type":"quantitative"}}}]}"#
    )
    #expect(both.texts("axis-title") == ["a, b"])
  }

  @Test("legends: channels of one field share one")
  func sharedLegend() {
    let probe = ChartProbe(
      chart(
        "\"point\"",
        #""x":{"field":"b","type":"quantitative"},"color":{"field":"a"},"shape":{"field":"a"}"#))
    #expect(probe.texts("legend-label") == ["A", "B", "C"])
  }

  @Test("legends: classes show their bounds")
  func classLegend() {
    let probe = ChartProbe(
      chart(
        "\"point\"",
        #""x":{"field":"b","type":"quantitative"},"size":{"field":"b","type":"quantitative","scale":{"type":"threshold","domain":[30,50],"range":[20,60,200]}}"#
      ))
    #expect(probe.texts("legend-label") == ["< 30", "30 – 50", "≥ 50"])
  }

  @Test("scales: a logarithmic domain across zero is an error")
  func logZero() {
    let probe = ChartProbe(
      chart(
        "\"point\"", #""x":{"field":"v","type":"quantitative","scale":{"type":"log"}}"#,
        values: #"[{"v":-1},{"v":10}]"#))
    #expect(probe.errors.map(\.id) == ["chart.log-zero"])
  }

  @Test("scales: zero is included unless told otherwise", arguments: [(true, "0"), (false, "50")])
  func zero(isIncluded: Bool, first: String) {
    let probe = ChartProbe(
      chart(
        "\"point\"", #""x":{"field":"v","type":"quantitative","scale":{"zero":\#(isIncluded)}}"#,
        values: #"[{"v":50},{"v":97}]"#))
    #expect(probe.texts("axis-label").first == first)
  }

  @Test("scales: a domain and a direction as written")
  func writtenDomain() {
    let probe = ChartProbe(
      chart(
        "\"point\"",
        #""x":{"field":"b","type":"quantitative","scale":{"domain":[0,100],"reverse":true}}"#))
    #expect(abs((probe.paths.first?.position?.x ?? 0) - 216) < 1e-6)
  }

  @Test("bins, time units: ten bins at most, with a gap of one pixel")
  func bins() {
    let values = "[" + (0..<50).map { #"{"v":\#($0)}"# }.joined(separator: ",") + "]"
    let probe = ChartProbe(
      chart("\"bar\"", #""x":{"field":"v","bin":true},"y":{"aggregate":"count"}"#, values: values))
    #expect(probe.rects.map(\.x).sorted().prefix(2) == [1, 31])
    #expect(probe.rects.allSatisfy { abs($0.width - 29) < 1e-9 })
    #expect(probe.texts("axis-title") == ["v (binned)", "Count of Records"])
  }

  @Test("bins, time units: six bins for colours")
  func colourBins() {
    let values = "[" + (0..<60).map { #"{"v":\#($0)}"# }.joined(separator: ",") + "]"
    let probe = ChartProbe(
      chart(
        "\"point\"", #""x":{"field":"v","type":"quantitative"},"color":{"field":"v","bin":true}"#,
        values: values))
    #expect(Set(probe.paths.map(\.style.stroke)).count == 6)
  }

  @Test("geography: points that the projection cannot show are left out")
  func outsidePoints() {
    let probe = ChartProbe(
      #"{"data":{"values":[{"x":-100,"y":40},{"x":10,"y":50}]},"projection":{"type":"albersUsa"},"mark":"circle","encoding":{"longitude":{"field":"x","type":"quantitative"},"latitude":{"field":"y","type":"quantitative"}}}"#
    )
    #expect(probe.paths.count == 1)
  }

  @Test("composition: facets share scales and have a header each")
  func facets() {
    let probe = ChartProbe(
      chart(
        "\"point\"", #"\#(x),"column":{"field":"c","type":"nominal"}"#,
        values: #"[{"x":1,"c":"u"},{"x":9,"c":"v"}]"#))
    #expect(probe.texts("title-text") == ["c", "u", "v"])
    #expect(probe.paths.count == 2)
  }

  @Test("composition: concatenated views have axes of their own")
  func concatenation() {
    let view = #"{"mark":"point","encoding":{"x":{"field":"v","type":"quantitative"}}}"#
    let probe = ChartProbe(#"{"data":{"values":[{"v":1}]},"hconcat":[\#(view),\#(view)]}"#)
    #expect(probe.texts("axis-title") == ["v", "v"])
  }

  @Test("composition: a repeat is drawn once for each field")
  func repetition() {
    let probe = ChartProbe(
      #"{"data":{"values":[{"a":1,"b":2}]},"repeat":["a","b"],"spec":{"mark":"point","encoding":{"x":{"field":{"repeat":"repeat"},"type":"quantitative"}}}}"#
    )
    #expect(probe.texts("axis-title") == ["a", "b"])
  }

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
    #expect(probe.chart?.data == [.init(name: "m", columns: ["year", "t"])])
  }

  @Test("two drawings of one specification are the same bytes")
  func determinism() {
    let text = chart(
      "\"bar\"", #""x":{"field":"a"},"y":{"field":"b","type":"quantitative"},"color":{"field":"a"}"#
    )
    #expect(ChartProbe(text).svg == ChartProbe(text).svg)
  }
}
