import Diagnostics
import Documents
import TestSupport
import Testing

/// What reading `text` as JSON gives: the tree and the diagnostics.
func readJSON(_ text: String, at origin: SourcePosition = .start)
  -> (node: DocumentNode?, diagnostics: [Diagnostic])
{
  let collector = DiagnosticCollector()
  let node = JSONReader.read(text, path: "a.json", at: origin, into: collector)
  return (node, collector.sorted)
}

@Suite("Reading JSON")
struct JSONReaderTests {
  @Test("every kind of value is read")
  func values() throws {
    let (node, diagnostics) = readJSON(
      #" {"a": [1, -2.5e3, true, false, null, "x"], "b": {}, "c": []} "#)
    #expect(diagnostics.isEmpty)
    let expected = DocumentNode.mapping([
      "a": [1, -2500, true, false, .null, "x"], "b": .mapping([:]), "c": [],
    ])
    #expect(try #require(node).hasSameContent(as: expected))
  }

  @Test("every key and value has its place, in scalars")
  func places() throws {
    let marked: MarkedText = """
      1️⃣{
        "é😀": 2️⃣[true3️⃣, 4️⃣"日"5️⃣],
        6️⃣"b"7️⃣: 8️⃣-1.59️⃣
      }
      """
    let node = try #require(readJSON(marked.text).node)
    #expect(node.range.start == marked[1])
    let entries = try #require(node.mapping).entries
    #expect(entries[0].value.range.start == marked[2])
    #expect(entries[0].value.list?[0].range.end == marked[3])
    #expect(entries[0].value.list?[1].range.start == marked[4])
    #expect(entries[0].value.list?[1].range.end == marked[5])
    #expect(entries[1].keyRange.start == marked[6])
    #expect(entries[1].keyRange.end == marked[7])
    #expect(entries[1].value.range.start == marked[8])
    #expect(entries[1].value.range.end == marked[9])
  }

  @Test(
    "the objects of a list have their own names and places, however alike they are",
    arguments: [
      #"{"a": 1, "b": 2}"#, #"{"b": 1, "a": 2}"#, #"{"a": 1}"#, #"{"a": 1, "b": 2, "c": 3}"#,
      #"{"ab": 1, "": 2}"#, #"{"\u0061": 1, "b": 2}"#, #"{"é": 1, "b\n": 2}"#, "{}", "7",
    ])
  func siblings(second: String) throws {
    let alone = try #require(readJSON("[" + second + "]").node?.list?.first)
    for first in [#"{"a": 0, "b": 0}"#, #"{"é": "é", "b\n": 0}"#, #"{"a\"": 0, "b": [{"a": 1}]}"#] {
      let both = try #require(readJSON("[" + first + ",\n" + second + "]").node?.list)
      #expect(both.count == 2)
      #expect(both[1].hasSameContent(as: alone))
      #expect(both[1].range.end.column == alone.range.end.column - 1)
      let (names, expected) = (both[1].mapping?.entries ?? [], alone.mapping?.entries ?? [])
      #expect(names.map(\.key) == expected.map(\.key))
      #expect(
        names.map(\.keyRange.end.column) == expected.map { $0.keyRange.end.column - 1 })
    }
  }

  @Test(
    "a doubled name is found in an object like the one before it",
    arguments: [
      #"[{"a": 1, "b": 2}, {"a": 1, "a": 2}]"#, #"[{"a": 1, "b": 2}, {"a": 1, "b": 2, "a": 3}]"#,
      #"[{"a": 1}, {"a": 1, "\u0061": 3}]"#,
    ])
  func doubledInSibling(text: String) {
    #expect(readJSON(text).diagnostics.map(\.id) == ["json.duplicate-key"])
  }

  @Test("places are those of the file that holds the text")
  func origin() throws {
    let origin = SourcePosition(line: 10, column: 4)
    let node = try #require(readJSON("[1,\n2]", at: origin).node)
    #expect(node.list?[0].range.start == SourcePosition(line: 10, column: 5))
    #expect(node.list?[1].range.start == SourcePosition(line: 11, column: 1))
    let diagnostics = readJSON("[1,\n?]", at: origin).diagnostics
    #expect(diagnostics.first?.location?.range.start == SourcePosition(line: 11, column: 1))
  }

  @Test("CR LF and CR end lines as LF does", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let node = readJSON("[\(end)\(end)1]").node
    #expect(node?.list?[0].range.start == SourcePosition(line: 3, column: 1))
  }

  @Test(
    "escapes become characters",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\u00e9\u20AC""#, "é€"),
      (#""\ud83d\ude00""#, "😀"), (#""é\u0000b""#, "é\0b"), ("\"\u{7f}\u{2028}\"", "\u{7f}\u{2028}"),
    ])
  func escapes(json: String, text: String) {
    #expect(readJSON(json).node?.string == text)
  }

