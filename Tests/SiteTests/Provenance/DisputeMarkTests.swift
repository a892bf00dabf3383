import Testing

@testable import Site

@Suite("Marks of disagreement")
struct DisputeMarkTests {
  private func figure(_ sql: String) throws -> (site: BuiltSite, figure: Figure) {
    let site = try SiteFixture.withVintages(SiteFixture.figurePage(sql)).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    return (site, try #require(site.report.site.figure("output-table")))
  }

  @Test("a figure of rows with their key is marked with the entries of these rows")
  func rows() throws {
    let (site, figure) = try figure(
      "SELECT country, year, tonnes, source FROM output_preferred WHERE country < 'V' ORDER BY country"
    )
    #expect(figure.disputes.entries == ["output-australia-2024"])
    #expect(figure.disputes.tables.isEmpty)
    let text = site.text("page.html")
    #expect(text.contains("<p class=\"fig-note disputed\">Sources disagree on <a href="))
    #expect(text.contains("\"disagreements.html#output-australia-2024\">Australia, 2024</a>.</p>"))
  }

  @Test("the mark stands on the figure's own page too, and the entry leads back to the figure")
  func bothWays() throws {
    let (site, _) = try figure("SELECT country, year, tonnes, source FROM output ORDER BY 1, 4")
    #expect(
      site.text("figures/output-table.html").contains(
        "\"../disagreements.html#output-australia-2024\""))
    let entry = site.markup("disagreements.html")
      .between("<tbody id=\"output-world-2024\">", "</tbody>")
    #expect(entry?.contains("page.html#fig-output-table") == true)
  }

  @Test("of many figures with a quantity, those that show little else are named, others folded")
  func folded() throws {
    func page(_ number: Int, _ condition: String) -> String {
      SiteFixture.page(
        "Page \(number)",
        """
        ```sql q\(number)
        SELECT country, year, tonnes, source FROM output WHERE \(condition) ORDER BY 1, 2, 4
        ```

        ```table t\(number)
        title: Table
        data: q\(number)
        ```
        """)
    }
    let entry = "output-australia-2024"
    let wide = try SiteFixture.withVintages([
      "a.md": page(1, "true"), "b.md": page(2, "true"), "c.md": page(3, "country < 'B'"),
      "d.md": page(4, "country < 'B'"),
    ]).build()
    #expect(wide.errors.isEmpty, "\(wide.errors)")
    let text = try #require(
      wide.markup("disagreements.html").between("<tbody id=\"\(entry)\">", "</tbody>"))
    let fold = try #require(text.firstRange(of: "<details>"))
    let shown = text[..<fold.lowerBound]
    #expect(text[fold.lowerBound...].hasPrefix("<details><summary>1 more</summary>"))
    #expect(shown.contains("c.html#fig-t3") && shown.contains("d.html#fig-t4"))
    #expect(shown.contains("a.html#fig-t1") && !shown.contains("b.html#fig-t2"))
  }

  @Test("a key figure that shows a quantity is named by its page, as it has no number")
  func keyFigure() throws {
    let site = try SiteFixture.withVintages([
      "page.md": SiteFixture.page(
        "A page",
        """
        ```figures
        - value: output_preferred[country=Australia, year=2024].tonnes
          label: tonnes
          period: "2024"
          link: disagreements.md
        - value: output_preferred[country=World, year=2024].tonnes
          label: tonnes
          period: "2024"
          link: disagreements.md
        ```
        """)
    ]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let entry = try #require(
      site.markup("disagreements.html").between("<tbody id=\"output-australia-2024\">", "</tbody>"))
    #expect(entry.contains(">A page</a>"))
  }

  @Test("a part of the key that is not shown is told by the value")
  func partialKey() throws {
    let (_, figure) = try figure(
      "SELECT country, tonnes, source FROM output WHERE country <> 'World' ORDER BY 1, 3")
    #expect(figure.disputes.entries == ["output-australia-2024"])
    let (_, other) = try self.figure(
      "SELECT country, tonnes, source FROM output WHERE year = 2023 ORDER BY 1, 3")
    #expect(other.disputes.isEmpty)
  }

  @Test("a renamed column and a join keep the mark")
  func renamed() throws {
    let (_, figure) = try figure(
      """
      SELECT o.country AS land, o.year AS jahr, o.tonnes AS menge, o.source, s.title
      FROM output AS o JOIN sources AS s ON s.id = o.source WHERE land = 'World' ORDER BY s.id
      """)
    #expect(figure.disputes.entries == ["output-world-2024"])
  }

  @Test(
    "computed values are marked with the entries of the rows that they are computed from",
    arguments: [
      ("year = 2024", ["output-australia-2024", "output-world-2024"]),
      ("year = 2024 AND country < 'B'", ["output-australia-2024"]), ("year = 2023", []),
    ])
  func computed(rows: String, entries: [String]) throws {
    let (_, figure) = try figure(
      "SELECT count(tonnes) AS n, sources(source) AS source FROM output WHERE \(rows)")
    #expect(figure.disputes.entries == entries)
    #expect(figure.disputes.tables.isEmpty)
  }

  @Test("values whose rows are not known name the table whose values are disputed")
  func unknownRows() throws {
    let (site, figure) = try figure(
      """
      SELECT n, source FROM (
        WITH w AS (
          SELECT year, count(tonnes) AS n, sources(source) AS source FROM output GROUP BY year)
        SELECT n, source FROM w)
      ORDER BY 1
      """)
    #expect(figure.disputes.entries.isEmpty)
    #expect(figure.disputes.tables == ["output"])
    #expect(site.text("page.html").contains("disagreements.html#output\">2 values of"))
  }

  @Test("a figure that does not read the disputed column has no mark")
  func unaffected() throws {
    let (site, figure) = try figure(
      "SELECT DISTINCT country, year, source FROM output ORDER BY 1, 2, 3")
    #expect(figure.disputes.isEmpty)
    #expect(!site.text("page.html").contains("disputed"))
  }

  @Test("many entries are named up to five, then counted")
  func many() throws {
    let rows = (0..<8).flatMap { number in
      ["C\(number),2024,1,false,old", "C\(number),2024,2,false,new"]
    }
    var files = SiteFixture.figurePage(
      "SELECT country, year, tonnes, source FROM output ORDER BY 1, 4")
    files["data/output.csv"] =
      "country,year,tonnes,estimated,source\n" + rows.joined(separator: "\n") + "\n"
    let text = try SiteFixture.withVintages(files).build().text("page.html")
    #expect(text.contains(">C4, 2024</a> and <a href="))
    #expect(text.contains("\"disagreements.html#output-c5-2024\">3 more</a>."))
  }

  @Test("a value in the text is marked in the list of what the numbers rest on")
  func value() throws {
    let site = try SiteFixture.withVintages([
      "page.md": SiteFixture.page(
        "A page",
        "`= output_preferred[country=Australia, year=2024].tonnes` and `= output_preferred[country=China, year=2024].tonnes`."
      )
    ]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = try #require(site.page("page.md"))
    #expect(page.evidence.map(\.disputes.entries) == [["output-australia-2024"], []])
    #expect(site.text("page.html").contains("Sources disagree on it"))
  }

  @Test("a cell of another column of a disputed row is not disputed")
  func otherColumn() throws {
    let site = try SiteFixture.withVintages([
      "page.md": SiteFixture.page(
        "A page", "`= output_preferred[country=Australia, year=2024].country`.")
    ]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    #expect(site.page("page.md")?.evidence.first?.disputes.isEmpty == true)
  }
}
