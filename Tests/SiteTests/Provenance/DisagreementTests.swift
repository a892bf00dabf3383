import Diagnostics
import Testing

@testable import Queries
@testable import Site
@testable import Tables

@Suite("Disagreements of a site")
struct DisagreementTests {
  @Test("each disagreement has an anchor of table and key; rounding and equal values have none")
  func index() throws {
    let site = try SiteFixture.withVintages().build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let index = site.report.site.context.data.disagreements
    #expect(
      index.entries.map(\.id) == [
        "output-australia-2024", "output-world-2024", "trade-2024-reliance", "trade-2024-imports",
        "trade-2023-reliance",
      ])
    #expect(index.count == 3)
    #expect(index.tables == ["output", "trade"])
    #expect(index["trade-2023-reliance"]?.disagreement.isCompared == false)
  }

  @Test("keys with one slug get anchors of their own")
  func slugs() throws {
    let site = try SiteFixture.withVintages([
      "data/output.csv": """
      country,year,tonnes,estimated,source
      Åland,2024,1,false,old
      Åland,2024,2,false,new
      Aland,2024,3,false,old
      Aland,2024,4,false,new

      """
    ]).build()
    let ids = site.report.site.context.data.disagreements.entries.map(\.id)
    #expect(ids.prefix(2) == ["output-aland-2024", "output-aland-2024--2"])
  }

  @Test("the value used is the one that the view of preferred vintages gives")
  func agreesWithView() throws {
    for asOf in ["2026-06-30", "2025-12-31"] {
      var input = SiteFixture.withVintages([
        "data/output.csv": """
        country,year,tonnes,estimated,source
        A,2024,1,false,old
        A,2024,2,false,rule
        A,2024,3,false,new
        B,2024,4,false,rule
        B,2024,5,false,old

        """
      ]).input
      input.asOf = asOf
      let report = try SiteBuild(input).run(into: MemoryOutput())
      let data = report.site.context.data
      let result = try #require(
        try data.store.session().run(
          NamedQuery(
            name: "q", sql: "SELECT country, tonnes FROM output_preferred ORDER BY country",
            path: "q.sql"), scope: .site, into: DiagnosticCollector()))
      let preferred = data.disagreements.entries(of: "output").map {
        [$0.disagreement.key[0].value, .integer(Int($0.disagreement.preferred?.number ?? 0))]
      }
      #expect(preferred == result.table.rows, "\(asOf)")
    }
  }

  @Test("the page names both values, their sources, the one used and the difference")
  func page() throws {
    let site = try SiteFixture.withVintages().build()
    let page = site.markup("disagreements.html")
    let entry = try #require(page.between("<tbody id=\"output-australia-2024\">", "</tbody>"))
    #expect(entry.contains("Australia, 2024"))
    #expect(entry.contains(">29,000</td>"))
    #expect(entry.contains("13,000\u{A0}<abbr title=\"estimated\">[e]</abbr>"))
    #expect(entry.contains("href=\"sources.html#new\""))
    #expect(entry.contains("href=\"sources.html#old\""))
    #expect(entry.contains("used here"))
    #expect(entry.contains(">−16,000</td>"))
    #expect(entry.contains(">−55%</td>"))
    #expect(page.html.contains("<h2 id=\"output\">Mine output</h2>"))
    #expect(page.html.contains("3 quantities"))
    #expect(page.html.contains("new, old"))
    #expect(page.html.contains("0.5%"))
    #expect(!page.html.contains("peru"))
  }

  @Test("numbers with a unit in the row carry it, and a bound is not compared")
  func unitsOnPage() throws {
    let page = try SiteFixture.withVintages().build().markup("disagreements.html")
    let imports = try #require(page.between("<tbody id=\"trade-2024-imports\">", "</tbody>"))
    #expect(imports.contains(">9,000\u{A0}t</td>"))
    #expect(imports.contains(">7\u{A0}kt</td>"))
    #expect(imports.contains("another unit, not compared"))
    let bound = try #require(page.between("<tbody id=\"trade-2023-reliance\">", "</tbody>"))
    #expect(bound.contains("a bound, not compared"))
    #expect(!bound.contains("used here"))
  }

  @Test("no cell of the page is empty and every row has the same cells")
  func cells() throws {
    let page = try SiteFixture.withVintages().build().markup("disagreements.html")
    #expect(!page.html.contains("<td></td>"))
    #expect(!page.html.contains("<td class=\"num\"></td>"))
    #expect(page.count("<tbody ") == 5)
    #expect(page.count("scope=\"rowgroup\"") == 5)
  }

  @Test("a page of the author gives the title and the opening words")
  func authored() throws {
    let site = try SiteFixture.withVintages([
      "disagreements.md": SiteFixture.page(
        "Figures in dispute", "Opening words. [Australia](disagreements.md#output-australia-2024)")
    ]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = site.markup("disagreements.html")
    #expect(page.html.contains("<h1>Figures in dispute</h1>"))
    let opening = try #require(page.html.firstRange(of: "Opening words."))
    let list = try #require(page.html.firstRange(of: "<tbody id=\"output-australia-2024\">"))
    #expect(opening.lowerBound < list.lowerBound)
  }

  @Test("a link to an entry that is not there is an error with the near one")
  func wrongLink() throws {
    let site = try SiteFixture.withVintages([
      "a.md": SiteFixture.page("A", "[x](/disagreements.html#output-austrlia-2024)")
    ]).build()
    let fault = try #require(site.diagnostic("link.fragment"))
    #expect(fault.remedy == "did you mean `#output-australia-2024`?")
  }

  @Test("without disagreements the page says so, without vintages there is none")
  func none() throws {
    let site = try SiteFixture.withVintages([
      "data/output.csv": "country,year,tonnes,estimated,source\nPeru,2024,1,false,old\n",
      "data/trade.csv": "year,indicator,value,unit,source\n",
    ]).build()
    #expect(site.text("disagreements.html").contains("agree wherever several"))
    #expect(site.text("edition.json").contains("\"count\": 0"))
    let plain = try SiteFixture.withData().build()
    #expect(!plain.output.paths.contains("disagreements.html"))
    #expect(!plain.text("index.html").contains("disagreements.html"))
  }

  @Test("edition.json counts the disagreements and lists them")
  func edition() throws {
    let text = try SiteFixture.withVintages().build().text("edition.json")
    #expect(text.contains("\"disagreements\": {\n    \"count\": 3"))
    #expect(text.contains("\"output-world-2024\""))
    #expect(!text.contains("\"trade-2023-reliance\""))
  }

  @Test("an earlier edition does not know of sources published after it")
  func asOf() throws {
    var fixture = SiteFixture.withVintages()
    fixture.files["site.yaml"] = fixture.files["site.yaml"]?
      .replacing("data_as_of: 2026-06-30", with: "data_as_of: 2025-12-31")
    #expect(try fixture.build().report.site.context.data.disagreements.entries.isEmpty)
  }

  @Test("every key of the register and the tables is escaped on the page")
  func escaping() throws {
    let site = try SiteFixture.withVintages([
      "data/output.csv": """
      country,year,tonnes,estimated,source
      <b>"x"&,2024,1,false,old
      <b>"x"&,2024,2,false,new

      """.replacing("<b>\"x\"&", with: "\"<b>\"\"x\"\"&\"")
    ]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let text = site.text("disagreements.html")
    #expect(text.contains("&lt;b&gt;"))
    #expect(!text.contains("<b>"))
  }

  @Test("vintages on columns of different units are an error of the package")
  func units() throws {
    var fixture = SiteFixture.withVintages()
    fixture.files["data/datapackage.yaml"] = fixture.files["data/datapackage.yaml"]?
      .replacing("values: [tonnes], prefer", with: "values: [tonnes, share], prefer")
      .replacing(
        "- {name: estimated, type: boolean}",
        with: "- {name: estimated, type: boolean}\n        - {name: share, type: number, unit: '%'}"
      )
    let site = try fixture.build()
    let fault = try #require(site.diagnostic("vintages.units"))
    #expect(fault.severity == .error)
    #expect(fault.location?.path == "data/datapackage.yaml")
    #expect(fault.found == "`tonnes` in t, `share` in %")
    #expect(!site.output.isPublished)
  }

  @Test("a preferred source that is not registered is an error with the near one")
  func preference() throws {
    var fixture = SiteFixture.withVintages()
    fixture.files["data/datapackage.yaml"] = fixture.files["data/datapackage.yaml"]?
      .replacing("prefer: [new, old]", with: "prefer: [newe, old]")
    let site = try fixture.build()
    let fault = try #require(site.diagnostic("source.unknown"))
    #expect(fault.found == "`newe`" && fault.remedy == "did you mean `new`?")
  }
}
