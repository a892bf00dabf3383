import Diagnostics
import Documents
import TestSupport
import Testing

@Suite("Strict decoding")
struct MappingReaderTests {
  private enum Mode: String, CaseIterable { case auto, always, never }

  /// Decodes `json` with `body` and gives the diagnostics.
  private func diagnostics(
    _ json: String, _ body: (inout MappingReader) -> Void
  ) throws -> [Diagnostic] {
    let node = try #require(readJSON(json).node)
    let collector = DiagnosticCollector()
    var reader = try #require(
      MappingReader(node, path: "a.md", what: "the front matter", into: collector))
    body(&reader)
    return collector.sorted
  }

  @Test("values of the type asked for are taken without a word")
  func values() throws {
    let json = """
      {"t": "x", "id": 2026.50, "b": true, "n": 1.5, "i": 3, "l": ["a", 1], "one": "a",
       "d": "2024-02-29", "c": "never", "none": null}
      """
    let found = try diagnostics(json) { reader in
      #expect(reader.string("t") == "x")
      #expect(reader.string("id") == "2026.50")
      #expect(reader.requiredString("t") == "x")
      #expect(reader.boolean("b") == true)
      #expect(reader.number("n") == 1.5)
      #expect(reader.integer("i") == 3)
      #expect(reader.strings("l") == ["a", "1"])
      #expect(reader.strings("one") == ["a"])
      #expect(reader.date("d") == "2024-02-29")
      #expect(reader.choice("c", Mode.self) == .never)
      #expect(reader.string("none") == nil)
      #expect(reader.node("none")?.isNull == true)
      #expect(reader.string("absent") == nil)
      reader.finish()
    }
    #expect(found.isEmpty)
  }

  @Test("an unknown key is reported at the key with its near miss")
  func unknownKey() throws {
    let marked: MarkedText = #"{"title": "x", 1️⃣"updatd": "2026-01-01"}"#
    let found = try diagnostics(marked.text) { reader in
      _ = reader.string("title")
      _ = reader.date("updated")
      reader.finish()
    }
    #expect(found.map(\.id) == ["document.unknown-key"])
    #expect(found.first?.location?.range.start == marked[1])
    #expect(found.first?.expected == "one of `title`, `updated`")
    #expect(found.first?.remedy == "did you mean `updated`?")
  }

  @Test("of very many unknown keys the first twenty are reported")
  func manyUnknownKeys() throws {
    let json = "{" + (0..<1000).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
    let found = try diagnostics(json) { $0.finish() }
    #expect(found.count == 20)
  }

  @Test(
    "a required key that is absent, null or blank is an error",
    arguments: [
      #"{}"#, #"{"title": null}"#, #"{"title": " "}"#,
    ])
  func required(json: String) throws {
    let found = try diagnostics(json) { reader in
      #expect(reader.requiredString("title") == nil)
      reader.finish()
    }
    #expect(found.count == 1)
    #expect(found.first?.severity == .error)
  }

  @Test(
    "a value of another type is reported with both types",
    arguments: [
      ("string", "[]"), ("string", "true"), ("boolean", #""yes""#), ("boolean", "1"),
      ("number", #""1""#), ("integer", "1.5"), ("integer", "1e17"), ("strings", "[[]]"),
      ("strings", "{}"), ("date", #""2023-02-29""#), ("date", #""2024-2-1""#), ("date", "2024"),
      ("date", #""2024-13-01""#), ("choice", "3.5"), ("list", "{}"),
    ])
  func wrongType(kind: String, json: String) throws {
    let found = try diagnostics(#"{"key": \#(json)}"#) { reader in
      let value: Any? =
        switch kind {
        case "string": reader.string("key")
        case "boolean": reader.boolean("key")
        case "number": reader.number("key")
        case "integer": reader.integer("key")
        case "strings": reader.strings("key")
        case "date": reader.date("key")
        case "list": reader.list("key")
        default: reader.choice("key", Mode.self)
        }
      #expect(value == nil)
      reader.finish()
    }
    #expect(found.count == 1)
    #expect(found.first?.found != nil)
    #expect(found.first?.expected != nil)
    #expect(found.first?.location?.range.start.line == 1)
  }

  @Test("a word outside an enumeration gets the near miss")
  func choice() throws {
    let found = try diagnostics(#"{"toc": "alway"}"#) { _ = $0.choice("toc", Mode.self) }
    #expect(found.map(\.id) == ["document.choice"])
    #expect(found.first?.remedy == "did you mean `always`?")
  }

  @Test("what is no mapping is refused", arguments: ["[]", "1", "null", #""a""#])
  func noMapping(json: String) throws {
    let node = try #require(readJSON(json).node)
    let collector = DiagnosticCollector()
    #expect(MappingReader(node, path: "a", what: "a field", into: collector) == nil)
    #expect(collector.sorted.first?.summary == "a field is a mapping")
  }

  @Test("a nested mapping has a reader of its own, and places are those of the values")
  func nested() throws {
    let marked: MarkedText = #"1️⃣{"each": {"qery": 1, "value": 2️⃣3}}"#
    let found = try diagnostics(marked.text) { reader in
      var each = reader.reader("each", what: "`each`")
      _ = each?.string("query")
      #expect(each?.string("value") == "3")
      #expect(each?.location("value").range.start == marked[2])
      #expect(reader.location("title").range.start == marked[1])
      each?.finish()
      reader.finish()
    }
    #expect(found.map(\.found) == ["`qery`"])
    #expect(found.first?.remedy == "did you mean `query`?")
  }
}
