import Testing

@testable import Site

/// The page of changes and its feeds on whole sites.
@Suite struct ChangesPageTests {
  /// The site of 2026 after a revision of China's output.
  private static func site(_ files: [String: String] = [:]) throws -> BuiltSite {
    var all = ["data/output.csv": EditionFixture.output(china: "283500")]
    all.merge(files) { $1 }
    let site = try EditionFixture().frozen().next("2026", all).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    return site
  }

  @Test("each changed figure has an entry with the value before and after")
  func entries() throws {
    let page = try Self.site().markup("changes.html")
    #expect(page.count("<article ") == 3)
    #expect(page.html.contains("id=\"change-2026-ranking\""))
    let entry = try #require(page.between("id=\"change-2026-ranking\"", "</article>"))
    #expect(entry.contains("<h4"))
    for part in [
      "<del>270,000\u{A0}t</del>", "<ins>283,500\u{A0}t</ins>", "+13,500", "+5%",
      "href=\"sources.html#mcs-2025\"", "The data have changed.",
    ] {
      #expect(entry.contains(part), "\(part)")
    }
    #expect(entry.contains("href=\"report.html#fig-ranking\""))
  }

  @Test("the landing page tells the latest changes and leads to all")
  func landing() throws {
    let page = try Self.site().markup("index.html")
    let list = try #require(page.between("<ul class=\"listing latest\">", "</ul>"))
    #expect(list.contains("href=\"changes.html#change-2026-ranking\""))
    #expect(list.contains("from 270,000 to 283,500\u{A0}t"))
    #expect(list.contains("All changes since edition"))
    #expect(try !EditionFixture().build().text("index.html").contains("latest-changes"))
  }

  @Test("a figure's page tells in which editions it moved")
  func revisions() throws {
    let site = try Self.site()
    let page = site.markup("figures/ranking.html")
    let list = try #require(page.between("id=\"page-revisions\"", "</section>"))
    #expect(list.contains("href=\"../changes.html#change-2026-ranking\""))
    #expect(list.contains("Edition 2026, 30 June 2026"))
    #expect(list.contains("from 270,000 to 283,500\u{A0}t"))
  }

