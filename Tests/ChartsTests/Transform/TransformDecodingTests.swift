import Charts
import Diagnostics
import Documents
import Testing

@Suite("Transforms read from specifications")
struct TransformDecodingTests {
  private func faults(_ text: String, parameters: Set<String>? = nil) -> [Diagnostic] {
    let diagnostics = DiagnosticCollector()
    if let node = JSONReader.read(text, path: "a.json", into: diagnostics) {
      _ = DataTransform.decode(node, path: "a.json", parameters: parameters, into: diagnostics)
    }
    return diagnostics.sorted
  }

  @Test(
    "a misspelt key gets the near miss",
    arguments: [
      (#"{"agregate": [], "groupby": []}"#, "aggregate"),
      (#"{"window": [], "gruopby": []}"#, "groupby"),
      (#"{"fold": ["a"], "az": ["k"]}"#, "as"), (#"{"density": "a", "bandwith": 3}"#, "bandwidth"),
      (#"{"bin": {"maxbin": 3}, "field": "a", "as": "b"}"#, "maxbins"),
      (#"{"timeUnit": "yearmoth", "field": "a", "as": "b"}"#, "yearmonth"),
      (#"{"aggregate": [{"op": "maen", "field": "a", "as": "m"}]}"#, "mean"),
      (#"{"window": [{"op": "row_numbr", "as": "m"}]}"#, "row_number"),
      (#"{"filter": {"field": "a", "eqal": 3, "lt": 4}}"#, "equal"),
      (#"{"impute": "a", "key": "b", "method": "maen"}"#, "mean"),
      (#"{"stack": "a", "groupby": [], "offset": "centre", "as": "x"}"#, "center"),
      (#"{"regression": "a", "on": "b", "method": "lin"}"#, "linear"),
    ])
  func nearMiss(_ text: String, _ name: String) throws {
    let fault = try #require(faults(text).first)
    #expect(fault.severity == .error)
    #expect([fault.remedy, fault.expected].contains { $0?.contains(name) ?? false }, "\(fault)")
  }

  @Test(
    "what a transform needs and does not have is reported",
    arguments: [
      #"{"filter": {"field": "a"}}"#, #"{"filter": {"and": {"field": "a", "equal": 1}}}"#,
      #"{"filter": null}"#,
      #"{"calculate": "1"}"#, #"{"lookup": "a", "from": {"key": "k"}}"#,
      #"{"lookup": "a", "from": {"data": {}}}"#,
      #"{"extent": "a"}"#, #"{"pivot": "a"}"#, #"{"bin": true, "as": "b"}"#,
      #"{"timeUnit": "year", "as": "y"}"#,
      #"{"aggregate": 3}"#, #"{"sample": "many"}"#, "3", "[]", "{}",
    ])
  func missing(_ text: String) {
    #expect(!faults(text).isEmpty)
  }

  @Test("an unknown parameter of a condition is reported")
  func unknownParameter() {
    #expect(
      faults(#"{"filter": {"param": "brsh"}}"#, parameters: ["brush"]).first?.remedy
        == "did you mean `brush`?")
    #expect(faults(#"{"filter": {"param": "brush"}}"#, parameters: ["brush"]).isEmpty)
  }

  @Test("conditions that nest too deep are refused")
  func depth() {
    let text =
      String(repeating: #"{"not": "#, count: 150) + #""true""# + String(repeating: "}", count: 150)
    #expect(faults("{\"filter\": \(text)}").map(\.id) == ["chart.depth"])
  }

  @Test(
    "every kind of transform is decoded",
    arguments: [
      #"{"filter": "datum.a > 1"}"#, #"{"calculate": "1", "as": "b"}"#,
      #"{"aggregate": [{"op": "count", "as": "c"}]}"#,
      #"{"joinaggregate": [{"op": "count", "as": "c"}]}"#,
      #"{"window": [{"op": "rank", "as": "r"}]}"#,
      #"{"stack": "a", "groupby": ["b"], "as": "s"}"#, #"{"fold": ["a"]}"#, #"{"flatten": ["a"]}"#,
      #"{"pivot": "a", "value": "b"}"#, #"{"impute": "a", "key": "b"}"#,
      #"{"lookup": "a", "from": {"data": {"name": "t"}, "key": "k", "fields": ["v"]}}"#,
      #"{"sample": 5}"#,
      #"{"quantile": "a"}"#, #"{"density": "a"}"#, #"{"regression": "a", "on": "b"}"#,
      #"{"loess": "a", "on": "b"}"#,
      #"{"extent": "a", "param": "e"}"#, #"{"bin": true, "field": "a", "as": "b"}"#,
      #"{"timeUnit": "year", "field": "a", "as": "b"}"#,
    ])
  func all(_ text: String) throws {
    let diagnostics = DiagnosticCollector()
    let node = try #require(JSONReader.read(text, path: "a", into: diagnostics))
    let transform = try #require(DataTransform.decode(node, path: "a", into: diagnostics))
    #expect(diagnostics.sorted.isEmpty)
    // Rows of any kind, and none, go through.
    let odd = ChartTable(
      fields: ["a", "b"],
      rows: [
        [.null, "x"], [.number(.nan), .undefined], [.number(.infinity), 3], ["7", [1]],
        [.list([1, 2]), .time(0)],
      ])
    _ = transform.apply(to: odd)
    #expect(transform.apply(to: ChartTable(fields: ["a", "b"])).count == 0)
  }
}
