import Tables
import Testing

@testable import Site

/// The rows that a page names behind its values.
@Suite struct RowsBehindTests {
  private static let files = [
    "a.md": SiteFixture.page(
      "A",
      """
      Australia: `= mined[country=Australia].tonnes`; all: `= total.tonnes`.

      ```sql mined
      SELECT country, year, tonnes, estimated, source FROM output_preferred ORDER BY country
      ```

      ```sql total
      SELECT sum(tonnes) AS tonnes, 'estimated' AS tonnes_status,
        sources(source) AS source
      FROM mined WHERE country <> 'World'
      ```
      """)
  ]

  private static func page() throws -> (page: ResolvedPage, markup: PageMarkup) {
    let site = try SiteFixture.withVintages(files).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = try #require(site.report.site.pages.first { $0.plan.output == "a.html" })
    return (page, site.markup("a.html"))
  }

  @Test("a value that passes on the key names its row, as it is counted in the file")
  func exact() throws {
    let (page, markup) = try Self.page()
    let rows = try #require(page.evidence.first?.rows)
    #expect(rows.map(\.table) == ["output"])
    #expect(rows.first?.isExact == true)
    #expect(rows.first?.first == [1])
    let evidence = try #require(markup.between("id=\"e-mined-country-australia-tonnes\"", "</li>"))
    #expect(evidence.contains("Row 3 of <a href=\"data/output.html\">Mine output</a>"))
    #expect(evidence.contains("Survey, <a href=\"sources.html#new\">"))
    #expect(evidence.contains("(read 3 February 2026)"))
  }

  @Test("a computed value names how many rows it was computed among, and claims no period")
  func computed() throws {
    let (page, markup) = try Self.page()
    let entry = try #require(page.evidence.last)
    #expect(entry.rows.first?.isExact == false)
    #expect(entry.period == nil)
    let span = try #require(entry.rows.first?.span)
    #expect(span.least == .integer(2023))
    #expect(span.greatest == .integer(2024))
    let evidence = try #require(markup.between("id=\"e-total-tonnes\"", "</li>"))
    #expect(evidence.contains("Computed from row"))
  }

  @Test("a value leads to its query, whose SQL, tables, files and terms stand below the list")
  func lineage() throws {
    let (_, markup) = try Self.page()
    let section = try #require(markup.between("class=\"evidence\"", "</section>"))
    #expect(section.contains("href=\"#query.total\""))
    #expect(section.contains("<li id=\"query.total\">"))
    #expect(section.contains("sum(tonnes) AS tonnes"))
    #expect(section.contains("uses mined"))
    #expect(section.contains("href=\"data/output.csv\""))
    #expect(section.contains("Creative Commons Attribution 4.0"))
  }

  @Test("the page of a figure names its rows too")
  func figure() throws {
    let site = try SiteFixture.withVintages(
      SiteFixture.figurePage(
        "SELECT country, year, tonnes, estimated, source FROM output_preferred ORDER BY country")
    ).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = site.text("figures/output-table.html")
    #expect(page.contains("Row 3, 5, 7, 9 of <a href=\"../data/output.html\">Mine output</a>"))
    #expect(page.contains("<li id=\"query.mined\">"))
  }

  @Test(
    "a span goes from the least to the greatest, dates by their text",
    arguments: [
      ([DataValue.integer(2020), .null, .integer(2018)], DataValue.integer(2018), .integer(2020)),
      ([.text("2014-03"), .text("2010")], .text("2010"), .text("2014-03")),
    ] as [([DataValue], DataValue, DataValue)])
  func span(values: [DataValue], least: DataValue, greatest: DataValue) throws {
    let span = try #require(RowsBehind.Span(values))
    #expect(span.least == least)
    #expect(span.greatest == greatest)
    #expect(RowsBehind.Span([.null]) == nil)
  }
}
