import Diagnostics
import Tables
import TestSupport
import Testing

@testable import Site

@Suite struct ValueTests {
  @Test("a value is shown with its format, its mark, and a link to what it rests on")
  func value() throws {
    let html = try ResolveFixture("China mines `= latest.tonnes` tonnes.").html()
    #expect(
      html == """
        <p>China mines <a class="value" href="#e-latest-tonnes">270,000</a>\
        <abbr class="status" title="estimated">[e]</abbr> tonnes.</p>

        """)
  }

  @Test(
    "what is shown",
    arguments: [
      ("= latest[2].tonnes", "29,000"), ("= latest[-1].country", "Myanmar"),
      ("= output[country=Viet Nam, year=2024].tonnes | unit", "300\u{A0}t"),
      ("= output[country=China, year=2023].tonnes | ,.1f in kt name", "255.0\u{A0}thousand tonnes"),
      ("= latest.year", "2024"), ("= shares.share", "90%"), ("= shares.share | .1%", "90.2%"),
      ("= events[title=Controls].date", "4 April 2025"),
      ("= events[title=Ruling].date", "March 2014"),
      ("= prices[material=Oxide].price | unit", "$60.0"),
    ])
  func shown(value: String, text: String) throws {
    let html = try ResolveFixture(MarkedText("`\(value)`")).html()
    #expect(html.contains(">\(text)<"), "\(html)")
  }

  @Test("a word of the paragraph that says the status takes the place of the mark")
  func words() throws {
    let html = try ResolveFixture("An estimated `= latest.tonnes` tonnes.").html()
    #expect(!html.contains("[e]"))
    let other = try ResolveFixture(
      "`= estimated.tonnes` tonnes.",
      files: ["queries/estimated.sql": "SELECT tonnes, state FROM latest WHERE iso3 = 'CHN'"]
    ).html()
    #expect(other.contains("[e]"))
  }

  @Test("in headings there is no mark and no link, in cells, links and images no link")
  func contexts() throws {
    let html = try ResolveFixture(
      """
      ## China, `= latest.tonnes` tonnes

      | a |
      |---|
      | `= latest.tonnes` |

      [Output of `= latest.tonnes`](index.md)
      """
    ).html()
    #expect(html.contains("<h2 id=\"china--tonnes\">China, 270,000 tonnes</h2>"))
    #expect(html.contains("<td>270,000<abbr"))
    #expect(html.contains("<a href=\"index.html\">Output of 270,000<abbr"))
    #expect(!html.contains("class=\"value\""))
  }

  @Test("each distinct reference has one entry of evidence, with row, sources, unit and period")
  func evidence() throws {
    let page = try ResolveFixture(
      "`= latest[1].tonnes` and `= latest[1].tonnes | .2s`, `= output[country=Australia].tonnes`."
    ).page()
    #expect(
      page.evidence.map(\.reference) == ["latest[1].tonnes", "output[country=Australia].tonnes"])
    let first = try #require(page.evidence.first)
    #expect(first.shown == "270,000")
    #expect(first.value == .integer(270_000))
    #expect(first.unit?.symbol == "t")
    #expect(first.status == .estimated)
    #expect(first.period == "2024")
    #expect(first.sources == ["mcs-2025"])
    #expect(first.isExact)
    #expect(first.row == 1)
    #expect(first.reads["output"]?.contains("tonnes") == true)
    #expect(page.evidence.last?.row == 2)
    #expect(page.sources == ["mcs-2024", "mcs-2025"])
    #expect(page.anchors.contains("e-latest-1-tonnes"))
  }

  @Test("a missing value is an error, unless the author says what stands for it")
  func missing() throws {
    try ResolveFixture("`= 1️⃣latest[country=Myanmar].tonnes`").expectFault(
      "value.null", remedy: "else")
    let html = try ResolveFixture("`= latest[country=Myanmar].tonnes | else \"not <known>\"`")
      .html()
    #expect(html == "<p>not &lt;known&gt;</p>\n")
  }

  @Test("an escaped equals sign, and code that is no value, stay code")
  func code() throws {
    let html = try ResolveFixture("`\\= x`, `a = b`, `x`").html()
    #expect(html == "<p><code>= x</code>, <code>a = b</code>, <code>x</code></p>\n")
  }

  @Test(
    "faults of references stand at the part at fault",
    arguments: [
      ("`= 1️⃣lates.tonnes`", "query.unknown-name"), ("`= latest.1️⃣tons`", "value.unknown-column"),
      ("`= latest[1️⃣contry=China].tonnes`", "value.unknown-column"),
      ("`= latest[1️⃣country=Chna].tonnes`", "value.no-row"),
      ("`= latest[1️⃣9].tonnes`", "value.no-row"), ("`= latest[1️⃣0].tonnes`", "value.no-row"),
      ("`= 1️⃣output.tonnes`", "value.which-row"),
      ("`= output[1️⃣country=China].tonnes`", "value.which-row"),
      ("`= 1️⃣latest`", "value.column"), ("`= latest.tonnes 1️⃣+ 1`", "value.syntax"),
      ("`= latest.tonnes | 1️⃣.1q`", "value.format"), ("`= latest.tonnes | in 1️⃣kq`", "value.unit"),
      ("`= latest.tonnes | in 1️⃣$`", "value.unit"), ("`= 1️⃣latest.country | unit`", "value.unit"),
      ("`= latest[1️⃣year=soon].tonnes`", "value.condition"),
    ])
  func faults(text: String, id: String) throws {
    try ResolveFixture(MarkedText(text)).expectFault(id)
  }

  @Test("near misses and near rows are proposed")
  func suggestions() throws {
    try ResolveFixture("`= latest[country=Chna].tonnes`").expectFault(
      "value.no-row", remedy: "country=China")
    try ResolveFixture("`= latest.tones`").expectFault("value.unknown-column", remedy: "tonnes")
    try ResolveFixture("`= output[country=China].tonnes`").expectFault(
      "value.which-row", remedy: "year")
  }

  @Test("the first row is not settled where the order leaves it open")
  func ties() throws {
    try ResolveFixture(
      """
      ```sql tied
      SELECT country, year FROM output ORDER BY year DESC
      ```

      `= 1️⃣tied.country`
      """
    ).expectFault("value.which-row", found: "equal")
  }

  @Test("a per cent format is refused for a value that is per cent already")
  func percent() throws {
    try ResolveFixture(
      "`= q.percent | 1️⃣.1%`",
      files: [
        "queries/q.sql": "SELECT 5.0 AS percent",
        "data/datapackage.yaml":
          "name: t\nmeasures: {percent: {unit: \"%\", format: \".1f\"}}\nresources: []\n",
        "data/output.csv": "", "data/events.csv": "", "data/prices.csv": "", "data/sources.csv": "",
        "queries/latest.sql": "SELECT 1 AS a", "queries/shares.sql": "SELECT 1 AS a",
        "queries/producers.sql": "SELECT 1 AS a",
      ]
    ).expectFault("value.format")
  }

  @Test("infinities are errors")
  func infinity() throws {
    try ResolveFixture(
      "```sql q\n1️⃣SELECT 9e999 AS total\n```\n\n`= q.total`"
    ).expectFault("query.value")
  }

  @Test("values stand in titles and descriptions, without marks")
  func titles() throws {
    let site = try ResolveFixture(
      "Text.",
      files: [
        "page.md": """
        ---
        title: "China mines `= latest.tonnes | unit`"
        description: "In `= latest.year` China mined more than all others together, by far the most of all."
        ---

        Text.

        """
      ]
    ).build()
    let page = try #require(site.page("page.md"))
    #expect(page.title == "China mines 270,000\u{A0}t")
    #expect(page.description?.hasPrefix("In 2024 China") == true)
    #expect(page.evidence.count == 2)
  }

  @Test("a fault in front matter stands at its place within the quotes")
  func titleFault() throws {
    let site = try ResolveFixture(
      "Text.",
      files: [
        "page.md": """
        ---
        title: "China `= latest.tons`"
        description: A sentence that says what the page is about and is long enough to stand.
        ---

        """
      ]
    ).build()
    let fault = try #require(site.diagnostic("value.unknown-column"))
    #expect(fault.location?.range.start == SourcePosition(line: 2, column: 25))
  }

  @Test("a value cut at a bar of a table is an error that says how to write it")
  func cells() throws {
    try ResolveFixture("| a |\n|---|\n| 1️⃣`= latest.tonnes | .1s` |").expectFault(
      "value.cell", remedy: "\\|")
    let html = try ResolveFixture("| a |\n|---|\n| `= latest.tonnes \\| .2s` |").html()
    #expect(html.contains("270k"))
  }

  @Test("a query that loses sources or statuses is a warning that says what to add")
  func lineage() throws {
    let site = try ResolveFixture(
      "```sql q\nSELECT sum(tonnes) AS total FROM output\n```\n\n`= q.total`"
    ).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    #expect(site.diagnostic("query.sources")?.remedy?.contains("sources(source)") == true)
    #expect(site.diagnostic("query.status")?.remedy?.contains("worst_status") == true)
    let page = try #require(site.page("page.md"))
    #expect(page.evidence.first?.isExact == false)
    #expect(page.evidence.first?.sources == ["mcs-2024", "mcs-2025"])
  }
}
