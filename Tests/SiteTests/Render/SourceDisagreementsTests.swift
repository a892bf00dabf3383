import Testing

@testable import Site

@Suite struct SourceDisagreementsTests {
  @Test(
    "values disagree where rounding does not explain it",
    arguments: [
      (243_000.0, 240_000.0, false), (390_000, 380_000, true), (13_000, 29_000, true),
      (100, 100.2, false), (0, 5, true), (-3, 3, true), (1.25, 1.3, false), (1.24, 1.3, true),
      (270_000, 270_000, false), (0.000_12, 0.000_1, false),
    ])
  func rounding(a: Double, b: Double, differ: Bool) {
    #expect(SourceDisagreements.differ(a, b, tolerance: 0.005) == differ)
    #expect(SourceDisagreements.differ(b, a, tolerance: 0.005) == differ)
  }

  private static func site() -> SiteFixture {
    var fixture = SiteFixture.withData([
      "data/output.csv": """
      country,iso3,year,tonnes,source
      China,CHN,2024,270000,mcs-2024
      China,CHN,2024,271000,mcs-2025
      Australia,AUS,2024,13000,mcs-2024
      Australia,AUS,2024,29000,mcs-2025
      Viet Nam,VNM,2024,300,mcs-2025

      """
    ])
    fixture.files["data/datapackage.yaml"] = fixture.files["data/datapackage.yaml"]?.replacing(
      "    path: output.csv",
      with: """
            path: output.csv
            vintages: {same: [country, year], by: source, values: [tonnes], prefer: [mcs-2025], tolerance: 0.005}
        """
    ).replacing("primaryKey: [country, year]", with: "primaryKey: [country, year, source]")
    return fixture
  }

  @Test("each quantity in dispute is listed with its values and their sources")
  func page() throws {
    let site = try Self.site().build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = site.markup("disagreements.html")
    #expect(page.html.contains("<th scope=\"row\">Australia</th><td>2024</td>"))
    #expect(page.html.contains("13,000 (<a href=\"sources.html#mcs-2024\">mcs-2024</a>); 29,000"))
    #expect(page.html.contains("<td class=\"num\">55%</td>"))
    #expect(!page.html.contains("China</th>"))
    #expect(!page.html.contains("Viet Nam</th>"))
    #expect(site.text("index.html").contains("href=\"disagreements.html\""))
  }

  @Test("a site without several sources for one thing has no such page")
  func absent() throws {
    #expect(!(try SiteFixture.withData().build()).output.paths.contains("disagreements.html"))
  }
}
