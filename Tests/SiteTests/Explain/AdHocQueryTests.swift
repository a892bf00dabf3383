import Diagnostics
import Testing

@testable import Site

@Suite struct AdHocQueryTests {
  private func result(
    _ sql: String, as format: AdHocQuery.Format,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> String {
    let diagnostics = DiagnosticCollector()
    let data = try SiteBuild(EditionFixture().input).data(into: diagnostics)
    let found = try AdHocQuery(data).run(sql, into: diagnostics)
    let result = try #require(found, "\(diagnostics.sorted)", sourceLocation: sourceLocation)
    return AdHocQuery.text(result, as: format)
  }

  private static let sql =
    "SELECT country, tonnes FROM output WHERE iso3 IS NOT NULL ORDER BY tonnes"

  @Test("a table is aligned, numbers as readers see them")
  func table() throws {
    #expect(
      try result(Self.sql, as: .table) == """
        country    tonnes (t)
        ---------  ----------
        Viet Nam          300
        Australia      29,000
        China         270,000

        """)
  }

  @Test("Markdown is a table of Markdown")
  func markdown() throws {
    let text = try result("SELECT 'a|b' AS x, tonnes FROM output WHERE iso3 = 'CHN'", as: .markdown)
    #expect(
      text.hasPrefix("| x    | tonnes (t) |\n| ---- | ---------: |\n| a\\|b |    270,000 |\n"))
  }

  @Test("CSV has plain values")
  func csv() throws {
    #expect(
      try result(Self.sql, as: .csv)
        == "country,tonnes\nViet Nam,300\nAustralia,29000\nChina,270000\n")
  }

  @Test("JSON is a list of objects, one a line")
  func json() throws {
    let text = try result(Self.sql, as: .json)
    #expect(text.contains("  {\"country\":\"Viet Nam\",\"tonnes\":300},\n"))
  }

  @Test("a query or table is shown by its name", arguments: ["producers", "output", "sources"])
  func byName(name: String) throws {
    #expect(!(try result(name, as: .csv)).isEmpty)
  }

  @Test("a fault is reported at its place in the query")
  func fault() throws {
    let diagnostics = DiagnosticCollector()
    let data = try SiteBuild(EditionFixture().input).data(into: diagnostics)
    #expect(try AdHocQuery(data).run("SELECT tons FROM output", into: diagnostics) == nil)
    let fault = try #require(diagnostics.sorted.first { $0.severity == .error })
    #expect(fault.location?.path == "query")
    #expect(fault.location?.range.start.column == 8)
    #expect(fault.remedy?.contains("tonnes") == true)
  }

  @Test("the schema lists tables and queries with columns, types and units")
  func schema() throws {
    let data = try SiteBuild(EditionFixture().input).data(into: DiagnosticCollector())
    let text = try AdHocQuery(data).schema()
    #expect(text.contains("output\n  country string\n"))
    #expect(text.contains("  tonnes integer [t]\n"))
    #expect(text.contains("producers (queries/producers.sql)\n"))
  }
}
