import Diagnostics
import Markdown
import Testing

@Suite("Headings") struct HeadingTests {
  @Test("a heading has a level, a text, and a literal text without values")
  func texts() throws {
    let heading = try #require(
      Parsed("## Output of *China* `= china.t` `code`\n").constructs.headings.first)
    #expect(heading.level == 2)
    #expect(heading.text == "Output of China = china.t code")
    #expect(heading.literalText == "Output of China  code")
    #expect(heading.explicitID == nil)
  }

  @Test(
    "an id at the end is taken out of the text",
    arguments: [
      ("# A b {#a-b}", "a-b"), ("# A b {#x_1} ##", "x_1"), ("A b {#y}\n===", "y"),
      ("# A b{#z--z}", "z--z"),
    ])
  func explicit(text: String, id: String) throws {
    let parsed = Parsed(text)
    let heading = try #require(parsed.constructs.headings.first)
    #expect(heading.explicitID == id)
    #expect(heading.text == "A b")
    #expect(heading.literalText == "A b")
    #expect(parsed.html == "<h1>A b</h1>\n")
  }

  @Test(
    "other braces stay in the heading",
    arguments: ["# A {#}", "# A {b}", "# A {#b c}", "# A {#b} c", "# A {#é}"])
  func noID(text: String) throws {
    let heading = try #require(Parsed(text).constructs.headings.first)
    #expect(heading.explicitID == nil)
    #expect(heading.text == String(text.dropFirst(2)))
  }

  @Test("the HTML inside a heading is its own, with values replaced")
  func innerHTML() throws {
    let parsed = Parsed("## A *b* `= c` & d\n")
    let tree = try #require(parsed.tree)
    let value = try #require(tree.constructs.codeSpans.first)
    #expect(tree.replace(value.node, html: "<data>7</data>", text: "7"))
    let heading = try #require(tree.constructs.headings.first)
    #expect(tree.innerHTML(heading.node) == "A <em>b</em> <data>7</data> &amp; d")
    #expect(tree.plainText(heading.node) == "A b 7 & d")
    tree.replace(heading.node, html: "<h2 id=\"a\">x</h2>")
    #expect(tree.render() == "<h2 id=\"a\">x</h2>\n")
  }

  @Test(
    "slugs follow GitHub's rule",
    arguments: [
      ("Hello World", "hello-world"), ("A & B, C.", "a--b-c"), ("Größe", "größe"),
      ("ÀÉ_x-1", "àé_x-1"), ("中文 標題", "中文-標題"), ("e\u{301}", "e\u{301}"), ("🙂 a", "-a"),
      ("don’t “x”", "dont-x"), ("1.2.3", "123"), ("a\tb", "ab"), ("हिन्दी", "हिन्दी"),
    ])
  func slugs(text: String, slug: String) {
    #expect(HeadingSlugger.slug(text) == slug)
  }

  @Test("ids are made unique and step aside for written ones")
  func unique() {
    var slugger = HeadingSlugger()
    let answers = [slugger.reserve("b-1"), slugger.reserve("b-1")]
    #expect(answers == [true, false])
    var ids: [String] = []
    for text in ["A", "a", "B", "b", "b", "a 1", "", "?"] { ids.append(slugger.id(for: text)) }
    #expect(ids == ["a", "a-1", "b", "b-2", "b-3", "a-1-1", "section", "section-1"])
  }

  @Test("written ids come before computed ones; one written twice is an error")
  func assigned() throws {
    let headings = Parsed("# A\n## B {#a}\n## `= v` of C\n## D {#a}\n").constructs.headings
    let diagnostics = DiagnosticCollector()
    var slugger = HeadingSlugger()
    let ids = slugger.ids(for: headings, path: "page.md", into: diagnostics)
    #expect(ids == ["a-1", "a", "of-c", "d"])
    #expect(diagnostics.sorted.map(\.id) == ["markdown.duplicate-id"])
    #expect(diagnostics.sorted.first?.location?.range.start.line == 4)
  }

  @Test("many equal headings get their ids in linear time")
  func many() {
    var slugger = HeadingSlugger()
    let ids = (0..<20_000).map { _ in slugger.id(for: "a") }
    #expect(Set(ids).count == 20_000)
    #expect(ids.last == "a-19999")
  }
}
