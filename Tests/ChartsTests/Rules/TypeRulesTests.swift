import Testing

@testable import Charts

/// Where renderers of Vega-Lite go wrong: the types of values.
@Suite("Rules of Vega-Lite 6.4: types")
struct TypeRulesTests {
  @Test("types: a column of a CSV file is numbers only where all of it is")
  func inferred() {
    let options = ChartOptions(load: { _ in Array("a,b\n1,1\n2,2\n3,x\n".utf8) })
    func count(_ test: String) -> Int {
      ChartProbe(
        #"{"data":{"url":"t.csv"},"transform":[{"filter":"\#(test)"}],"mark":"point","encoding":{"x":{"field":"a","type":"quantitative"}}}"#,
        options: options
      ).paths.count
    }
    #expect(count("isNumber(datum.a)") == 3)
    #expect(count("isString(datum.b)") == 3)
  }

  @Test(
    "types: nested fields, places of lists and escaped dots",
    arguments: [
      ("a.b", #"{"a":{"b":7}}"#), ("['a']['b']", #"{"a":{"b":7}}"#), ("a[0]", #"{"a":[7]}"#),
      (#"a\\.b"#, #"{"a.b":7}"#), ("[a.b]", #"{"a.b":7}"#),
    ])
  func nested(field: String, row: String) {
    let probe = ChartProbe(
      chart(
        "\"text\"", #""text":{"field":"\#(field)","type":"quantitative"}"#, values: "[\(row)]"))
    #expect(probe.errors.isEmpty)
    #expect(probe.labels("mark").map(\.lines) == [["7"]])
  }

  @Test("types: a date without a time is UTC, others are local time, which is UTC")
  func dates() {
    let probe = ChartProbe(
      chart(
        "\"point\"", #""x":{"field":"d","type":"temporal"}"#,
        values:
          #"[{"d":"2012-01-01"},{"d":"2012-01-01T00:00:00"},{"d":"2012/01/01"},{"d":"2013-01-01"}]"#
      ))
    #expect(probe.paths.compactMap(\.position?.x) == [0, 0, 0, 300])
  }

  @Test(
    "types: units of UTC equal those of local time", arguments: ["yearmonth", "month", "hours"])
  func utc(unit: String) {
    func labels(_ prefix: String) -> [String] {
      ChartProbe(
        chart(
          "\"bar\"",
          #""x":{"timeUnit":"\#(prefix)\#(unit)","field":"d","type":"ordinal"},"y":{"aggregate":"count"}"#,
          values: #"[{"d":"2012-01-01T05:00:00"},{"d":"2012-02-01T06:00:00"}]"#)
      ).texts("axis-label")
    }
    #expect(!labels("").isEmpty && labels("") == labels("utc"))
  }
}
