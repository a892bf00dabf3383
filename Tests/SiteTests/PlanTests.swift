import Diagnostics
import Testing

@testable import Site

@Suite struct PlanTests {
  private func outputs(_ site: BuiltSite, _ numbers: [Int]) -> [String] {
    numbers.map { site.report.site.pages[$0].plan.output }
  }

  @Test("pages read depth first, by order and then by file name")
  func sequence() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "z.md": SiteFixture.page("Z", "", "order: 1"),
      "b.md": SiteFixture.page("B"), "a/index.md": SiteFixture.page("A", "", "order: 2"),
      "a/two.md": SiteFixture.page("Two"), "a/one.md": SiteFixture.page("One", "", "order: 9"),
      "c/deep/x.md": SiteFixture.page("X"), "C.md": SiteFixture.page("Capital"),
    ]).build()
    #expect(
      outputs(site, site.report.site.context.outline.sequence) == [
        "index.html", "z.html", "a/index.html", "a/one.html", "a/two.html", "C.html", "b.html",
        "c/deep/x.html",
      ])
  }

  @Test("previous and next follow the sequence, and the navigation where a page is in it")
  func neighbours() throws {
    var files = [
      "index.md": SiteFixture.page("Home"), "a.md": SiteFixture.page("A"),
      "b.md": SiteFixture.page("B"), "c.md": SiteFixture.page("C"),
    ]
    var site = try SiteFixture(files).build()
    func next(_ name: String) throws -> String? {
      let number = try #require(site.report.site.context.index.page(named: name))
      return site.report.site.context.outline.next[number].map {
        site.report.site.pages[$0].plan.source
      }
    }
    #expect(try next("index.md") == "a.md")
    #expect(try next("c.md") == nil)
    files["site.yaml"] = "title: T\nurl: https://example.org/\nnavigation: [c.md, a.md]\n"
    site = try SiteFixture(files).build()
    #expect(try next("c.md") == "a.md")
    #expect(try next("a.md") == nil)
    #expect(try next("b.md") == "c.md")
  }

  @Test("a page that is left out of lists is left out of the sequence")
  func hidden() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "a.md": SiteFixture.page("A", "", "nav: false"),
    ]).build()
    #expect(outputs(site, site.report.site.context.outline.sequence) == ["index.html"])
    #expect(site.output.paths.contains("a.html"))
  }

  @Test("folders without an index have one generated, and stand in the breadcrumb")
  func generatedIndexes() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "a/b/x.md": SiteFixture.page("X"),
      "a/index.md": SiteFixture.page("A"),
    ]).build()
    let outline = site.report.site.context.outline
    #expect(outline.generatedIndexes.map(\.output) == ["a/b/index.html"])
    #expect(
      outline.breadcrumb(of: "a/b/x.html").map(\.output) == [
        "index.html", "a/index.html", "a/b/index.html",
      ])
    #expect(outline.breadcrumb(of: "index.html").isEmpty)
  }

  @Test("drafts wait, and are there with drafts included")
  func drafts() throws {
    var fixture = SiteFixture([
      "index.md": SiteFixture.page("Home"), "new.md": SiteFixture.page("New", "", "draft: true"),
    ])
    #expect(try !fixture.build().output.paths.contains("new.html"))
    fixture.includesDrafts = true
    let site = try fixture.build()
    #expect(site.output.paths.contains("new.html"))
    #expect(site.page("new.md")?.plan.isHeldBack == true)
    #expect(!site.text("sitemap.xml").contains("new.html"))
  }

  @Test("a page dated after the edition waits, with a note")
  func embargo() throws {
    let site = try SiteFixture([
      "site.yaml": """
      title: T
      url: https://example.org/
      edition: {id: a, published: 2025-06-30}
      """,
      "index.md": SiteFixture.page("Home", "", "date: 2025-06-30"),
      "later.md": SiteFixture.page("Later", "", "date: 2025-07-01"),
    ]).build()
    #expect(site.errors.isEmpty)
    #expect(!site.output.paths.contains("later.html"))
    #expect(site.diagnostic("page.embargo")?.severity == .note)
  }

  @Test("old addresses lead to the page, in the output and in links")
  func aliases() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"),
      "countries/china.md": SiteFixture.page("China & more", "", "aliases: [old/china.html]"),
    ]).build()
    let text = site.text("old/china.html")
    #expect(
      text.contains("<meta http-equiv=\"refresh\" content=\"0; url=../countries/china.html\">"))
    #expect(
      text.contains("<link rel=\"canonical\" href=\"https://example.org/countries/china.html\">"))
    #expect(text.contains("China &amp; more"))
    #expect(!site.text("sitemap.xml").contains("old/china.html"))
  }

  @Test(
    "an old address that is no HTML file of the output is an error", arguments: ["a", "../a.html"])
  func badAlias(alias: String) throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home", "", "aliases: ['\(alias)']")
    ]).build()
    #expect(site.errorIDs == ["page.alias"])
  }

  @Test("two makers of one output are an error that names both")
  func collision() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "a.md": SiteFixture.page("A"), "a.html": "<p>",
    ]).build()
    let error = try #require(site.diagnostic("output.collision"))
    #expect(error.notes.map(\.message) == ["made by the page a.md", "made by the file a.html"])
  }

  @Test("files that differ only in case or Unicode form are an error")
  func folded() throws {
    let cases = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "Map.png": "1", "map.png": "2",
    ]).build()
    #expect(cases.errorIDs == ["output.collision"])
    let forms = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "\u{E9}.md": SiteFixture.page("A"),
      "E\u{301}.png": "2", "x/\u{E9}.png": "3",
    ]).build()
    #expect(forms.errors.isEmpty)
  }

  @Test("a robots.txt or icon of the author wins")
  func authorWins() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "robots.txt": "mine", "favicon.svg": "<svg/>",
    ]).build()
    #expect(site.errors.isEmpty)
    #expect(site.text("robots.txt") == "mine")
    #expect(site.text("favicon.svg") == "<svg/>")
  }

  @Test("files are copied, parts, queries and dotfiles are not")
  func copies() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "img/a.png": "png", "_part.md": "x", "img/_b.png": "x",
      ".hidden/x": "x", "queries/q.sql": "SELECT 1 AS a", "checks/c.txt": "x",
    ]).build()
    #expect(site.text("img/a.png") == "png")
    for path in ["_part.md", "_part.html", "img/_b.png", ".hidden/x", "queries/q.sql", "site.yaml"]
    {
      #expect(!site.output.paths.contains(path), "\(path)")
    }
  }

  @Test("a symbolic link among the content is an error")
  func links() throws {
    var input = SiteFixture([:]).input
    let read = input.content.read
    let list = input.content.list
    input.content = SiteFiles(label: "") {
      try list() + [.init("evil.md", kind: .link)]
    } read: {
      try read($0)
    }
    let report = try SiteBuild(input).run(into: MemoryOutput())
    #expect(report.diagnostics.contains { $0.id == "content.kind" })
  }

  @Test("two spellings of a tag are an error, and tags hold their pages in reading order")
  func tags() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home", "", "tags: [Supply chain]"),
      "b.md": SiteFixture.page("B", "", "tags: [Supply chain, zinc]"),
      "a.md": SiteFixture.page("A", "", "tags: [zinc]"),
    ]).build()
    #expect(site.report.site.tags.map(\.slug) == ["supply-chain", "zinc"])
    #expect(outputs(site, site.report.site.tags[1].pages) == ["a.html", "b.html"])
    let bad = try SiteFixture([
      "index.md": SiteFixture.page("Home", "", "tags: [Supply chain]"),
      "b.md": SiteFixture.page("B", "", "tags: [supply-chain]"),
    ]).build()
    #expect(bad.errorIDs == ["tag.spelling"])
  }

  @Test("two pages of the same title are a warning")
  func titles() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "a.md": SiteFixture.page("Home"),
    ]).build()
    #expect(site.warnings.map(\.id) == ["page.title"])
  }
}
