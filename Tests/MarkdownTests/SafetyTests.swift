import Diagnostics
import FoundationEssentials
import Markdown
import Testing

private struct Attack: Decodable {
  var id: String
  var context: String
  var payload: String
  var must_not: [String]
}

@Suite("Safety of the output") struct SafetyTests {
  private static let file = suites.appending(path: "xss/contexts.json")
  static let available = FileManager.default.fileExists(atPath: file.path)

  @Test(
    "no attack of the list reaches the page",
    .enabled(if: available, "the suites are not beside the repository"))
  func attacks() throws {
    // One of the chart labels is half a surrogate pair, which Foundation's reader refuses.
    let text = try String(decoding: Data(contentsOf: Self.file), as: UTF8.self)
      .replacing("\\ud800", with: "")
    let attacks = try JSONDecoder().decode([Attack].self, from: Data(text.utf8))
      .filter { $0.context.hasPrefix("markdown") || $0.context == "csv-cell" }
    #expect(attacks.count >= 29)
    for attack in attacks {
      let html = Parsed(attack.payload).html.lowercased()
      for text in attack.must_not {
        #expect(!html.contains(text), "\(attack.id): \(html)")
      }
    }
  }

  @Test(
    "destinations are judged as browsers read them",
    arguments: [
      ("a.md", .relative), ("../a/b.md#c", .relative), ("/a:b", .relative), ("a/b:c", .relative),
      ("", .relative), ("?a:b", .relative), ("1a:b", .relative), ("#a:b", .fragment),
      ("http://a.example", .external), ("HTTPS:a", .external), ("//a.example", .external),
      ("mailto:a@b.example", .mail), ("check:a", .check),
      ("javascript:alert(1)", .refused(scheme: "javascript")),
      (" \u{1}java\nscript:alert(1)", .refused(scheme: "javascript")),
      ("java\u{200B}script:alert(1)", .refused(scheme: "javascript")),
      ("data:image/png;base64,AAAA", .refused(scheme: "data")),
      ("file:///etc/passwd", .refused(scheme: "file")),
      ("ftp://a.example", .refused(scheme: "ftp")),
    ] as [(String, LinkDestination)])
  func destinations(text: String, expected: LinkDestination) {
    #expect(LinkDestination(text) == expected)
  }

  @Test("a refused link is an error at its place and loses its destination, with raw HTML as well")
  func refused() throws {
    var options = MarkdownOptions()
    options.allowsRawHTML = true
    let parsed = Parsed("a [x](java&#x73;cript:alert(1)) ![y](data:text/html,z)", options: options)
    #expect(parsed.ids == ["markdown.link-scheme", "markdown.link-scheme"])
    #expect(parsed.diagnostics.first?.location?.range.start == SourcePosition(line: 1, column: 3))
    #expect(parsed.html == "<p>a <a href=\"\">x</a> <img src=\"\" alt=\"y\" /></p>\n")
  }

  @Test("raw HTML is left out with a warning at its place; a comment is left out in silence")
  func rawHTML() {
    let parsed = Parsed("<!-- c -->\n\n<div>\na\n</div>\n\nb <i>c</i>\n")
    #expect(parsed.ids == ["markdown.raw-html", "markdown.raw-html"])
    #expect(parsed.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(parsed.diagnostics.map { $0.location?.range.start.line } == [3, 7])
    #expect(!parsed.html.contains("<div>") && !parsed.html.contains("<i>"))
  }

  @Test("raw HTML passes through where the site allows it")
  func allowedHTML() {
    var options = MarkdownOptions()
    options.allowsRawHTML = true
    let parsed = Parsed("<div>\na\n</div>\n", options: options)
    #expect(parsed.ids.isEmpty)
    #expect(parsed.html == "<div>\na\n</div>\n")
  }

  @Test("text is escaped byte by byte, also before combining marks")
  func escaping() {
    #expect(HTMLEscaping.escape("a<b>&\"'c") == "a&lt;b&gt;&amp;&quot;&#39;c")
    #expect(HTMLEscaping.escape("\"\u{301}<\u{301}") == "&quot;\u{301}&lt;\u{301}")
    #expect(HTMLEscaping.escape("a\0b") == "a\u{FFFD}b")
    #expect(HTMLEscaping.escape("nothing to do") == "nothing to do")
    #expect(HTMLEscaping.escape("x<y>z"[...].dropFirst()) == "&lt;y&gt;z")
  }

  @Test("the writer escapes values and passes raw HTML on")
  func writer() {
    var html = HTMLWriter()
    html.open("a", [("href", "x?a&b"), ("title", nil), ("class", "\"")])
    html.text("1 < 2")
    html.raw("<b>raw</b>")
    html.close("a")
    html.element("p", text: "'")
    #expect(
      html.html
        == "<a href=\"x?a&amp;b\" class=\"&quot;\">1 &lt; 2<b>raw</b></a><p>&#39;</p>")
    #expect(html.bytes.count == html.html.utf8.count)
  }
}
