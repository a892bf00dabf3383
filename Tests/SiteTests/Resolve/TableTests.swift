import Diagnostics
import Tables
import TestSupport
import Testing

@testable import Site

@Suite struct TableTests {
  private func table(_ keys: String, _ more: String = "") -> ResolveFixture {
    ResolveFixture(
      MarkedText("```table output\ntitle: Mine output\ndata: latest\n\(keys)\n```\n\(more)"))
  }

  @Test("a table has caption, heads with units, row heads, marks and a key of the marks")
  func whole() throws {
    let html = try table("columns:\n  country: {}\n  tonnes: {title: Mined}").html()
    #expect(
      html.contains(
        """
        <div class="scroll" role="region" aria-labelledby="fig-output-c" tabindex="0">
        <table>
        <caption id="fig-output-c"><span class="fig-number">Table 1</span>Mine output\
        <span>[c] withheld, [e] estimated, [p] provisional</span></caption>
        <thead><tr><th scope="col">Country</th>\
        <th scope="col" class="num">Mined <abbr class="unit" title="tonnes">(t)</abbr></th></tr></thead>
        <tbody>
        <tr><th scope="row">China</th><td class="num">270,000<abbr class="status" title="estimated">[e]</abbr></td></tr>
        <tr><th scope="row">Australia</th><td class="num">29,000</td></tr>
        <tr><th scope="row">Viet Nam</th><td class="num">300<abbr class="status" title="provisional">[p]</abbr></td></tr>
        <tr><th scope="row">Myanmar</th><td class="num no-number"><abbr class="status" title="withheld">[c]</abbr></td></tr>
        </tbody>
        </table></div>

        """), "\(html)")
    #expect(html.hasPrefix("<figure id=\"fig-output\" class=\"figure\">"))
    #expect(html.contains("<p class=\"fig-source\">Sources: <a href=\"sources.html#mcs-2024\">"))
    #expect(html.contains("<a href=\"figures/output.csv\">"))
  }

  @Test("without columns all are shown but sources and statuses")
  func implied() throws {
    let html = try ResolveFixture("```table t\ntitle: T\ndata: shares\n```").html()
    #expect(
      html.contains("<th scope=\"col\">Country</th><th scope=\"col\" class=\"num\">Share</th></tr>")
    )
  }

  @Test("rows are sorted by number and by title, missing values last in both directions")
  func sort() throws {
    let page = try table("sort: [tonnes]\ncolumns: {country: {}, tonnes: {}}").page()
    func countries(_ page: ResolvedPage) -> [String?] {
      page.figures.first?.data.first?.table.rows.map { $0[0].text } ?? []
    }
    #expect(countries(page) == ["Viet Nam", "Australia", "China", "Myanmar"])
    let descending = try table("sort: [-tonnes]\ncolumns: {country: {}, tonnes: {}}").page()
    #expect(countries(descending) == ["China", "Australia", "Viet Nam", "Myanmar"])
    let titles = try table("sort: [-country]\ncolumns: {country: {}}").page()
    #expect(countries(titles) == ["Viet Nam", "Myanmar", "China", "Australia"])
  }

  @Test("a limit shows some rows and says so, and all are handed to the figure's page")
  func limit() throws {
    let fixture = table("limit: 2\ncolumns: {country: {}, tonnes: {}}")
    let html = try fixture.html()
    #expect(html.contains("2 of 4 rows"))
    #expect(!html.contains("Viet Nam"))
    #expect(try fixture.page().figures.first?.data.first?.table.rows.count == 4)
  }

  @Test("links lead to pages by slug, or outside by the cell itself")
  func links() throws {
    var fixture = table("columns:\n  country: {link: \"countries/{iso3}.md\"}\nsort: [country]")
    fixture.files = [
      "countries/[iso3].md": """
      ---
      title: "`= row.country`"
      description: A sentence that says what the page is about and is long enough to stand.
      each: {query: latest, key: iso3}
      ---
      """
    ]
    #expect(try fixture.html().contains("<a href=\"countries/chn.html\">China</a>"))
    let outside = table("columns:\n  country: {link: \"https://example.org/?q={country:raw}\"}")
    #expect(
      try outside.html().contains(
        "<a href=\"https://example.org/?q=Viet%20Nam\" rel=\"noopener\">Viet Nam</a>"))
  }

  @Test("values without a page are reported together")
  func missingPages() throws {
    try table("columns:\n  country: {link: 1️⃣\"countries/{iso3}.md\"}").expectFault(
      "table.link", found: "`countries/chn.md`, `countries/aus.md`")
  }

  @Test("bars start at a common zero, without a style attribute")
  func bars() throws {
    let html = try ResolveFixture(
      """
      ```sql changes
      SELECT 'up' AS name, 30 AS total, 'reported' AS status UNION ALL SELECT 'down', -10, 'reported' ORDER BY 2 DESC
      ```

      ```table changes-table
      title: Changes
      data: changes
      columns: {name: {}, total: {bar: true}}
      ```
      """
    ).html()
    #expect(html.contains("class=\"num bar\""))
    #expect(html.contains("x=\"25\" y=\"0\" width=\"75\""))
    #expect(html.contains("x=\"0\" y=\"0\" width=\"25\""))
    #expect(!html.contains("style="))
  }

  @Test("a value that the format hides is marked as rounding to zero")
  func roundsToZero() throws {
    let html = try table("columns: {country: {}, tonnes: {format: \".0f\", unit: kt}}").html()
    #expect(html.contains("[low] rounds to zero"))
    #expect(html.contains("<abbr class=\"status\" title=\"rounds to zero\">[low]</abbr>"))
  }

  @Test("no cell is empty, but for texts that may be blank")
  func emptyCells() throws {
    let html = try ResolveFixture(
      """
      ```table events-table
      title: Events
      data: events
      sort: [date]
      columns: {date: {}, title: {}, summary: {}}
      ```
      """
    ).html()
    #expect(html.contains("<td><abbr class=\"status\" title=\"not available\">[x]</abbr></td>"))
    #expect(!html.contains("<td></td>"))
    #expect(html.contains("Quota &lt;cut&gt;"))
    #expect(html.contains("<th scope=\"row\">March 2014</th>"))
  }

  @Test("numbers of different units in one column are an error, unless the unit is shown")
  func units() throws {
    try ResolveFixture(
      "1️⃣```table p\ntitle: P\ndata: prices\nsort: [material]\ncolumns: {material: {}, price: {}}\n```"
    ).expectFault("table.units", found: "$, kt")
    let html = try ResolveFixture(
      "```table p\ntitle: P\ndata: prices\nsort: [material]\ncolumns: {material: {}, price: {}, unit: {}}\n```"
    ).html()
    #expect(html.contains("80.3"))
  }

  @Test(
    "faults of a table stand at the part at fault",
    arguments: [
      ("columns: {1️⃣tons: {}}", "table.column"), ("sort: [1️⃣-tons]", "table.column"),
      ("columns: {country: {}}\nheader: 1️⃣land", "table.column"),
      ("columns: {tonnes: {format: 1️⃣.1q}}", "table.format"),
      ("columns: {country: {link: 1️⃣\"{iso}.md\"}}", "table.link"),
      ("columns: {country: {link: 1️⃣\"{iso3\"}}", "table.link"),
      ("columns: {country: {link: 1️⃣\"{iso3:slug}\"}}", "table.link"),
      ("1️⃣colums: {}", "document.unknown-key"), ("columns: 1️⃣[a]", "document.type"),
      ("columns: {country: {1️⃣titel: x}}", "document.unknown-key"), ("limit: 1️⃣0", "table.limit"),
      ("sources: [nobody]", "source.unknown"),
    ])
  func faults(keys: String, id: String) throws {
    try table(keys).expectFault(id)
  }

  @Test("a table without rows is an error, a text, or nothing")
  func empty() throws {
    let none = "```sql none\nSELECT country, source FROM output WHERE year = 1900\n```\n\n"
    let fence = "```table t\ntitle: T\ndata: none\n"
    try ResolveFixture(MarkedText(none + "1️⃣" + fence + "```")).expectFault("figure.empty")
    let text = try ResolveFixture(MarkedText(none + fence + "empty: Nothing <yet>.\n```")).html()
    #expect(text == "<p class=\"empty\">Nothing &lt;yet&gt;.</p>\n")
    let hidden = try ResolveFixture(MarkedText(none + fence + "empty: hide\n```")).html()
    #expect(hidden == "")
  }

  @Test("an order left to chance is a warning")
  func order() throws {
    try ResolveFixture(
      """
      ```sql chance
      SELECT country FROM output WHERE year > 1999
      ```

      ```table t
      title: T
      data: 1️⃣chance
      ```
      """
    ).expectFault("query.order", severity: .warning)
  }

  @Test("statuses and sources of each row go along for the downloads")
  func data() throws {
    let figure = try #require(table("columns: {country: {}, tonnes: {}}").page().figures.first)
    let data = try #require(figure.data.first)
    #expect(data.table.columns.map(\.name) == ["country", "tonnes"])
    #expect(data.statuses.map { $0[1] } == [.estimated, .reported, .provisional, .withheld])
    #expect(data.sources.first == ["mcs-2025"])
    #expect(figure.sources == ["mcs-2024", "mcs-2025"])
    #expect(figure.isExact)
    #expect(figure.statuses == [.withheld, .estimated, .provisional])
    #expect(figure.kind == .table)
    #expect(figure.queries.first?.name == "latest")
    #expect(figure.queries.first?.sql?.contains("SELECT") == true)
  }
}
