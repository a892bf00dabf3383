import Diagnostics
import Testing

@testable import Site

/// Where written links lead, looked up in the index of a whole site.
@Suite struct LinkTests {
  private static let files = [
    "index.md": SiteFixture.page("Home"),
    "countries/index.md": SiteFixture.page("Countries"),
    "countries/china.md": SiteFixture.page("China", "", "aliases: [china.html]"),
    "a b.md": SiteFixture.page("Blank"),
    "notes/first.md": SiteFixture.page("First"),
    "drafts/new.md": SiteFixture.page("New", "", "draft: true"),
    "files/report.pdf": "pdf", "sources.md": SiteFixture.page("Sources"),
    "_part.md": "part", "queries/q.sql": "SELECT 1 AS one",
  ]

  private func resolve(_ written: String, from folder: String = "") throws -> (
    target: LinkTarget?, diagnostics: [Diagnostic]
  ) {
    let site = try SiteFixture(Self.files).build()
    let diagnostics = DiagnosticCollector()
    let target = site.report.site.context.index.resolve(
      written, from: folder, page: SitePath.join(folder, "index.html"),
      at: SourceLocation("index.md"), into: diagnostics)
    return (target, diagnostics.sorted)
  }

  @Test(
    "links name files, folders, old addresses and outputs",
    arguments: [
      ("countries/china.md", "", "countries/china.html"),
      ("china.md#output", "countries", "countries/china.html#output"),
      ("/countries/china.md", "notes", "countries/china.html"),
      ("../countries/", "notes", "countries/index.html"), ("countries", "", "countries/index.html"),
      ("notes/", "", "notes/index.html"), ("notes/index.md", "", "notes/index.html"),
      ("/", "notes", "index.html"), ("a%20b.md", "", "a b.html"), ("a b.md", "", "a b.html"),
      ("files/report.pdf", "", "files/report.pdf"), ("china.html", "", "countries/china.html"),
      ("china.md", "", "countries/china.html"),
      ("countries/china.html", "", "countries/china.html"),
      ("figures/world.md", "", "figures/world.html"), ("#top", "notes", "notes/index.html#top"),
      ("sources.md#x", "", "sources.html#x"), ("data/prices.csv", "", "data/prices.csv"),
    ])
  func targets(written: String, folder: String, address: String) throws {
    let found = try resolve(written, from: folder)
    #expect(found.target?.siteAddress == address)
    #expect(found.diagnostics.isEmpty)
  }

  @Test(
    "other sites and mail addresses are left as they are",
    arguments: ["https://example.com/a?b#c", "http://example.com", "mailto:desk@example.org"])
  func external(written: String) throws {
    #expect(try resolve(written).target == .external(written))
  }

  @Test(
    "links that lead nowhere are errors of their own kind",
    arguments: [
      ("countries/chin.md", "link.missing"), ("javascript:alert(1)", "link.scheme"),
      (" java\tscript:alert(1)", "link.scheme"), ("data:text/html,x", "link.scheme"),
      ("//example.com/x", "link.scheme"), ("../../etc/passwd", "link.outside"),
      ("%zz", "link.outside"), ("countries/china.md?x=1", "link.query"), ("", "link.empty"),
      ("#", "link.empty"), ("drafts/new.md", "link.held-back"), ("_part.md", "link.unpublished"),
      ("queries/q.sql", "link.unpublished"), ("site.yaml", "link.unpublished"),
    ])
  func faults(written: String, id: String) throws {
    let found = try resolve(written)
    #expect(found.target == nil)
    #expect(found.diagnostics.map(\.id) == [id])
  }

  @Test("a misspelt file is suggested, in the folder first")
  func suggestion() throws {
    #expect(
      try resolve("countries/chna.md").diagnostics.first?.remedy
        == "did you mean `/countries/china.md`?")
    #expect(try resolve("china.mdx").diagnostics.first?.remedy?.contains("china") == true)
  }

  @Test("a name in another Unicode form finds the file and keeps the file's bytes")
  func unicodeForm() throws {
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home"), "caf\u{65}\u{301}.md": SiteFixture.page("Café"),
    ]).build()
    let target = site.report.site.context.index.resolve(
      "caf\u{E9}.md", from: "", page: "index.html", at: SourceLocation("index.md"),
      into: DiagnosticCollector())
    #expect(target?.siteAddress.map { Array($0.utf8) } == Array("caf\u{65}\u{301}.html".utf8))
  }
}