  @Test("a figure of which many values moved tells three, and its own page tells all")
  func manyMovements() throws {
    let rows = (1...6).map { "China,CHN,\(2010 + $0),\($0)000,mcs-2025\n" }.joined()
    let more = (1...6).map { "China,CHN,\(2010 + $0),\($0)500,mcs-2025\n" }.joined()
    let text = SiteFixture.page(
      "The report",
      """
      ```table history
      title: Year by year
      data: history
      columns: {year: {title: Year}, tonnes: {title: Output}}
      ```
      """)
    let query = "SELECT year, tonnes, source FROM output WHERE iso3 = 'CHN' ORDER BY year"
    let files = ["report.md": text, "queries/history.sql": query]
    let old = files.merging(
      ["data/output.csv": EditionFixture.output(china: "270000", more: rows)]
    ) { $1 }
    let new = files.merging(
      ["data/output.csv": EditionFixture.output(china: "270000", more: more)]
    ) { $1 }
    let site = try EditionFixture(old).frozen().next("2026", new).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let entry = try #require(
      site.markup("changes.html").between("id=\"change-2026-history\"", "</article>"))
    #expect(entry.ranges(of: "<del>").count == 3)
    #expect(entry.contains("<a href=\"figures/history.html#page-revisions\">3 more</a>"))
    let page = site.markup("figures/history.html")
    #expect(page.count("<del>") == 6)
    #expect(page.values(of: "id").contains("page-revisions"))
  }

  @Test("numbers of the text have an entry of their own")
  func values() throws {
    let page = try Self.site().markup("changes.html")
    let entry = try #require(page.between("id=\"change-2026-text\"", "</article>"))
    #expect(entry.contains("<del>270,000"))
    #expect(entry.contains("producers[iso3=CHN].tonnes"))
  }

  @Test("the author's changes.md gives title and opening")
  func opening() throws {
    let site = try Self.site(["changes.md": SiteFixture.page("What moved", "We revised China.")])
    let page = site.text("changes.html")
    #expect(page.contains("We revised China."))
    #expect(page.contains("What moved"))
    #expect(page.contains("id=\"change-2026-ranking\""))
  }

  @Test("a site without an earlier edition has no page of changes and no feed of figures")
  func none() throws {
    let site = try EditionFixture().build()
    #expect(!site.output.paths.contains("changes.html"))
    #expect(!site.output.paths.contains("figures.xml"))
    #expect(!site.output.paths.contains("editions/index.html"))
  }

  @Test("figures.xml has one entry for each changed figure, with the id of the page's entry")
  func feed() throws {
    let site = try Self.site()
    let feed = site.text("figures.xml")
    #expect(feed.ranges(of: "<entry>").count == 2)
    let page = site.text("changes.html")
    for part in feed.ranges(of: "<id>https://example.org/changes.html#") {
      let id = feed[part.upperBound...].prefix { $0 != "<" }
      #expect(page.contains("id=\"\(id)\""), "\(id)")
    }
    #expect(feed.contains("270,000 → 283,500 t (+13,500, +5%)"))
    #expect(feed.contains("<updated>2026-06-30T00:00:00Z</updated>"))
  }

  @Test("the feed of the site begins with the changes of its edition")
  func siteFeed() throws {
    let feed = try Self.site().text("feed.xml")
    #expect(feed.contains("<id>https://example.org/changes.html#change-2026-bars</id>"))
  }

  @Test("three editions make two sections, the newest first, and ids stay")
  func threeEditions() throws {
    let second = try EditionFixture().frozen()
      .next("2026", ["data/output.csv": EditionFixture.output(china: "283500")])
    let before = try second.build()
    let third = try second.frozen()
      .next("2027", ["data/output.csv": EditionFixture.output(china: "290000")]).build()
    #expect(third.errors.isEmpty, "\(third.errors)")
    let page = third.markup("changes.html")
    let sections = page.values(of: "id").filter { ["edition-2026", "edition-2027"].contains($0) }
    #expect(sections == ["edition-2027", "edition-2026"])
    for id in before.markup("changes.html").values(of: "id") where id.hasPrefix("change-") {
      #expect(page.values(of: "id").contains(id), "\(id)")
    }
    #expect(third.text("editions/index.html").ranges(of: "<li><a").count >= 2)
  }

  @Test(
    "a page whose numbers have moved is told to search engines as changed on the day of the edition"
  )
  func sitemap() throws {
    let sitemap = try Self.site(["plain.md": SiteFixture.page("Plain", "Words.")]).text(
      "sitemap.xml")
    #expect(
      sitemap.contains(
        "<loc>https://example.org/report.html</loc><lastmod>2026-06-30</lastmod>"))
    #expect(sitemap.contains("<loc>https://example.org/</loc></url>"))
  }

  @Test("a figure that is gone leads to the edition that had it")
  func gone() throws {
    let text = EditionFixture.report.replacing("```table ranking", with: "```table rankings")
    let site = try EditionFixture().frozen()
      .next("2026", ["report.md": text], "retired: {figures: {ranking: Renamed.}}").build()
    let page = site.text("changes.html")
    #expect(page.contains("href=\"editions/2025/figures/ranking.html\""))
    #expect(page.contains("Renamed."))
  }

  @Test("every id on the page of changes stands once, and headings skip no level")
  func valid() throws {
    let page = try Self.site().markup("changes.html")
    let ids = page.values(of: "id")
    #expect(Set(ids).count == ids.count)
    var level = 0
    for next in page.headingLevels {
      #expect(next <= level + 1)
      level = next
    }
  }
}
