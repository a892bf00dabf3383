import Diagnostics
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
    #expect(rows.first?.tie == .passed)
    #expect(rows.first?.first == [1])
    let evidence = try #require(markup.between("id=\"e-mined-country-australia-tonnes\"", "</li>"))
    #expect(evidence.contains("Row 3 of <a href=\"data/output.html\">Mine output</a>"))
    #expect(evidence.contains("Survey, <a href=\"sources.html#new\">"))
    #expect(evidence.contains("(read 3 February 2026)"))
  }

  @Test("a computed value names the very rows that it is computed from, and holds for their span")
  func computed() throws {
    let (page, markup) = try Self.page()
    let entry = try #require(page.evidence.last)
    #expect(entry.rows.map(\.tie) == [.computed])
    #expect(entry.rows.first?.first == [1, 3, 5])
    #expect(entry.period == "2023\u{2013}2024")
    let evidence = try #require(markup.between("id=\"e-total-tonnes\"", "</li>"))
    #expect(evidence.contains("Computed from row 3, 5, 7 of"))
    #expect(evidence.contains(", 2023\u{2013}2024"))
  }

  /// A page of one value of a query.
  private func entry(_ sql: String) throws -> EvidenceEntry {
    let site = try SiteFixture.withVintages([
      "a.md": SiteFixture.page("A", "```sql q\n\(sql)\n```\n\n`= q[1].tonnes`.")
    ]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    return try #require(site.page("a.md")?.evidence.first)
  }

  @Test(
    "the period of a value comes from the rows behind it, where it is certain",
    arguments: [
      // A filter by a constant, and by the greatest.
      ("SELECT sum(tonnes) AS tonnes FROM output_preferred WHERE year = 2023", "2023"),
      (
        "SELECT tonnes * 1 AS tonnes FROM output_preferred WHERE year = (SELECT max(year) FROM output) ORDER BY country",
        "2024"
      ),
      // Chosen from all years, by CASE and by FILTER.
      ("SELECT sum(CASE WHEN year = 2023 THEN tonnes END) AS tonnes FROM output_preferred", "2023"),
      ("SELECT sum(tonnes) FILTER (WHERE year = 2023) AS tonnes FROM output_preferred", nil),
      // A part of one year's total.
      (
        "SELECT tonnes * 100 / sum(tonnes) OVER () AS tonnes FROM output_preferred WHERE year = 2024 ORDER BY country",
        "2024"
      ),
      // From one year to another.
      (
        "SELECT b.tonnes - a.tonnes AS tonnes FROM output AS a JOIN output AS b ON b.year = 2024 AND b.country = 'China' AND b.source = 'new' WHERE a.country = 'Peru' AND a.source = 'new'",
        "2023\u{2013}2024"
      ),
      // By the row before: only all rows together are known.
      (
        "SELECT sum(tonnes) OVER (ORDER BY country) AS tonnes FROM output_preferred WHERE year = 2024 ORDER BY country",
        "2024"
      ),
      (
        "SELECT sum(tonnes) OVER (ORDER BY country) AS tonnes FROM output_preferred ORDER BY country",
        nil
      ),
      // A number of the query's own, and rows that cannot be followed.
      (
        "SELECT 5 AS tonnes, 'reported' AS tonnes_status FROM output_preferred WHERE year = 2024 ORDER BY country",
        nil
      ),
      (
        "SELECT DISTINCT length(country) AS tonnes FROM output_preferred WHERE year = 2024 ORDER BY 1",
        nil
      ),
    ] as [(String, String?)])
  func period(sql: String, period: String?) throws {
    #expect(try entry(sql).period == period)
  }

  @Test("a share names the rows of the whole, though it passes on the key of its own")
  func share() throws {
    let entry = try entry(
      "SELECT country, year, tonnes * 100 / sum(tonnes) OVER () AS tonnes, source FROM output WHERE source = 'new' ORDER BY country"
    )
    #expect(entry.rows.first?.first == [1, 3, 5, 7])
    #expect(entry.rows.first?.tie == .computed)
  }

  @Test("a value whose query makes up a source is an error at the value")
  func unknownSource() throws {
    let site = try SiteFixture.withVintages([
      "a.md": SiteFixture.page(
        "A",
        """
        ```sql q
        SELECT tonnes, 'nobody' AS source FROM output WHERE country = 'China' AND source = 'new'
        ```

        `= q.tonnes`.
        """)
    ]).build()
    #expect(site.errorIDs == ["source.unknown"])
    #expect(site.errors.first?.location?.range.start == SourcePosition(line: 10, column: 2))
  }

  @Test("a source that several rows have is named once")
  func doubledSource() throws {
    let entry = try entry(
      "SELECT a.tonnes, a.source || '; ' || b.source AS source FROM output AS a JOIN output AS b ON b.source = a.source WHERE a.source = 'old' AND a.country = 'China' AND b.country = 'Peru'"
    )
    #expect(entry.sources == ["old"])
  }

  @Test(
    "spans of several tables go together where they are years",
    arguments: [
      ([(2018, 2020), (2022, 2022)], 2018, 2022), ([(2024, 2024)], 2024, 2024),
    ] as [([(Int, Int)], Int, Int)])
  func united(spans: [(Int, Int)], least: Int, greatest: Int) throws {
    let rows = spans.map { span in
      var rows = RowsBehind(RowTrace(table: "t", rows: [0], tie: .computed), of: nil)
      rows.span = PeriodSpan(least: .integer(span.0), greatest: .integer(span.1))
      return rows
    }
    let span = try #require(PeriodSpan(of: rows))
    #expect(span == PeriodSpan(least: .integer(least), greatest: .integer(greatest)))
    var month = rows[0]
    month.span = PeriodSpan(least: .text("2024-03"), greatest: .text("2024-03"))
    #expect(PeriodSpan(of: rows + [month]) == nil)
    var among = rows[0]
    among.tie = .among
    #expect(PeriodSpan(of: [among]) == nil)
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
    #expect(page.contains("<dt>Period</dt><dd>2023\u{2013}2024</dd>"))
  }

  @Test("a figure whose rows do not tell their period has that of the rows behind them")
  func figurePeriod() throws {
    let site = try SiteFixture.withVintages(
      SiteFixture.figurePage(
        """
        SELECT country, tonnes, estimated, source FROM output_preferred WHERE year = 2024
        ORDER BY country
        """)
    ).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = site.text("figures/output-table.html")
    #expect(page.contains("<dt>Period</dt><dd>2024</dd>"))
    #expect(page.contains("\"temporalCoverage\":\"2024\""))
  }

  @Test(
    "a span goes from the least to the greatest, dates by their text",
    arguments: [
      ([DataValue.integer(2020), .null, .integer(2018)], DataValue.integer(2018), .integer(2020)),
      ([.text("2014-03"), .text("2010")], .text("2010"), .text("2014-03")),
    ] as [([DataValue], DataValue, DataValue)])
  func span(values: [DataValue], least: DataValue, greatest: DataValue) throws {
    let span = try #require(PeriodSpan(values))
    #expect(span.least == least)
    #expect(span.greatest == greatest)
    #expect(PeriodSpan([.null]) == nil)
  }
}
