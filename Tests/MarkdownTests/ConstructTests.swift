import Diagnostics
import Markdown
import TestSupport
import Testing

@Suite("Markdown constructs") struct ConstructTests {
  @Test(
    "a code span that begins with = is a value",
    arguments: [
      ("`= a`", true), ("`=a`", true), ("`  = a `", true), ("`a = b`", false), ("`==`", true),
    ])
  func values(text: String, isValue: Bool) throws {
    #expect(try #require(Parsed(text).constructs.codeSpans.first).isValue == isValue)
  }

  @Test("an escaped equals sign is shown without its backslash")
  func escapedValue() throws {
    let parsed = Parsed("`\\= x`")
    let span = try #require(parsed.constructs.codeSpans.first)
    #expect(!span.isValue)
    #expect(span.text == "= x")
    #expect(parsed.html == "<p><code>= x</code></p>\n")
  }

  @Test("constructs know what surrounds them")
  func context() {
    let parsed = Parsed(
      "# `a`\n\n[`b`](c) ![`d`](e)\n\n| `f` |\n|---|\n| `g` |\n\nh[^1]\n\n[^1]: `i`\n")
    let contexts = parsed.constructs.codeSpans.map(\.context)
    #expect(contexts.map(\.inHeading) == [true, false, false, false, false, false])
    #expect(contexts.map(\.inLink) == [false, true, false, false, false, false])
    #expect(contexts.map(\.inImage) == [false, false, true, false, false, false])
    #expect(contexts.map(\.inCell) == [false, false, false, true, true, false])
    #expect(contexts.map(\.inFootnote) == [false, false, false, false, false, true])
    #expect(parsed.constructs.codeSpans[1].link == parsed.constructs.links.first?.node)
    #expect(parsed.tree.map { $0.plainText(parsed.constructs.codeSpans[3].block) } == "f")
  }

  @Test("links tell destination, title and kind")
  func links() throws {
    let parsed = Parsed("[a *b*](check: \"x > 0.5\") [c](d.md#e) [f](#g) <mailto:h@i.example>")
    let links = parsed.constructs.links
    #expect(links.map(\.destination) == ["check:", "d.md#e", "#g", "mailto:h@i.example"])
    #expect(links.map(\.kind) == [.check, .relative, .fragment, .mail])
    #expect(links[0].title == "x > 0.5")
    #expect(parsed.tree?.plainText(links[0].node) == "a b")
    #expect(parsed.ids.isEmpty)
  }

  @Test("the text of a claim stays when its tags are replaced")
  func wrap() throws {
    let parsed = Parsed("[a *b* `= c`](check: \"x\")")
    let tree = try #require(parsed.tree)
    tree.replaceTags(of: parsed.constructs.links[0].node, opening: "<span>", closing: "</span>")
    tree.replace(parsed.constructs.codeSpans[0].node, html: "7", text: "7")
    #expect(tree.render() == "<p><span>a <em>b</em> 7</span></p>\n")
    #expect(tree.plainText == "a b 7")
  }

  @Test("an image alone in its paragraph is told from one in a text")
  func images() {
    let images = Parsed("![a](b.png \"c\")\n\nx ![d](e.png)\n").constructs.images
    #expect(images.map { $0.aloneIn != nil } == [true, false])
    #expect(images[0].title == "c")
  }

  @Test("a value in an alternative text is replaced by text")
  func alternativeText() throws {
    let parsed = Parsed("![a `= b`](c.png)")
    let tree = try #require(parsed.tree)
    #expect(tree.replace(parsed.constructs.codeSpans[0].node, text: "7 < 8"))
    #expect(tree.render() == "<p><img src=\"c.png\" alt=\"a 7 &lt; 8\" /></p>\n")
    #expect(tree.plainText == "a 7 < 8")
  }

