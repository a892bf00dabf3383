import Diagnostics
import Testing

@testable import Charts

/// Where renderers of Vega-Lite go wrong: JavaScript's expressions.
@Suite("Rules of Vega-Lite 6.4: expressions")
struct ExpressionRulesTests {
  @Test(
    "expressions: values are converted as in JavaScript",
    arguments: [
      ("null + 1", ChartValue.number(1)), ("'5' * 1", .number(5)), ("'5' + 1", .text("51")),
      ("true + 1", .number(2)), ("1 == '1'", .boolean(true)), ("1 === '1'", .boolean(false)),
      ("null == undefined", .boolean(true)), ("null === undefined", .boolean(false)),
      ("NaN == NaN", .boolean(false)), ("NaN < 1", .boolean(false)),
      ("!(NaN >= 1)", .boolean(true)),
      ("null >= 0", .boolean(true)), ("'10' < '9'", .boolean(true)), ("'10' < 9", .boolean(false)),
    ])
  func coercion(text: String, expected: ChartValue) {
    let value = Expression(text, path: "test", into: DiagnosticCollector())?
      .evaluate(datum: .undefined, environment: ExpressionEnvironment())
    #expect(value == expected)
  }

  @Test("expressions: clock and chance are refused", arguments: ["now()", "random()"])
  func refused(text: String) {
    let probe = ChartProbe(
      chart(
        "\"point\"", #""x":{"field":"b","type":"quantitative"}"#,
        more: #","transform":[{"calculate":"\#(text)","as":"z"}]"#))
    #expect(probe.chart == nil && probe.errors.map(\.id) == ["expression.refused"])
  }

  @Test("expressions: a parameter's initial value is read")
  func parameters() {
    let probe = ChartProbe(
      chart(
        #"{"type":"bar","color":{"expr":"c"}}"#, #""x":{"field":"b","type":"quantitative"}"#,
        more: #","params":[{"name":"c","value":"teal"}]"#))
    #expect(probe.rects.first?.style.fill == .literal("teal"))
  }

  @Test(
    "expressions: an empty selection matches all, unless it says otherwise",
    arguments: [true, false])
  func emptySelection(matchesAll: Bool) {
    let empty = matchesAll ? "" : #","empty":false"#
    let probe = ChartProbe(
      chart(
        "\"bar\"",
        #""x":{"field":"b","type":"quantitative"},"color":{"condition":{"param":"s"\#(empty),"value":"red"},"value":"grey"}"#,
        more: #","params":[{"name":"s","select":"point"}]"#))
    #expect(probe.rects.first?.style.fill == .literal(matchesAll ? "red" : "grey"))
  }
}
