import Diagnostics
import TestSupport
import Testing

@testable import Site

@Suite struct TextTests {
  @Test("links lead to pages, files and other sites, relative to the page that shows them")
  func links() throws {
    let fixture = ResolveFixture(
      "Text.",
      files: [
        "deep/page.md": SiteFixture.page(
          "Deep",
          "[up](../page.md) [file](a%20b.pdf \"A file\") [web](https://example.org/ä?b=1&c)"
            + " <https://example.org> [mail](mailto:a@example.org) [root](/index.md)"),
        "deep/a b.pdf": "x",
      ])
    let site = try fixture.build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = try #require(site.page("deep/page.md"))
    #expect(
      page.body.html(at: "deep/page.html", figures: site.report.site.figures) == """
        <p><a href="../page.html">up</a> <a href="a%20b.pdf" title="A file">file</a> \
        <a href="https://example.org/%C3%A4?b=1&amp;c" rel="noopener">web</a> \
        <a href="https://example.org" rel="noopener">https://example.org</a> \
        <a href="mailto:a@example.org" rel="noopener">mail</a> <a href="../index.html">root</a></p>

        """)
    #expect(
      page.body.html(at: "print.html", figures: site.report.site.figures).contains(
        "<a href=\"deep/a%20b.pdf\" title=\"A file\">"))
  }

  @Test(
    "links to nothing are errors at the link",
    arguments: [
      ("1️⃣[a](pag.md)", "link.missing"), ("1️⃣[a](javascript:alert%281%29)", "markdown.link-scheme"),
      ("1️⃣[a](#nowhere)", "link.fragment"), ("1️⃣[a](index.md#nowhere)", "link.fragment"),
      ("1️⃣[a](../../x.md)", "link.outside"), ("1️⃣[a](//example.org/)", "link.scheme"),
    ])
  func linkFaults(text: String, id: String) throws {
    let site = try ResolveFixture(MarkedText(text)).build()
    let ids = site.errorIDs
    #expect(
      ids.count == 1 && ids[0].hasPrefix(String(id.prefix(5))) || ids == [id], "\(site.errors)")
  }

  @Test("headings have ids, and the contents hold them without links")
  func headings() throws {
    let page = try ResolveFixture(
      """
      ## Output of [China](index.md) & `= latest.tonnes` t

      ### Second {#own}

      ## Own

      #### Fourth
      """
    ).page()
    #expect(page.contents.map(\.id) == ["output-of-china---t", "own", "own-1"])
    #expect(page.contents.map(\.level) == [2, 3, 2])
    #expect(page.contents.first?.html.parts == [.html("Output of China &amp; 270,000 t")])
    #expect(page.contents.first?.text == "Output of China & 270,000 t")
    #expect(page.anchors.isSuperset(of: ["own", "own-1", "fourth"]))
  }

  @Test("a left-out level and a doubled id of headings are reported")
  func headingFaults() throws {
    try ResolveFixture("1️⃣### Deep").expectFault("heading.level", severity: .warning)
    try ResolveFixture("## A {#x}\n\n1️⃣## B {#x}").expectFault("heading.id")
  }

  @Test("the title is the front matter's or the heading that opens the text")
  func titles() throws {
    let site = try ResolveFixture(
      "Text.", files: ["plain.md": "# A *title* of `= latest.tonnes`\n\nText.\n"]
    ).build()
    let page = try #require(site.page("plain.md"))
    #expect(page.title == "A title of 270,000")
    #expect(page.titleHTML.parts == [.html("A <em>title</em> of 270,000")])
    #expect(page.body.parts == [.html("<p>Text.</p>\n")])
  }

  @Test(
    "no title, two titles, and one too late are errors",
    arguments: [
      "Text.", "Text.\n\n# Late", "# One\n\n# Two",
    ])
  func titleFaults(text: String) throws {
    let site = try ResolveFixture("Text.", files: ["plain.md": text]).build()
    #expect(site.errorIDs == ["page.title"])
    try ResolveFixture("1️⃣# Again").expectFault("page.title")
  }

  @Test("footnotes and citations share one list in order of appearance")
  func notes() throws {
    let fixture = ResolveFixture(
      """
      First[^b], [@mcs-2025, p. 3], again [@mcs-2025, p. 3; @mcs-2024], last[^a].

      [^a]: Note a.
      [^b]: Note b with `= latest.tonnes` and [@mcs-2024].
      """)
    let page = try fixture.page()
    #expect(page.notes.map(\.number) == [1, 2, 3, 4])
    #expect(page.notes.map(\.references) == [["r1"], ["r2", "r2-2"], ["r3", "r3-2"], ["r4"]])
    guard case .text(let first)? = page.notes.first?.content else {
      Issue.record("the first note is a footnote")
      return
    }
    #expect(
      first.html(at: "page.html", figures: FigureDirectory()).contains(
        "Note b with <a class=\"value\""))
    guard case .citation(let source, let locator)? = page.notes.dropFirst().first?.content else {
      Issue.record("the second note is a citation")
      return
    }
    #expect(source == "mcs-2025")
    #expect(locator == "p. 3")
    let html = try fixture.html()
    #expect(
      html.contains(
        "<sup><a class=\"note-ref\" id=\"r2\" href=\"#n2\" aria-label=\"Note 2: USGS, 2025\">2</a></sup>"
      ),
      "\(html)")
    #expect(!html.contains("Note b"))
    #expect(page.anchors.isSuperset(of: ["n1", "n4", "r2-2"]))
  }

  @Test("no line breaks between a text and the number of its citation")
  func joined() throws {
    let html = try ResolveFixture("China leads [@mcs-2025], *so* [@mcs-2024] it is.").html()
    #expect(html.contains("leads<sup>"))
    #expect(html.contains("</em><sup>"))
  }

  @Test("an unknown source of a citation is an error with the near miss")
  func unknownSource() throws {
    try ResolveFixture("Text 1️⃣[@mcs-2035].").expectFault("citation.unknown", remedy: "mcs-2025")
  }

  @Test("an image alone with a title is a figure, others stay in the text")
  func images() throws {
    let files = ["map.png": "x"]
    let html = try ResolveFixture(
      "![A \"map\"](map.png \"Where it is\")\n\nText ![of `= latest.tonnes` t](map.png)",
      files: files
    ).html()
    #expect(html.contains("<figure id=\"fig-page-image\" class=\"figure\">"), "\(html)")
    #expect(html.contains("Where it is</h2>"))
    #expect(html.contains("<img src=\"map.png\" alt=\"A “map”\">"))
    #expect(html.contains("<p>Text <img src=\"map.png\" alt=\"of 270,000 t\"></p>"))
    let decorative = try ResolveFixture("![](map.png \"alt: decorative\")", files: files).html()
    #expect(decorative == "<p><img src=\"map.png\" alt=\"\"></p>\n")
  }

  @Test(
    "faults of images",
    arguments: [
      ("1️⃣![](map.png)", "image.alternative"),
      ("1️⃣![a](https://example.org/a.png)", "image.external"),
      ("1️⃣![a](none.png)", "link.missing"), ("1️⃣![a](index.md)", "image.target"),
    ])
  func imageFaults(text: String, id: String) throws {
    try ResolveFixture(MarkedText(text), files: ["map.png": "x"]).expectFault(id)
  }

  @Test("a number typed in an alternative text is a warning, a value in it is none")
  func hiddenNumbers() throws {
    try ResolveFixture("1️⃣![of 270,000 t](map.png)", files: ["map.png": "x"]).expectFault(
      "text.hidden-number", severity: .warning, found: "270,000")
    let site = try ResolveFixture("![of `= latest.tonnes` t](map.png)", files: ["map.png": "x"])
      .build()
    #expect(site.diagnostic("text.hidden-number") == nil)
  }

  @Test("a part is put in place with its own links and the names of the page")
  func include() throws {
    let html = try ResolveFixture(
      "Before.\n\n```include parts/_part.md\n```\n\nAfter.",
      files: [
        "parts/_part.md": "## Part\n\n`= latest.year` [near](near.md)\n",
        "parts/near.md": SiteFixture.page("Near"),
      ]
    ).html()
    #expect(
      html == """
        <p>Before.</p>
        <h2 id="part">Part</h2>
        <p><a class="value" href="#e-latest-year">2024</a> <a href="parts/near.html">near</a></p>
        <p>After.</p>

        """, "\(html)")
  }

  @Test("a part whose condition does not hold vanishes, heading and contents and all")
  func when() throws {
    let part = "## Part\n\n```sql inner\nSELECT 1 AS n\n```\n\n[@mcs-2025]\n"
    let page = try ResolveFixture(
      "`= inner.n`\n\n```include _part.md\nwhen: (SELECT count(*) FROM output WHERE year = 1900) > 0\n```",
      files: ["_part.md": part]
    ).page()
    #expect(page.contents.isEmpty)
    #expect(page.notes.isEmpty)
    let shown = try ResolveFixture(
      "```include _part.md\nwhen: latest.tonnes > 0\n```", files: ["_part.md": part]
    ).page()
    #expect(shown.contents.map(\.id) == ["part"])
    #expect(shown.notes.count == 1)
  }

  @Test("faults in a part stand in the part's file")
  func partPlaces() throws {
    let site = try ResolveFixture(
      "```include _part.md\n```", files: ["_part.md": "Text\n\n`= latest.tons`\n"]
    ).build()
    let fault = try #require(site.diagnostic("value.unknown-column"))
    #expect(fault.location?.path == "_part.md")
    #expect(fault.location?.range.start == SourcePosition(line: 3, column: 11))
  }

  @Test(
    "faults of parts",
    arguments: [
      ("1️⃣```include _prt.md\n```", "include.missing"), ("1️⃣```include\n```", "include.name"),
      ("1️⃣```include ../../x.md\n```", "include.name"),
      ("```include _self.md\n```", "include.cycle"),
      ("```include _part.md\n1️⃣wen: 1\n```", "document.unknown-key"),
      ("```include _part.md\nwhen: 1️⃣'''x'''\n```", "claim.text"),
    ])
  func partFaults(text: String, id: String) throws {
    try ResolveFixture(
      MarkedText(text),
      files: ["_part.md": "Text", "_self.md": "```include _self.md\n```"]
    ).expectFault(id)
  }

  @Test("row pages have their row as values and parameters, and figures of their own")
  func rowPages() throws {
    let site = try ResolveFixture(
      "Text.",
      files: [
        "countries/[iso3].md": """
        ---
        title: "`= row.country`"
        description: A sentence that says what the page is about and is long enough to stand.
        each: {query: latest, key: iso3}
        ---

        `= mine.n` rows, see [Table](#fig-all).

        ```sql mine
        SELECT count(*) AS n, 'reported' AS status, sources(source) AS source FROM output WHERE iso3 = :iso3
        ```

        ```table all
        title: "All of `= row.country`"
        data: mine
        ```

        """
      ]
    ).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = try #require(site.page("countries/chn.md"))
    #expect(page.title == "China")
    #expect(page.figures.first?.id == "all-chn")
    #expect(page.figures.first?.title == "All of China")
    let html = page.body.html(at: page.plan.output, figures: site.report.site.figures)
    #expect(html.contains(">2</a> rows, see <a href=\"#fig-all-chn\">Table 1</a>"), "\(html)")
    #expect(page.evidence.first { $0.reference == "row.country" }?.query == "latest")
  }

  @Test("alerts, lists and tables stay Markdown's own")
  func markdown() throws {
    let html = try ResolveFixture("> [!NOTE]\n> `= latest.year`\n\n- [x] done").html()
    #expect(html.contains("<aside class=\"alert alert-note\" role=\"note\">"))
    #expect(html.contains("checkbox"))
  }

  @Test("a Markdown table has heads with a scope, numbers to the right, and a named region")
  func markdownTable() throws {
    let html = try ResolveFixture(
      """
      ## Sizes {#sizes}

      | Name | Size |
      |:-----|-----:|
      | `<th>` | `= output[country=China, year=2024].tonnes` |
      """
    ).html()
    #expect(
      html.contains(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"sizes\">"))
    #expect(html.contains("<table><caption class=\"visually-hidden\">Sizes</caption>"))
    #expect(html.contains("<th scope=\"col\">Name</th>"))
    #expect(html.contains("<th scope=\"col\" class=\"num\">Size</th>"))
    #expect(html.contains("<td><code>&lt;th&gt;</code></td>"))
    #expect(html.contains("<td class=\"num\">270,000"))
    #expect(!html.contains(" align="))
  }
}
