import Testing

@testable import Charts

/// Where renderers of Vega-Lite go wrong: null and NaN.
@Suite("Rules of Vega-Lite 6.4: null, NaN")
struct InvalidValueRulesTests {
  private static let position =
    #""x":{"field":"x","type":"quantitative"},"y":{"field":"y","type":"quantitative"}"#

  /// Rows of which the last one's y is null or NaN.
  private func draw(_ mark: String, _ invalid: String) -> ChartProbe {
    let transform = #","transform":[{"calculate":"datum.y < 0 ? \#(invalid) : datum.y","as":"y"}]"#
    return ChartProbe(
      chart(
        "\"\(mark)\"", Self.position,
        values: #"[{"x":1,"y":1},{"x":2,"y":-1},{"x":3,"y":3},{"x":50,"y":-1}]"#, more: transform))
  }

  @Test("null, NaN: paths break at them and keep the domain", arguments: ["null", "NaN"])
  func paths(invalid: String) {
    let probe = draw("line", invalid)
    let moves = probe.paths.first?.path.commands.filter {
      if case .move = $0 { true } else { false }
    }
    #expect(moves?.count == 2)
    #expect(probe.texts("axis-label").contains("50"))
  }

  @Test(
    "null, NaN: other marks leave the row out of marks and domain", arguments: ["null", "NaN"])
  func points(invalid: String) {
    let probe = draw("point", invalid)
    #expect(probe.paths.count == 2)
    #expect(!probe.texts("axis-label").contains("50"))
    #expect(probe.texts("axis-label").contains("3.0"))
  }

  @Test("null, NaN: discrete scales keep null as a value")
  func names() {
    let probe = ChartProbe(
      chart(
        "\"bar\"", #""x":{"field":"a","type":"nominal"},"y":{"field":"b","type":"quantitative"}"#,
        values: #"[{"a":null,"b":1},{"a":"A","b":2}]"#))
    #expect(probe.texts("axis-label").contains("null"))
    #expect(probe.rects.count == 2)
  }
}
