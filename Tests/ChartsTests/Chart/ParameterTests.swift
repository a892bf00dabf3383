import Testing

@testable import Charts

/// What parameters and selections do before a reader touches them.
@Suite("Parameters in charts")
struct ParameterTests {
  private static let rows = #"[{"a":"A","b":28},{"a":"B","b":55},{"a":"C","b":43}]"#
  private static let places =
    #""x":{"field":"b","type":"quantitative"},"y":{"field":"a","type":"nominal"}"#

  @Test("a selection of one view filters another one, and its channels stand for their fields")
  func hoisted() {
    let probe = ChartProbe(
      """
      {"data":{"values":\(Self.rows)},"vconcat":[
      {"transform":[{"filter":{"param":"s"}}],"mark":"point","encoding":{\(Self.places)}},
      {"params":[{"name":"s","value":[{"y":"B"}],"select":{"type":"point","encodings":["y"]}}],
      "mark":"square","encoding":{\(Self.places)}}]}
      """)
    #expect(probe.errors.isEmpty)
    #expect(probe.marks("symbol").count == 4)
  }

  @Test("an interval that is selected has its frame behind and before the marks")
  func brush() {
    let probe = ChartProbe(
      chart(
        "\"point\"", Self.places, values: Self.rows,
        more: #","params":[{"name":"s","select":"interval","value":{"x":[10,30]}}]"#))
    #expect(probe.rects.count == 2)
    #expect(probe.rects.allSatisfy { $0.height == 60 && $0.width > 0 })
  }

  @Test("scales that a selection moves cut marks off")
  func clipped() {
    func clips(_ bind: String) -> Bool {
      ChartProbe(
        chart(
          "\"point\"", Self.places, values: Self.rows,
          more: #","params":[{"name":"s","select":"interval"\#(bind)}]"#)
      ).svg.contains("clip-path")
    }
    #expect(clips(#","bind":"scales""#))
    #expect(!clips(""))
  }

  @Test("a plain parameter without a value is false")
  func missing() {
    let probe = ChartProbe(
      chart(
        "\"circle\"",
        "\(Self.places),"
          + #""color":{"condition":{"param":"p","value":"red"},"value":"green"}"#,
        values: Self.rows, more: #","params":[{"name":"p","bind":{"input":"checkbox"}}]"#))
    #expect(probe.paths.first?.style.fill == Paint(css: "green"))
  }

  @Test("a name that no parameter has is an error with the near miss")
  func unknown() {
    let probe = ChartProbe(
      chart(
        "\"circle\"",
        "\(Self.places),"
          + #""color":{"condition":{"param":"brus","value":"red"},"value":"green"}"#,
        values: Self.rows,
        more:
          #","params":[{"name":"brush","select":"interval"}],"transform":[{"filter":{"param":"bruch"}}]"#
      ))
    #expect(probe.errors.map(\.id) == ["chart.unknown-parameter", "chart.unknown-parameter"])
    #expect(probe.errors.allSatisfy { $0.remedy == "write `brush`" })
  }

  @Test("plain parameters stand for their values in titles, axes and configuration")
  func substituted() {
    let probe = ChartProbe(
      """
      {"data":{"values":\(Self.rows)},"params":[{"name":"n","value":3},{"name":"t","expr":"'T' + n"}],
      "title":{"text":{"expr":"t + '!'"}},"config":{"circle":{"opacity":{"expr":"n / 10"}}},
      "mark":"circle","encoding":{"x":{"field":"b","type":"quantitative",
      "axis":{"values":{"expr":"[0, n * 10]"}}}}}
      """)
    #expect(probe.texts("title-text") == ["T3!"])
    #expect(probe.texts("axis-label") == ["0", "30"])
    #expect(probe.paths.first?.style.opacity == 0.3)
  }

  @Test("expressions read the plot's size, its scales and the extents of columns")
  func late() {
    let probe = ChartProbe(
      """
      {"data":{"values":\(Self.rows)},"width":200,"params":[{"name":"half","expr":"width / 2"}],
      "transform":[{"extent":"b","param":"e"}],"layer":[
      {"mark":"point","encoding":{\(Self.places)}},
      {"mark":"rule","encoding":{"x":{"value":{"expr":"half"}}}},
      {"mark":"rule","encoding":{"x":{"value":{"expr":"scale('x', e[1])"}}}},
      {"mark":"rule","encoding":{"x":{"value":{"expr":"domain('x')[1]"}}}}]}
      """)
    let places = probe.marks("rule").compactMap { node -> Double? in
      if case .rule(let rule) = node { rule.from.x } else { nil }
    }
    #expect(Set(places) == [100, 200, 55])
  }

  @Test("a lookup finds the row that a selection chooses")
  func lookup() {
    let probe = ChartProbe(
      """
      {"data":{"values":\(Self.rows)},"layer":[
      {"params":[{"name":"s","value":[{"a":"B"}],"select":{"type":"point","fields":["a"]}}],
      "mark":"point","encoding":{\(Self.places)}},
      {"transform":[{"calculate":"'B'","as":"k"},{"lookup":"k","from":{"param":"s","key":"a"}}],
      "mark":"text","encoding":{"y":{"field":"a","type":"nominal"},"text":{"field":"s.b"}}}]}
      """)
    #expect(probe.errors.isEmpty)
    let texts = probe.marks("text").compactMap { node -> String? in
      if case .text(let text) = node { text.lines.first } else { nil }
    }
    #expect(texts == ["55", "55", "55"])
  }
}
