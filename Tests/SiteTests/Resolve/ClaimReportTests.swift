import Diagnostics
import Testing

@testable import Site

/// What the author reads when a claim, a title or a data test does not hold.
@Suite struct ClaimReportTests {
  private func fault(_ body: String, _ files: [String: String] = [:]) throws -> Diagnostic {
    var all = ["page.md": SiteFixture.page("A page", body)]
    all.merge(files) { $1 }
    return try #require(try SiteFixture.withData(all).build().errors.first)
  }

  @Test("the report has the words, the condition with the values put in, and the rows behind them")
  func report() throws {
    let fault = try fault(
      "[Viet Nam mines more](check:more \"producers[iso3=VNM].tonnes > producers[iso3=CHN].tonnes\")"
    )
    #expect(fault.id == "claim.false")
    #expect(fault.summary.contains("Viet Nam mines more"))
    #expect(fault.found == "`300 > 270000`")
    #expect(fault.expected == "`producers[iso3=VNM].tonnes > producers[iso3=CHN].tonnes`")
    let rows = fault.notes.filter { $0.location?.path == "data/output.csv" }
    #expect(rows.compactMap { $0.location?.range.start.line } == [3, 2])
    #expect(rows.first?.message.contains("tonnes=300") == true)
  }

  @Test("a value over many rows names a few of them and says how many more there are")
  func manyRows() throws {
    let fault = try fault(
      """
      ```sql total
      SELECT sum(tonnes) AS tonnes, sources(source) AS source FROM output
      ```

      [Little](check:little "total.tonnes < 10")
      """)
    #expect(fault.notes.count { $0.location?.path == "data/output.csv" } == 3)
    #expect(fault.notes.contains { $0.message == "and 1 more rows of output" })
  }

  @Test("the condition of a title is reported with its rows too")
  func title() throws {
    let fault = try fault(
      """
      ```table t
      title: Viet Nam leads
      data: producers
      check: producers[iso3=VNM].tonnes > 1000
      ```
      """)
    #expect(fault.id == "claim.false")
    #expect(fault.notes.contains { $0.location?.path == "data/output.csv" })
  }

  @Test(
    "a data test warns or fails as its comment says",
    arguments: [
      ("", Severity.error), ("-- severity: error\n", .error), ("-- severity: warning\n", .warning),
    ])
  func severity(header: String, severity: Severity) throws {
    let site = try SiteFixture.withData([
      "checks/small.sql": header + "SELECT * FROM output WHERE tonnes > 100000"
    ]).build()
    #expect(site.diagnostic("data.check")?.severity == severity)
  }

  @Test("a severity that is none is an error at its line, with the near one")
  func badSeverity() throws {
    let site = try SiteFixture.withData([
      "checks/small.sql": "-- title: T\n-- severity: warnin\nSELECT * FROM output WHERE tonnes < 0"
    ]).build()
    let fault = try #require(site.diagnostic("data.check-header"))
    #expect(fault.location?.range.start.line == 2)
    #expect(fault.remedy?.contains("`warning`") == true)
  }

  @Test(
    "a data test that is not one SELECT is an error at its file",
    arguments: [
      "DELETE FROM output", "SELECT 1; SELECT 2", "SELEC 1", "",
    ])
  func noSelect(sql: String) throws {
    let site = try SiteFixture.withData(["checks/bad.sql": sql]).build()
    #expect(site.errors.contains { $0.location?.path == "checks/bad.sql" }, "\(site.errors)")
    #expect(!site.output.isPublished)
  }

  @Test("a claim whose SQL does not parse is an error at its place")
  func badCondition() throws {
    let fault = try fault("[Words](check: \"producers[iso3=CHN].tonnes >\")")
    #expect(fault.location?.path == "page.md")
    #expect(fault.location?.range.start.line == 6)
  }
}
