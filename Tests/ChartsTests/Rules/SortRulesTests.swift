import Diagnostics
import Testing

@testable import Charts

/// Where renderers of Vega-Lite go wrong: the order of discrete values.
@Suite("Rules of Vega-Lite 6.4: sort")
struct SortRulesTests {
  private func order(_ sort: String, mark: String = "bar", values: String? = nil, more: String = "")
    -> [String]
  {
    let encoding =
      #""x":{"field":"a",\#(sort)"type":"nominal"},"y":{"field":"b","type":"quantitative","axis":null}\#(more)"#
    let probe =
      values.map { ChartProbe(chart("\"\(mark)\"", encoding, values: $0)) }
      ?? ChartProbe(chart("\"\(mark)\"", encoding))
    return probe.texts("axis-label")
  }

  @Test("sort: nominal values are put in the order of their texts")
  func texts() {
    #expect(
      order("", values: #"[{"a":"9","b":1},{"a":"10","b":1},{"a":"1","b":1}]"#) == ["1", "10", "9"])
    #expect(
      order("", values: #"[{"a":"b","b":1},{"a":"B","b":1},{"a":"a","b":1}]"#) == ["B", "a", "b"])
  }

  @Test(
    "sort: by value, by another channel, by a field, by a list with the rest after it",
    arguments: [
      (#""sort":"descending","#, ["C", "B", "A"]), (#""sort":"-y","#, ["B", "C", "A"]),
      (#""sort":"y","#, ["A", "C", "B"]), (#""sort":["C","A"],"#, ["C", "A", "B"]),
      (#""sort":{"field":"b","op":"min"},"#, ["A", "C", "B"]),
      (#""sort":{"field":"b","order":"descending"},"#, ["B", "C", "A"]),
      (#""sort":null,"#, ["A", "B", "C"]),
    ])
  func kinds(sort: String, expected: [String]) {
    #expect(order(sort) == expected)
  }

  @Test("sort: by the least of a field, by its sum where bars are stacked")
  func operation() {
    let values = #"[{"a":"A","b":3,"c":"u"},{"a":"A","b":3,"c":"v"},{"a":"B","b":5,"c":"u"}]"#
    let sort = #""sort":{"field":"b"},"#
    let color = #","color":{"field":"c","type":"nominal","legend":null}"#
    #expect(order(sort, values: values, more: color) == ["B", "A"])
    #expect(order(sort, mark: "point", values: values, more: color) == ["A", "B"])
  }

  @Test("sort: ties keep the order of the data")
  func ties() {
    let values = #"[{"a":"C","b":1},{"a":"A","b":1},{"a":"B","b":1}]"#
    #expect(order(#""sort":{"field":"b"},"#, values: values) == ["C", "A", "B"])
  }

  @Test("sort: layers that disagree fall back to the default with a warning")
  func layers() {
    func layer(_ sort: String) -> String {
      #"{"mark":"point","encoding":{"x":{"field":"a","type":"nominal","sort":\#(sort)}}}"#
    }
    let probe = ChartProbe(
      #"{"data":{"values":[{"a":"B"},{"a":"A"},{"a":"C"}]},"layer":[\#(layer(#"["C","B","A"]"#)),\#(layer(#"["B","C","A"]"#))]}"#
    )
    #expect(probe.texts("axis-label") == ["A", "B", "C"])
    #expect(probe.diagnostics.contains { $0.severity == .warning })
  }
}