  @Test(
    "numbers are read exactly and keep what was written",
    arguments: [
      ("0", 0.0), ("-0", 0.0), ("1E+2", 100), ("0.1", 0.1),
      ("123456789012345", 123_456_789_012_345),
      ("9223372036854775808", 0x1p63), ("1e-400", 0), ("5e-324", Double.leastNonzeroMagnitude),
      ("1.7976931348623157e308", 1.7976931348623157e308),
    ])
  func numbers(json: String, number: Double) throws {
    let node = try #require(readJSON(json).node)
    #expect(node.number == number)
    #expect(node.literalText == json)
  }

  @Test(
    "what is no JSON is refused where it goes wrong",
    arguments: [
      "1️⃣", "  1️⃣", "[1, 1️⃣]", "[1 1️⃣2]", #"{1️⃣a: 1}"#, #"{"a" 1️⃣1}"#,
      #"{"a": 1️⃣}"#, #"{"a": 1, 1️⃣}"#, "[1] 1️⃣]", "01️⃣1", "-1️⃣", "1.1️⃣",
      "1e1️⃣", "1️⃣+1", "1️⃣.5", "1️⃣tru", "1️⃣True", "1️⃣nullx", "1️⃣'a'", "[1, 1️⃣// no\n2]", "1️⃣NaN",
      "1️⃣Infinity", "-1️⃣Infinity", "1️⃣\"abc", "\"a1️⃣\nb\"", "\"a1️⃣\tb\"", "\"1️⃣\\x\"",
      "\"\\u121️⃣g4\"", "\"1️⃣\\ud800\"", "\"1️⃣\\udc00\"",
      "\"1️⃣\\ud800\\u0041\"", "[1️⃣1e999]", "1️⃣\u{A0}1",
    ])
  func refused(marked: String) {
    let marked = MarkedText(marked)
    let (node, diagnostics) = readJSON(marked.text)
    #expect(node == nil)
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?.location?.range.start == marked[1], "\(diagnostics)")
  }

  @Test("a doubled name is reported at the second and the first one stays", arguments: [0, 40])
  func doubledName(others: Int) {
    let filling = (0..<others).map { "\"n\($0)\": 0, " }.joined()
    let marked = MarkedText("{2️⃣\"a\": 1, \(filling)1️⃣\"\\u0061\": 2, \"b\": 3}")
    let (node, diagnostics) = readJSON(marked.text)
    #expect(node?["a"]?.number == 1)
    #expect(node?["b"]?.number == 3)
    #expect(diagnostics.map(\.id) == ["json.duplicate-key"])
    #expect(diagnostics.first?.location?.range.start == marked[1])
    #expect(diagnostics.first?.notes.first?.location?.range.start == marked[2])
  }

  @Test("nesting is read up to the limit and refused beyond")
  func depth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(readJSON(nested(JSONReader.depthLimit)).node != nil)
    let deep = readJSON(nested(JSONReader.depthLimit + 1))
    #expect(deep.diagnostics.map(\.id) == ["json.depth"])
    #expect(readJSON(String(repeating: "{\"a\":", count: 100_000)).diagnostics.count == 1)
  }

  @Test("a text beyond the size limit is refused")
  func size() {
    let text = "\"" + String(repeating: "x", count: JSONReader.sizeLimit) + "\""
    #expect(readJSON(text).diagnostics.map(\.id) == ["json.size"])
  }

  @Test("a byte order mark is left out")
  func byteOrderMark() {
    #expect(readJSON("\u{FEFF}[1]").node?.list?.count == 1)
  }

  @Test("the habits of JavaScript get advice")
  func advice() {
    #expect(readJSON("['a']").diagnostics.first?.remedy == "write texts in double quotes")
    #expect(readJSON("[1,]").diagnostics.first?.remedy?.contains("comma") == true)
    #expect(readJSON("// x").diagnostics.first?.remedy?.contains("comments") == true)
  }

  @Test(
    "every beginning and every damaged copy of a text is read or refused, never both or neither")
  func robustness() {
    let text = #"{"é\u00e9😀": [1.5e-3, true, {"b": null, "c": "\ud83d\ude00\n"}], "d": -0}"#
    let scalars = Array(text.unicodeScalars)
    for count in 0...scalars.count {
      for inserted in ["", "\"", "\\", "\u{0}", "}", "é", "\\u", ","] {
        var changed = String.UnicodeScalarView()
        changed.append(contentsOf: scalars[..<count])
        changed.append(contentsOf: inserted.unicodeScalars)
        if !inserted.isEmpty { changed.append(contentsOf: scalars[count...]) }
        let (node, diagnostics) = readJSON(String(changed))
        #expect((node == nil) == diagnostics.contains { $0.id != "json.duplicate-key" })
      }
    }
  }
}
