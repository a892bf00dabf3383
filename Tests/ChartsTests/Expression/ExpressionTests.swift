import Charts
import Diagnostics
import Documents
import Testing

@Suite("Expressions")
struct ExpressionTests {
  private func value(
    _ text: String, datum: ChartValue = .undefined, _ parameters: [String: ChartValue] = [:]
  )
    -> ChartValue?
  {
    Expression(text, path: "test", into: DiagnosticCollector())?
      .evaluate(datum: datum, environment: ExpressionEnvironment(parameters: parameters))
  }

  private func faults(_ text: String, parameters: Set<String>? = []) -> [Diagnostic] {
    let diagnostics = DiagnosticCollector()
    _ = Expression(text, path: "a.json", parameters: parameters, into: diagnostics)
    return diagnostics.sorted
  }

  @Test("a parameter is read by its name")
  func parameter() {
    #expect(value("width / 2 + height", ["width": 10, "height": 3]) == 8)
  }

  private func value(_ text: String, _ parameters: [String: ChartValue]) -> ChartValue? {
    value(text, datum: .undefined, parameters)
  }

  @Test("a chain of ten thousand operators is evaluated")
  func longChain() {
    let text = Array(repeating: "1", count: 10_000).joined(separator: " + ")
    #expect(value(text) == 10_000)
    let choice = String(repeating: "0 ? 1 : ", count: 5_000) + "7"
    #expect(value(choice) == 7)
  }

  @Test("brackets that nest too deep are refused, not followed")
  func depth() {
    let text = String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000)
    #expect(faults(text).map(\.id) == ["expression.depth"])
    #expect(value(String(repeating: "(", count: 90) + "1" + String(repeating: ")", count: 90)) == 1)
  }

  @Test("a text is padded to a hundred thousand characters at most", arguments: ["x", "xy", "é"])
  func padding(_ fill: String) {
    #expect(value("length(pad('', 1e9, '\(fill)'))") == 100_000)
    #expect(value("pad('a', 1e9, '')") == "a")
  }

  @Test("a long row of signs is no depth")
  func signs() {
    #expect(value(String(repeating: "-", count: 10_001) + "2") == -2)
  }

  @Test(
    "clock and chance are refused with a remedy",
    arguments: ["now()", "random()", "sampleNormal()"])
  func refused(_ text: String) {
    #expect(faults(text).map(\.id) == ["expression.refused"])
    #expect(faults(text).first?.remedy != nil)
  }

  @Test(
    "a name that does not exist gets the near miss",
    arguments: [("flor(2)", "did you mean `floor`?"), ("widht + 1", "did you mean `width`?")])
  func nearMiss(_ text: String, _ remedy: String) {
    #expect(faults(text, parameters: ["width"]).first?.remedy == remedy)
  }

  @Test("a name without a near one is taken for a field that lacks its datum")
  func missingDatum() {
    #expect(faults("price > 3").first?.remedy == "fields are read as `datum.price`")
  }

  @Test("the place of a fault is that inside the text in quotes")
  func place() throws {
    let text = "{\"filter\": \"datum.a > @\"}"
    let diagnostics = DiagnosticCollector()
    let node = try #require(JSONReader.read(text, path: "a.json", into: diagnostics))
    let filter = try #require(node["filter"])
    _ = Expression(filter.string ?? "", node: filter, path: "a.json", into: diagnostics)
    let start = try #require(diagnostics.sorted.first?.location?.range.start)
    #expect(start == SourcePosition(line: 1, column: 23))
  }

  @Test(
    "wrong counts of arguments are reported", arguments: ["pow(2)", "isNaN()", "clamp(1, 2, 3, 4)"])
  func arity(_ text: String) {
    #expect(faults(text).map(\.id) == ["expression.arguments"])
  }

  @Test(
    "what is no expression is reported once",
    arguments: [
      "", "1 +", "(1", "1)", "a.", "[1,", "{a 1}", "'open", "1 2", "#", "5x", "f(", "? 1 : 2",
    ])
  func syntax(_ text: String) {
    #expect(faults(text, parameters: nil).count == 1)
  }

  @Test("a function of the chart is called by its name")
  func host() {
    let environment = ExpressionEnvironment(functions: ["scale": { .number(($0[1].toNumber) * 2) }])
    let expression = Expression("scale('x', 21)", path: "t", into: DiagnosticCollector())
    #expect(expression?.evaluate(environment: environment) == 42)
    #expect(expression?.evaluate() == .undefined)
  }

  @Test("all rows of a table are evaluated, nested fields included")
  func table() {
    let table = ChartTable(
      fields: ["a", "b.c"], rows: [[1, .number(2)], [.record(["d": 5]), .null]])
    let expression = Expression(
      "[datum.a, datum['b.c'], datum.a.d]", path: "t", into: DiagnosticCollector())
    #expect(
      expression?.evaluate(table) == [[1, 2, .undefined], [.record(["d": 5]), .null, 5]])
  }

  @Test("only the branch that is taken is evaluated")
  func lazy() {
    let environment = ExpressionEnvironment(functions: [
      "data": { _ in
        Issue.record("the other branch was evaluated")
        return 1
      }
    ])
    let text = "if(true, 1, data('x')) + (false && data('x') ? 1 : 2) + (1 || data('x'))"
    let expression = Expression(text, path: "t", into: DiagnosticCollector())
    #expect(expression?.evaluate(environment: environment) == 4)
  }
}
