import Diagnostics
import Testing

@testable import Site

@Suite("Freshness")
struct FreshnessTests {
  /// A site whose source `old`, read on 3 February 2025, is replaced as said.
  private func site(
    every: String, retrieved: String = "2025-02-03", freshness: String = ""
  ) throws -> BuiltSite {
    var fixture = SiteFixture.withVintages([
      "data/sources.csv": """
      id,title,publisher,published,accessed,url,note,update_every
      new,Summaries 2026,Survey,2026-01-31,2026-02-03,https://example.org/new,,
      old,Summaries 2025,Survey,2025-01,\(retrieved),https://example.org/old,,\(every)

      """
    ])
    fixture.files["data/datapackage.yaml"] = fixture.files["data/datapackage.yaml"]?
      .replacing(
        "- {name: note, type: string}",
        with: "- {name: note, type: string}\n        - {name: update_every, type: string}"
      )
      .replacing(", source: rule}", with: "}")
    fixture.files["site.yaml"]? += "\n" + freshness
    return try fixture.build()
  }

  @Test("a source that was to be read again before the edition is a warning with the day")
  func overdue() throws {
    let site = try site(every: "1 year")
    let fault = try #require(site.diagnostic("data.overdue"))
    #expect(fault.severity == .warning)
    #expect(fault.summary == "the source `old` is overdue: it is replaced every 1 year")
    #expect(fault.found == "read on 2025-02-03, to be read again by 2026-02-03")
    #expect(fault.location?.path == "data/sources.csv")
    #expect(fault.location?.range.start.line == 3)
    #expect(site.output.isPublished)
  }

  @Test("by configuration it is an error, and nothing is published")
  func error() throws {
    let site = try site(every: "1 year", freshness: "freshness: {overdue: error}")
    #expect(site.diagnostic("data.overdue")?.severity == .error)
    #expect(!site.output.isPublished)
  }

  @Test("another word for it is an error with those that there are")
  func word() throws {
    let site = try site(every: "1 year", freshness: "freshness: {overdue: eror}")
    #expect(site.errorIDs == ["document.choice"])
  }

  @Test(
    "a source is not overdue up to the day of the edition",
    arguments: [("2 years", false), ("512 days", false), ("511 days", true), ("", false)])
  func limit(every: String, isOverdue: Bool) throws {
    #expect((try site(every: every).diagnostic("data.overdue") != nil) == isOverdue)
  }

  @Test("an interval that is none is an error at the source's line")
  func noInterval() throws {
    let fault = try #require(try site(every: "now and then").diagnostic("source.update-every"))
    #expect(fault.severity == .error)
    #expect(fault.location?.range.start.line == 3)
  }

  @Test("an interval without the day of reading is a warning")
  func noDay() throws {
    #expect(
      try site(every: "1 year", retrieved: "").warnings.map(\.id).contains("source.retrieved"))
  }

  @Test("the sources page says when a source is due, and that it is overdue")
  func sourcesPage() throws {
    let text = try site(every: "1 year").text("sources.html")
    #expect(text.contains("replaced every 1 year · overdue since 3 February 2026"))
    #expect(try site(every: "2 years").text("sources.html").contains("to be read again by"))
  }

  @Test("a table's own interval counts from the last reading of its sources")
  func table() throws {
    var fixture = SiteFixture.withVintages()
    fixture.files["data/datapackage.yaml"] = fixture.files["data/datapackage.yaml"]?
      .replacing("path: trade.csv", with: "path: trade.csv\n    update_every: 3 months")
    let site = try fixture.build()
    let fault = try #require(site.diagnostic("data.overdue"))
    #expect(fault.summary == "the table `trade` is overdue: it is replaced every 3 months")
    #expect(fault.found == "read on 2026-02-03, to be read again by 2026-05-03")
    #expect(site.text("data/trade.html").contains("overdue since 3 May 2026"))
    #expect(site.warnings.count { $0.id == "data.overdue" } == 1)
  }

  @Test("the interval of the package holds for every table, and none without edition")
  func package() throws {
    var fixture = SiteFixture.withVintages()
    fixture.files["data/datapackage.yaml"]? += "\nupdate_every: monthly\n"
    #expect(try fixture.build().warnings.count { $0.id == "data.overdue" } == 2)
    fixture.files["site.yaml"] = "title: T\nurl: https://example.org/\n"
    #expect(try fixture.build().diagnostic("data.overdue") == nil)
  }

  @Test("an interval of a resource that is none is an error at its place")
  func resourceInterval() throws {
    var fixture = SiteFixture.withVintages()
    fixture.files["data/datapackage.yaml"]? += "\nupdate_every: soon\n"
    #expect(try fixture.build().errorIDs == ["package.update-every"])
  }

  @Test("pages and tables say how far their data go; projections do not count")
  func dataTo() throws {
    let site = try SiteFixture.withVintages([
      "data/trade.csv": """
      year,indicator,value,unit,source
      2024,reliance,53,percent,new
      2025,reliance,54,percent,new
      2030,reliance,10,percent,new

      """,
      "page.md": SiteFixture.page(
        "A page",
        "`= output_preferred[country=China, year=2024].tonnes`, `= trade[year=2025].value`."),
      "one.md": SiteFixture.page(
        "Another page", "`= output_preferred[country=China, year=2024].tonnes`."),
    ]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    #expect(
      site.text("page.html").contains("<dt>Data to</dt><dd>2025 (Trade); 2024 (Mine output)</dd>"))
    #expect(site.text("one.html").contains("<dt>Data to</dt><dd>2024</dd>"))
    #expect(site.text("data/trade.html").contains("<dt>Data to</dt><dd>2025</dd>"))
    #expect(!site.text("index.html").contains("Data to"))
  }
}
