import Diagnostics
import Documents
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  private let tree = DocumentNode.mapping([
    "a": [1, 2.5, true, .null], "b": .mapping([:]), "c": [], "d": .mapping(["e": "x"]),
  ])

  @Test("compact JSON has no blanks")
  func compact() {
    #expect(JSONWriter.text(tree) == #"{"a":[1,2.5,true,null],"b":{},"c":[],"d":{"e":"x"}}"#)
  }

  @Test("pretty JSON is indented and ends with a line break")
  func pretty() {
    #expect(
      JSONWriter.text(tree, .pretty) == """
        {
          "a": [
            1,
            2.5,
            true,
            null
          ],
          "b": {},
          "c": [],
          "d": {
            "e": "x"
          }
        }

        """)
  }

  @Test(
    "numbers are the shortest that read back as the same",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1, "1"), (-270_000, "-270000"), (0.1, "0.1"),
      (0.1 + 0.2, "0.30000000000000004"),
      (9_007_199_254_740_991, "9007199254740991"), (1e21, "1e+21"), (1e-7, "1e-07"),
      (.leastNonzeroMagnitude, "5e-324"), (Double.nan, "null"), (-Double.infinity, "null"),
    ])
  func numbers(number: Double, text: String) {
    #expect(JSONWriter.text(number) == text)
    if number.isFinite { #expect(Double(text) == number) }
  }

  @Test("control characters, quotes and backslashes are escaped")
  func escapes() {
    #expect(
      JSONWriter.text("\"\\/\n\r\t\u{0}\u{1f}é\u{2028}😀") == #""\"\\/\n\r\t\u0000\u001fé"#
        + "\u{2028}😀\"")
  }

  @Test("inside HTML nothing can end the script element")
  func embedded() {
    #expect(
      JSONWriter.text("</script><!--&\u{2029}é", isEmbedded: true)
        == #""\u003c/script\u003e\u003c!--\u0026\u2029é""#)
  }

  @Test("values are written one by one as well")
  func streaming() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("title", "Nickel")
      writer.member("rows") { writer in
        writer.array { writer in
          writer.array {
            $0.value(1); $0.value(false)
          }
          writer.null()
        }
      }
      writer.member("n") { $0.value(7) }
    }
    #expect(writer.text == #"{"title":"Nickel","rows":[[1,false],null],"n":7}"#)
  }

  @Test(
    "what is written reads back as the same tree", arguments: [JSONWriter.Style.compact, .pretty])
  func roundTrip(style: JSONWriter.Style) throws {
    let text = #"{"a":[0.1,-1e-9,1e300,"\u0007é\"\\"],"b":{"c":[[],{}],"":null},"d":[true,false]}"#
    let node = try #require(readJSON(text).node)
    let again = try #require(readJSON(JSONWriter.text(node, style)).node)
    #expect(node.hasSameContent(as: again))
    #expect(JSONWriter.text(again, style) == JSONWriter.text(node, style))
  }
}