  @Test("fences tell language, arguments and body")
  func fences() throws {
    let fence = try #require(Parsed("~~~ sql  china x \nSELECT 1\n\n~~~").constructs.fences.first)
    #expect(fence.language == "sql")
    #expect(fence.arguments == "china x")
    #expect(fence.body == "SELECT 1\n\n")
    #expect(Parsed("    indented\n").constructs.fences.isEmpty)
    #expect(Parsed("```\n```").constructs.fences.first?.body == "")
  }

  @Test(
    "a fence that is never closed is a warning",
    arguments: [
      ("```\na", 1), ("````\n```\n", 1), ("> ```\n> a\n\nb", 1), ("```\na\n```", 0),
      ("> ```\n> a\n> ```  \n", 0),
    ])
  func unclosed(text: String, warnings: Int) {
    #expect(Parsed(text).ids == Array(repeating: "markdown.unclosed-fence", count: warnings))
  }

  @Test("the body of a fence in CRLF keeps its places")
  func carriageReturns() throws {
    let fence = try #require(Parsed("> ```a\r\n> b\r\n> ```\r\n").constructs.fences.first)
    #expect(fence.columnShift == 2)
    #expect(fence.bodyOrigin == SourcePosition(line: 2, column: 3))
  }

  @Test("a table lists its cells and can be rebuilt around its HTML")
  func tables() throws {
    let parsed = Parsed("| a | b |\n|---|--:|\n| c | `= d` |\n| e |\n")
    let tree = try #require(parsed.tree)
    let table = try #require(parsed.constructs.tables.first)
    #expect(table.header.map { tree.plainText($0.node) } == ["a", "b"])
    #expect(table.rows.map { $0.map { tree.plainText($0.node) } } == [["c", "= d"], ["e", ""]])
    #expect(tree.replace(parsed.constructs.codeSpans[0].node, html: "<b>7</b>"))
    let html = tree.html(table.node)
    #expect(html.contains("<td align=\"right\"><b>7</b></td>"))
    #expect(tree.replace(table.node, html: "<div>\(html)</div>"))
    #expect(tree.render() == "<div>\(html)</div>\n")
  }

  @Test("replacing twice, or inside what is gone, does no harm")
  func replacedTwice() throws {
    let parsed = Parsed("[a `b`](c)")
    let tree = try #require(parsed.tree)
    let link = parsed.constructs.links[0].node
    #expect(tree.replace(link, html: "x"))
    #expect(!tree.replace(link, html: "y"))
    tree.replace(parsed.constructs.codeSpans[0].node, html: "z")
    tree.remove(link)
    #expect(tree.render() == "<p>x</p>\n")
  }

  @Test("links can be led elsewhere")
  func relink() throws {
    let parsed = Parsed("[a](b.md \"t\")")
    let tree = try #require(parsed.tree)
    tree.setURL(parsed.constructs.links[0].node, "b.html?x&y")
    tree.setTitle(parsed.constructs.links[0].node, "")
    #expect(tree.render() == "<p><a href=\"b.html?x&amp;y\">a</a></p>\n")
  }

  @Test("smart punctuation leaves code alone")
  func smart() {
    #expect(
      Parsed("\"a\" -- b... `\"c\" -- d...`\n\n    \"e\"\n").html
        == "<p>“a” – b… <code>&quot;c&quot; -- d...</code></p>\n<pre><code>&quot;e&quot;\n</code></pre>\n"
    )
  }

  @Test("the plain text of a page is its words")
  func plainText() {
    let parsed = Parsed("# A\n\nb *c*\nd[^1] <i>e</i> ![f](g)\n\n- h\n- i\n\n[^1]: j\n")
    #expect(parsed.tree?.plainText == "A\nb c d e f\nh\ni\nj")
  }

  @Test("struck text is found on pages parsed side by side")
  func parallel() async {
    let results = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<200).allSatisfy { _ in
            Parsed("a ~~b~~ c ~~d~~").html == "<p>a <del>b</del> c <del>d</del></p>\n"
          }
        }
      }
      var results: [Bool] = []
      for await result in group { results.append(result) }
      return results
    }
    #expect(results == Array(repeating: true, count: 8))
  }
}
