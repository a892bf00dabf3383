import Diagnostics
import Markdown
import TestSupport
import Testing

@Suite("Citations, footnotes and alerts") struct NoteTests {
  @Test("a citation names sources and locators")
  func items() throws {
    let parsed = Parsed("Text [@mcs-2026, p. 3--4; @iea_x] end.")
    let citation = try #require(parsed.constructs.citations.first)
    #expect(
      citation.items == [
        .init(id: "mcs-2026", locator: "p. 3–4"), .init(id: "iea_x", locator: nil),
      ])
    let tree = try #require(parsed.tree)
    #expect(tree.plainText(citation.node).hasPrefix("[@mcs-2026"))
    tree.replace(citation.node, html: "<sup>1</sup>", text: "")
    #expect(tree.render() == "<p>Text<sup>1</sup> end.</p>\n")
    #expect(tree.plainText == "Text end.")
  }

  @Test(
    "the number of a note stands at its word at once, and two notes stand apart",
    arguments: [
      ("word [@a].", "<p>word!.</p>\n"), ("word[@a].", "<p>word!.</p>\n"),
      ("`x` [@a].", "<p><code>x</code>!.</p>\n"), ("[@a] says", "<p>! says</p>\n"),
      ("one [@a] [@b] two [@c]", "<p>one! ! two!</p>\n"),
    ])
  func joined(text: String, html: String) throws {
    let parsed = Parsed(text)
    let tree = try #require(parsed.tree)
    for citation in parsed.constructs.citations { tree.replace(citation.node, html: "!") }
    #expect(tree.render() == html)
  }

  @Test(
    "citations are found to the column",
    arguments: [
      "a 1️⃣[@b]2️⃣ c", "ä &amp; *b* 1️⃣[@c, p. 3]2️⃣", "a [b] [1️⃣[@c]2️⃣]", "> a\n> b 1️⃣[@c]2️⃣", "# A 1️⃣[@b]2️⃣",
      "| a |\n|---|\n| b 1️⃣[@c]2️⃣ |", "[x 1️⃣[@a]2️⃣](b)", "\"a\" -- 1️⃣[@c]2️⃣", "- [ ] a 1️⃣[@b]2️⃣",
      "**a 1️⃣[@b]2️⃣**", "a[^n]\n\n[^n]: See 1️⃣[@b]2️⃣",
    ])
  func places(marked: String) throws {
    let text = MarkedText(marked)
    let citation = try #require(Parsed(text.text).constructs.citations.first)
    #expect(citation.range == (try range(text, 1, 2)))
  }

  @Test("several citations of one text are replaced one by one, in any order")
  func several() throws {
    let text: MarkedText = "a 1️⃣[@b]2️⃣ c 3️⃣[@d]4️⃣5️⃣[@e; @f]6️⃣ g"
    let parsed = Parsed(text.text)
    let citations = parsed.constructs.citations
    #expect(
      citations.map(\.range) == [
        try range(text, 1, 2), try range(text, 3, 4), try range(text, 5, 6),
      ])
    let tree = try #require(parsed.tree)
    for (index, citation) in citations.enumerated().reversed() {
      tree.replace(citation.node, html: "<\(index)>")
    }
    #expect(tree.render() == "<p>a<0> c<1><2> g</p>\n")
  }

  @Test(
    "a citation that cannot be read is an error",
    arguments: ["[@]", "[@a", "[@a b]", "[@a; b]", "[@a,]", "[@ü]", "a [@b;] c"])
  func unreadable(text: String) {
    let parsed = Parsed(text)
    #expect(parsed.ids == ["markdown.citation"])
    #expect(parsed.constructs.citations.isEmpty)
  }

  @Test(
    "what looks like a citation in code or in an address is none",
    arguments: ["`[@a]`", "    [@a]", "[x](a[@b])", "a@b.example"])
  func noCitation(text: String) {
    let parsed = Parsed(text)
    #expect(parsed.ids.isEmpty)
    #expect(parsed.constructs.citations.isEmpty)
  }

  @Test(
    "a claim that is left as text is an error",
    arguments: ["[a](<check: b > 1>)", "[a](check: b > 1)"])
  func claimInText(text: String) {
    #expect(Parsed(text).ids == ["markdown.claim"])
  }

  @Test("a claim with escaped angle brackets is a link")
  func claimInBrackets() {
    let parsed = Parsed("[a](<check: b \\> 1>)")
    #expect(parsed.ids.isEmpty)
    #expect(parsed.constructs.links.first?.destination == "check: b > 1")
  }

  @Test("footnotes and citations come in the order of appearance")
  func order() {
    let notes = Parsed("a[^x] [@b] c[^y] d[^x]\n\n[^y]: e [@f]\n[^x]: g\n").constructs.notes
    let kinds = notes.map { note in
      switch note {
      case .footnote(let reference): "\(reference.number)"
      case .citation(let citation): citation.items[0].id
      }
    }
    #expect(kinds == ["1", "b", "2", "1", "f"])
  }

  @Test("footnotes can be taken over whole")
  func takeOver() throws {
    let parsed = Parsed("a[^x] b[^x] | c\n\n[^x]: d `= e`\n\n    - f\n")
    let tree = try #require(parsed.tree)
    tree.replace(parsed.constructs.codeSpans[0].node, html: "7")
    for reference in parsed.constructs.footnoteReferences {
      tree.replace(reference.node, html: "<sup>\(reference.number)</sup>", text: "")
    }
    #expect(parsed.constructs.footnotes.map(\.number) == [1])
    let note = tree.takeFootnote(parsed.constructs.footnotes[0])
    #expect(note == "<p>d 7</p>\n<ul>\n<li>f</li>\n</ul>\n")
    #expect(tree.render() == "<p>a<sup>1</sup> b<sup>1</sup> | c</p>\n")
    #expect(tree.takeFootnote(parsed.constructs.footnotes[0]) == "")
  }

  @Test("a footnote may be referred to from a table")
  func inTable() {
    let parsed = Parsed("| a[^1] |\n|---|\n| b[^1] |\n\n[^1]: c\n")
    #expect(parsed.constructs.footnoteReferences.count == 2)
    #expect(parsed.html.contains("<td>b<sup"))
  }

  @Test("a reference to no footnote is a warning at its place")
  func undefined() throws {
    let parsed = Parsed("a\nb [^c] d")
    #expect(parsed.ids == ["markdown.footnote"])
    #expect(parsed.diagnostics.first?.location?.range.start == SourcePosition(line: 2, column: 3))
  }

  @Test("each kind of alert becomes an aside", arguments: AlertKind.allCases)
  func alerts(kind: AlertKind) {
    let parsed = Parsed("> [!\(kind.rawValue.uppercased())]\n> a *b*\n>\n> - c\n")
    #expect(
      parsed.html == """
        <aside class="alert alert-\(kind.rawValue)" role="note">
        <p class="alert-title">\(kind.label)</p>
        <p>a <em>b</em></p>
        <ul>
        <li>c</li>
        </ul>
        </aside>

        """)
    #expect(parsed.constructs.alerts.map(\.kind) == [kind])
    #expect(parsed.ids.isEmpty)
  }

  @Test("an alert's heading is the site's word, escaped")
  func labels() {
    var options = MarkdownOptions()
    options.alertLabels = [.note: "Hinweis <1>"]
    let html = Parsed("> [!note]  \n>\n> a", options: options).html
    #expect(html.contains("<p class=\"alert-title\">Hinweis &lt;1&gt;</p>\n<p>a</p>"))
  }

  @Test(
    "other quotes stay quotes",
    arguments: ["> a [!NOTE]\n> b", "> [!NOTE] a", "> [!NOTE]", "> - [!NOTE]\n>   a", "> [!]\n> a"])
  func quotes(text: String) {
    let parsed = Parsed(text)
    #expect(parsed.html.hasPrefix("<blockquote>"))
    #expect(parsed.constructs.alerts.isEmpty)
    #expect(parsed.ids.isEmpty)
  }

  @Test("an unknown alert is a warning with the nearest word")
  func unknownAlert() throws {
    let parsed = Parsed("> [!NOET]\n> a")
    let fault = try #require(parsed.diagnostics.first)
    #expect(fault.id == "markdown.alert")
    #expect(fault.severity == .warning)
    #expect(fault.remedy == "write `[!NOTE]`")
  }

  @Test("alerts may hold one another and values")
  func nested() throws {
    let parsed = Parsed("> [!NOTE]\n> `= a`\n>\n> > [!TIP]\n> > b\n")
    let tree = try #require(parsed.tree)
    #expect(parsed.constructs.alerts.map(\.kind) == [.note, .tip])
    tree.replace(parsed.constructs.codeSpans[0].node, html: "7")
    #expect(tree.render().contains("<p>7</p>\n<aside class=\"alert alert-tip\""))
  }
}
