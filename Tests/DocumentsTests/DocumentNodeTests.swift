import Diagnostics
import Documents
import Testing

@Suite("Document trees")
struct DocumentNodeTests {
  /// The examples of RFC 7396, appendix A: original, patch, result.
  static let mergePatchExamples = [
    (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
    (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
    (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
    (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
    (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
    (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
    (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
    (#"{"a":"foo"}"#, #"null"#, #"null"#),
    (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
    (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
    (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
    (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
  ]

  @Test("a merge patch does what the RFC's examples say", arguments: mergePatchExamples)
  func mergePatch(original: String, patch: String, result: String) throws {
    let original = try #require(readJSON(original).node)
    let patch = try #require(readJSON(patch).node)
    #expect(JSONWriter.text(original.merged(with: patch)) == result)
  }

  @Test("merged values keep the place where they were written")
  func mergedPlaces() throws {
    let original = try #require(readJSON(#"{"a": 1, "b": {"c": 2}}"#).node)
    let patch = try #require(
      readJSON(#"{"b": {"d": 3}, "a": 4}"#, at: SourcePosition(line: 9, column: 1)).node)
    let merged = original.merged(with: patch)
    #expect(merged["a"]?.range.start.line == 9)
    #expect(merged["b"]?.range.start.line == 1)
    #expect(merged["b"]?["c"]?.range.start.line == 1)
    #expect(merged["b"]?["d"]?.range.start.line == 9)
  }

  @Test(
    "a JSON Pointer leads through keys and indexes",
    arguments: [
      ("/foo/0", #""bar""#), ("/", "0"), ("/a~1b", "1"), ("/m~0n", "8"), ("/~01", "9"),
      ("/foo/2", nil), ("/foo/-", nil), ("/foo/01", nil), ("/foo/+1", nil), ("/nope", nil),
      ("foo", nil), ("/a~1b/x", nil),
    ])
  func pointer(pointer: String, result: String?) throws {
    let node = try #require(
      readJSON(#"{"foo":["bar","baz"],"":0,"a/b":1,"m~n":8,"~1":9}"#).node)
    #expect(node.node(at: pointer).map { JSONWriter.text($0) } == result)
    #expect(node.node(at: "") != nil)
  }

  @Test("content is compared without places and without the order of keys")
  func sameContent() throws {
    let a = try #require(readJSON(#"{"a": 1.0, "b": [null]}"#).node)
    #expect(a.hasSameContent(as: .mapping(["b": [.null], "a": 1])))
    #expect(!a.hasSameContent(as: .mapping(["b": [.null]])))
    #expect(!a.hasSameContent(as: .mapping(["b": [.null], "c": 1])))
    #expect(!a.hasSameContent(as: .mapping(["b": [], "a": 1])))
    #expect(!a.hasSameContent(as: .mapping(["b": [.null], "a": "1"])))
  }

  @Test("a node says what it is")
  func shown() {
    #expect(DocumentNode.null.shown == "nothing")
    #expect(DocumentNode(booleanLiteral: true).shown == "the boolean true")
    #expect((2.5 as DocumentNode).shown == "the number 2.5")
    #expect(("yes" as DocumentNode).shown == "the text `yes`")
    #expect(([] as DocumentNode).shown == "a list")
    let long = DocumentNode(.string(String(repeating: "x", count: 500)))
    #expect(long.shown.count < 80)
  }
}
