import Diagnostics
import Tables
import Testing

@testable import Site

@Suite struct RowPageTests {
  private static let template = """
    ---
    title: "`= row.country`"
    description: A sentence that says what the page is about and is long enough to stand.
    each: {query: producers, key: iso3}
    ---

    Text.

    """

  @Test("one page for each row, at the slug of its key, in the order of the query")
  func pages() throws {
    let site = try SiteFixture.withData(["countries/[iso3].md": Self.template]).build()
    let pages = site.report.site.pages.filter { $0.plan.row != nil }
    #expect(
      pages.map(\.plan.output) == [
        "countries/chn.html", "countries/aus.html", "countries/vnm.html",
      ])
    #expect(pages.map(\.plan.address).first == "countries/chn.md")
    #expect(pages.first?.plan.row?.table.rows.count == 1)
    #expect(pages.first?.plan.row?.table.columns.map(\.name).contains("country") == true)
  }

  @Test("a hand-written page takes its row, and the row's address leads to it")
  func replacement() throws {
    let site = try SiteFixture.withData([
      "countries/[iso3].md": Self.template,
      "countries/china.md": SiteFixture.page("China", "Text.", "each: {value: CHN}"),
    ]).build()
    #expect(site.page("countries/china.md")?.plan.row?.slug == "chn")
    #expect(site.page("countries/chn.md")?.plan.output == "countries/china.html")
    let redirects = site.report.site.context.plan.redirects
    #expect(redirects.map(\.output) == ["countries/chn.html"])
    #expect(
      redirects.map { site.report.site.pages[$0.page].plan.output } == ["countries/china.html"])
    let sequence = site.report.site.context.outline.sequence.map {
      site.report.site.pages[$0].plan.output
    }
    #expect(
      sequence == [
        "index.html", "countries/china.html", "countries/aus.html", "countries/vnm.html",
      ])
  }

  @Test(
    "faults of row pages",
    arguments: [
      ("each: {query: producers, key: iso}", "page.each"),
      ("each: {query: producer, key: iso3}", "query.unknown-name"),
      ("each: {value: CHN}", "page.each"), ("order: 1", "page.each"),
      ("each: {query: no_key, key: iso3}", "page.row-key"),
      ("each: {query: doubles, key: iso3}", "page.row-key"),
      ("each: {query: no_letters, key: iso3}", "page.row-key"),
      ("each: {query: otherwise, key: iso3}", "page.each"),
    ])
  func faults(each: String, id: String) throws {
    let site = try SiteFixture.withData([
      "queries/no_key.sql": "SELECT iso3 FROM output ORDER BY country",
      "queries/doubles.sql": "SELECT 'A b' AS iso3 UNION ALL SELECT 'a-B' ORDER BY 1",
      "queries/no_letters.sql": "SELECT '?!' AS iso3", "queries/otherwise.sql": "SELECT 1 AS other",
      "countries/[iso3].md": SiteFixture.page("A", "", each),
    ]).build()
    #expect(site.errorIDs.contains(id), "\(site.errors)")
    #expect(!site.output.isPublished)
  }

  @Test("a row that is not there, or is taken twice, is an error of the page that takes it")
  func badReplacement() throws {
    let site = try SiteFixture.withData([
      "countries/[iso3].md": Self.template,
      "countries/a.md": SiteFixture.page("A", "", "each: {value: XXX}"),
      "countries/b.md": SiteFixture.page("B", "", "each: {value: CHN}"),
      "countries/c.md": SiteFixture.page("C", "", "each: {value: CHN}"),
    ]).build()
    let faults = site.errors.filter { $0.id == "page.each" }.compactMap(\.location?.path)
    #expect(faults == ["countries/a.md", "countries/c.md"])
  }

  @Test("rows in a file that is not named after its key are an error")
  func wrongName() throws {
    let site = try SiteFixture.withData([
      "countries/all.md": SiteFixture.page("A", "", "each: {query: producers, key: iso3}")
    ]).build()
    #expect(site.diagnostic("page.each")?.expected == "such as `countries/[key].md`")
  }

  @Test("a link to the file of many pages is an error, one to a row's page is not")
  func links() throws {
    let site = try SiteFixture.withData(["countries/[iso3].md": Self.template]).build()
    let index = site.report.site.context.index
    let diagnostics = DiagnosticCollector()
    let target = index.resolve(
      "aus.md", from: "countries", page: "countries/chn.html", at: SourceLocation("x"),
      into: diagnostics)
    #expect(target?.siteAddress == "countries/aus.html")
    #expect(
      index.resolve(
        "countries/[iso3].md", from: "", page: "index.html", at: SourceLocation("x"),
        into: diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.id) == ["link.row-template"])
  }

  @Test("old addresses of a file that stands for many pages are an error, once")
  func aliases() throws {
    let site = try SiteFixture.withData([
      "countries/[iso3].md": Self.template.replacing("---\n\n", with: "aliases: [a.html]\n---\n\n")
    ]).build()
    #expect(site.errorIDs.filter { $0 == "page.alias" }.count == 1)
  }

  @Test("pages of rows may be made of a table itself")
  func fromTable() throws {
    let site = try SiteFixture.withData([
      "by-source/[id].md": Self.template.replacing("producers, key: iso3", with: "sources, key: id")
    ]).build()
    #expect(site.page("by-source/mcs-2025.md")?.plan.output == "by-source/mcs-2025.html")
  }
}
