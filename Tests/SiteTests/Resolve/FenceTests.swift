import Diagnostics
import Tables
import TestSupport
import Testing

@testable import Site

@Suite struct FenceTests {
  @Test("a named query is not shown, and is seen above and below and in the front matter")
  func queries() throws {
    let site = try ResolveFixture(
      "Text.",
      files: [
        "page.md": """
        ---
        title: "`= q.n` rows"
        description: A sentence that says what the page is about and is long enough to stand.
        ---

        Above `= q.n`.

        ```sql q
        SELECT 2 AS n
        ```

        Below `= q.n`.

        """
      ]
    ).build()
    let page = try #require(site.page("page.md"))
    #expect(page.title == "2 rows")
    let html = page.body.html(at: "page.html", figures: FigureDirectory())
    #expect(html.contains("Above <a class=\"value\" href=\"#e-q-n\">2</a>."))
    #expect(!html.contains("SELECT"))
  }

  @Test("a query without a name is a listing, as is any other language")
  func listings() throws {
    let html = try ResolveFixture("```sql\nSELECT 1\n```\n\n```python\nx\n```").html()
    #expect(html.contains("<code class=\"language-sql\">SELECT 1"))
    #expect(html.contains("<code class=\"language-python\">"))
  }

  @Test(
    "a listing that is called almost like a construct is a warning",
    arguments: ["vegalite", "Table", "figure", "time-line", "includes", "tabel"])
  func nearMisses(language: String) throws {
    try ResolveFixture(MarkedText("1️⃣```\(language)\nx\n```")).expectFault(
      "fence.language", severity: .warning)
  }

  @Test("other languages are no near misses", arguments: ["mysql", "text", "sh", "html", "json"])
  func otherLanguages(language: String) throws {
    let site = try ResolveFixture(MarkedText("```\(language)\nx\n```")).build()
    #expect(site.diagnostic("fence.language") == nil)
  }

  @Test(
    "faults of queries stand in the query",
    arguments: [
      ("```sql q\nSELECT 1️⃣tons FROM output\n```\n\n`= q.tons`", "query.unknown-column"),
      ("```sql 1️⃣latest\nSELECT 1 AS a\n```", "name.taken"),
      ("```sql q\nSELECT 1 AS a\n```\n\n```sql q\nSELECT 2 AS a\n```", "name.taken"),
      ("```sql us-imports\nSELECT 1 AS a\n```", "name.invalid"),
      ("```sql a\nSELECT * FROM b\n```\n\n```sql b\nSELECT * FROM a\n```", "query.cycle"),
    ])
  func queryFaults(text: String, id: String) throws {
    let fixture = ResolveFixture(MarkedText(text.replacing("sql 1️⃣", with: "sql ")))
    try fixture.expectFault(id)
  }

  @Test("a figure's name is of small letters, digits and hyphens; without one there is a warning")
  func names() throws {
    let body = "\ntitle: T\ndata: latest\n```"
    try ResolveFixture(MarkedText("1️⃣```table World_Output" + body)).expectFault(
      "figure.name", remedy: "world-output")
    let fixture = ResolveFixture(MarkedText("1️⃣```table" + body))
    try fixture.expectFault("figure.no-id", severity: .warning)
    #expect(try fixture.page().figures.first?.id == "page-1")
  }

