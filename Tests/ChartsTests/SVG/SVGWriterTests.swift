import Testing

@testable import Charts

@Suite("The SVG writer")
struct SVGWriterTests {
  private func element(_ value: String, text: String) -> String {
    var writer = SVGWriter()
    writer.open("text")
    writer.attribute("aria-label", value)
    writer.characters(text)
    writer.close("text")
    return writer.text
  }

  @Test(
    "markup in values and texts is escaped",
    arguments: [
      ("\"><script>alert(1)</script>", "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("a & b", "a &amp; b"), ("&amp;", "&amp;amp;"), ("'", "'"), ("]]>", "]]&gt;"),
    ])
  func escaping(value: String, escaped: String) {
    let inText = escaped.replacing("&quot;", with: "\"")
    #expect(
      element(value, text: value) == "<text aria-label=\"\(escaped)\">\(inText)</text>")
  }

  @Test("a quote followed by a combining mark is escaped all the same")
  func combiningMark() {
    #expect(element("\"\u{301}", text: "") == "<text aria-label=\"&quot;\u{301}\"></text>")
  }

  @Test(
    "characters that XML does not allow are left out",
    arguments: ["\u{0}", "\u{1}", "\u{8}", "\u{b}", "\u{1f}", "\u{fffe}", "\u{ffff}"])
  func illegalCharacters(text: String) {
    #expect(element("a\(text)b", text: "c\(text)d") == "<text aria-label=\"ab\">cd</text>")
  }

  @Test("line breaks and tabs become blanks", arguments: ["\n", "\t", "\r", "\r\n"])
  func blanks(text: String) {
    let blank = String(repeating: " ", count: text.unicodeScalars.count)
    #expect(element("a\(text)b", text: "") == "<text aria-label=\"a\(blank)b\"></text>")
  }

  @Test("characters beyond ASCII stay as they are")
  func unicode() {
    #expect(element("Å−…", text: "中🙂") == "<text aria-label=\"Å−…\">中🙂</text>")
  }

  @Test("an element without content closes itself")
  func emptyElement() {
    var writer = SVGWriter()
    writer.open("g")
    writer.open("path")
    writer.attribute("x", -0.0)
    writer.close("path")
    writer.close("g")
    #expect(writer.text == "<g><path x=\"0\"/></g>")
  }

  @Test(
    "links go to documents only",
    arguments: [
      ("https://example.org/a", true), ("http://example.org", true), ("mailto:a@b.c", true),
      ("page.html#x", true), ("/a:b", true), ("?q=a:b", true), ("#a:b", true), ("", true),
      ("javascript:alert(1)", false), (" JavaScript:alert(1)", false),
      ("java\nscript:alert(1)", false), ("data:text/html,x", false), ("vbscript:x", false),
      ("\u{1}javascript:x", false), ("file:///etc/passwd", false),
    ])
  func links(href: String, isSafe: Bool) {
    #expect(SVGLink.isSafe(href) == isSafe)
  }
}