  @Test("figures and tables are counted apart, and references get their number across pages")
  func numbers() throws {
    let fixture = ResolveFixture(
      """
      [Table](#fig-b) and [Figure](other.md#fig-there), [the first](#fig-a).

      ```table a
      title: A
      data: latest
      ```

      ```timeline t
      data: events
      ```

      ```table b
      title: B
      data: latest
      ```
      """,
      files: [
        "other.md": SiteFixture.page(
          "Other", "```timeline there\ndata: events\n```\n\nSee [Table](#fig-b).")
      ])
    let html = try fixture.html()
    #expect(
      html.contains(
        "<p><a href=\"#fig-b\">Table 2</a> and <a href=\"other.html#fig-there\">Figure 1</a>, "
          + "<a href=\"#fig-a\">the first</a>.</p>"), "\(html)")
    let site = try fixture.build()
    let other = try #require(site.page("other.md"))
    #expect(
      other.body.html(at: "other.html", figures: site.report.site.figures)
        .contains("<a href=\"page.html#fig-b\">Table 2</a>"))
  }

  @Test("a figure that is not there is an error where it is named")
  func missingFigure() throws {
    try ResolveFixture("1️⃣[Figure](#fig-none)").expectFault("link.figure")
  }

  @Test("two figures of the site with one id are an error")
  func doubled() throws {
    let fence = "```table a\ntitle: A\ndata: latest\n```"
    try ResolveFixture(MarkedText(fence + "\n\n" + fence)).expectFault("figure.id")
  }

  @Test("key figures: value, label, period, change in words, and the link")
  func keyFigures() throws {
    let html = try ResolveFixture(
      """
      ## Heading {#there}

      ```figures
      - value: output[country=China, year=2024].tonnes name
        label: Chinese <output>
        period: "`= latest.year`"
        compare: {to: "output[country=China, year=2023].tonnes", on: "2023"}
        link: "#there"
      - value: shares.share
        label: Share
        compare: {to: "shares[2].share", as: points}
        link: index.md
      ```
      """
    ).html()
    #expect(
      html.contains(
        "<li><strong class=\"number\">270,000<span class=\"unit\"> tonnes</span>"
          + "<abbr class=\"status\" title=\"estimated\">[e]</abbr></strong> <span class=\"label\">"
          + "<a href=\"#there\">Chinese &lt;output&gt;</a></span> <span class=\"period\">2024</span> "
          + "<span class=\"change\">up 5.9% on 2023</span></li>"), "\(html)")
    #expect(
      html.contains("<span class=\"change\">up 80.5\u{A0}percentage points</span>"), "\(html)")
  }

  @Test(
    "changes in words",
    arguments: [
      ("{to: a.total, as: percent}", "unchanged"), ("{to: b.total}", "up 50%"),
      ("{to: c.total, as: difference, on: \"2023\"}", "down 30\u{A0}t on 2023"),
      ("{to: b.total, as: ratio, on: \"2023\"}", "1.5 times the value of 2023"),
    ])
  func changes(compare: String, words: String) throws {
    let html = try keyFigure(compare).html()
    #expect(html.contains("<span class=\"change\">\(words)</span>"), "\(html)")
  }

  private func keyFigure(_ compare: String) -> ResolveFixture {
    ResolveFixture(
      MarkedText(
        "```figures\n- value: a.total\n  label: A\n  link: index.md\n  compare: \(compare)\n```"),
      files: [
        "queries/a.sql": "SELECT 30 AS total, 'reported' AS status",
        "queries/b.sql": "SELECT 20 AS total, 'reported' AS status",
        "queries/c.sql": "SELECT 60 AS total, 'reported' AS status",
        "queries/zero.sql": "SELECT 0 AS total, 'reported' AS status",
      ])
  }

  @Test(
    "faults of key figures",
    arguments: [
      ("{to: 1️⃣zero.total}", "figures.base"), ("{to: 1️⃣zero.total, as: ratio}", "figures.base"),
      ("{to: 1️⃣shares.share}", "figures.units"), ("{to: b.total, as: 1️⃣much}", "document.choice"),
      ("{1️⃣too: b.total, to: b.total}", "document.unknown-key"),
    ])
  func keyFigureFaults(compare: String, id: String) throws {
    try keyFigure(compare).expectFault(id)
  }

  @Test("key figures are a list of one to six, each with value, label and link")
  func keyFigureList() throws {
    try ResolveFixture("1️⃣```figures\n[]\n```").expectFault("figures.count")
    try ResolveFixture("```figures\n- 1️⃣value: latest.tonnes\n```").expectFault(
      "document.missing-key")
  }

  @Test("a timeline lists events by date, with what the columns say")
  func timeline() throws {
    let html = try ResolveFixture(
      "```timeline policy\ntitle: Policy\ndata: events\ntext: summary\n```"
    ).html()
    #expect(
      html.contains(
        """
        <ol class="timeline">
        <li><time datetime="2010">2010</time>
        <p class="event-title">Quota &lt;cut&gt;</p><p class="kind">export</p></li>
        <li><time datetime="2014-03">March 2014</time>
        <p class="event-title">Ruling</p><p class="kind">law</p><p>The quota is unlawful.</p></li>
        <li><time datetime="2025-04-04">4 April 2025</time>
        """), "\(html)")
    let page = try ResolveFixture(
      "```timeline policy\ndata: events\norder: descending\n```"
    ).page()
    #expect(page.figures.first?.data.first?.table.rows.first?.first == .text("2025-04-04"))
  }

  @Test("a timeline needs its columns")
  func timelineColumns() throws {
    try ResolveFixture("1️⃣```timeline p\ndata: latest\n```").expectFault("timeline.column")
    try ResolveFixture("```timeline p\ndata: events\ntext: 1️⃣sumary\n```").expectFault(
      "timeline.column", remedy: "summary")
  }

  @Test("an unknown name of data stands at the name", arguments: ["table", "timeline"])
  func unknownData(language: String) throws {
    try ResolveFixture(MarkedText("```\(language) t\ntitle: T\ndata: 1️⃣lates\n```")).expectFault(
      "query.unknown-name", remedy: "latest")
  }
}
