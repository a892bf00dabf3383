import Diagnostics
import Foundation
import Testing

@testable import Site
@testable import Tables

@Suite("Measures")
struct MeasureTests {
  private static let share = """
    SELECT country, tonnes / 390000.0 AS share, 'reported' AS share_status, source
    FROM output_preferred WHERE country <> 'World' ORDER BY country
    """

  private func site(_ body: String, _ package: (String) -> String = { $0 }) throws -> BuiltSite {
    var fixture = SiteFixture.withVintages(["page.md": SiteFixture.page("A page", body)])
    fixture.files["data/datapackage.yaml"] = fixture.files["data/datapackage.yaml"].map(package)
    return try fixture.build()
  }

  @Test("the digits that matter give the format where none is declared, a fraction in per cent")
  func precision() throws {
    let site = try site("```sql q\n\(Self.share)\n```\n\n`= q[country=China].share`.")
    #expect(site.errors.isEmpty, "\(site.errors)")
    #expect(site.page("page.md")?.evidence.first?.shown == "69%")
    #expect(site.diagnostic("value.format") == nil)
  }

  @Test(
    "formats made from a precision",
    arguments: [("1", 2, ".2p"), ("t", 3, ",.3r"), (nil, 1, ",.1r")] as [(String?, Int, String)])
  func format(unit: String?, precision: Int, format: String) throws {
    var measure = Measure(unit: unit.map { DataUnit($0) })
    measure.precision = precision
    #expect(measure.displayFormat == format)
    measure.format = ",d"
    #expect(measure.displayFormat == ",d")
    _ = try NumberFormat(format)
  }

  @Test("what a measure says stands below the figure, with the source of its definition")
  func note() throws {
    let site = try SiteFixture.withVintages(SiteFixture.figurePage(Self.share)).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let text = site.text("page.html")
    #expect(
      text.contains(
        "<p class=\"fig-note\">Share: Of the world (definition: <a href=\"sources.html#rule\">Guide to measures</a>).</p>"
      ))
    #expect(site.page("page.md")?.sources.contains("rule") == true)
    #expect(
      site.markup("sources.html").between("<li id=\"rule\">", "</li>")?.contains("Not used")
        == false)
  }

  @Test("downloads carry precision, direction, note and definition")
  func downloads() throws {
    let site = try SiteFixture.withVintages(SiteFixture.figurePage(Self.share)).build()
    let text = site.text("figures/output-table.json")
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let columns = try #require(json?["columns"] as? [String: [String: Any]])
    let share = try #require(columns["share"])
    #expect(share["precision"] as? Int == 2)
    #expect(share["direction"] as? String == "down")
    #expect(share["note"] as? String == "Of the world")
    #expect(share["definition"] as? [String] == ["rule"])
    #expect(site.text("figures/output-table-readme.md").contains("Share. Of the world |"))
    let package = site.text("data/datapackage.json")
    #expect(package.contains("\"precision\": 2") && package.contains("\"direction\": \"down\""))
  }

  @Test(
    "a change is called better or worse by the measure's direction, unchanged by neither",
    arguments: [
      ("China", "Australia", "(worse)"), ("Australia", "China", "(better)"),
      ("China", "China", nil),
    ]
      as [(String, String, String?)])
  func direction(value: String, base: String, verdict: String?) throws {
    let site = try site(
      """
      ```sql q
      \(Self.share)
      ```

      ```figures
      - value: "q[country=\(value)].share"
        label: Share
        compare: {to: "q[country=\(base)].share", as: points}
        link: index.md
      ```
      """)
    #expect(site.errors.isEmpty, "\(site.errors)")
    let change = try #require(
      site.markup("page.html").between("<span class=\"change\">", "</span>"))
    if let verdict {
      #expect(change.hasSuffix(verdict))
    } else {
      #expect(change == "unchanged")
    }
  }

  @Test(
    "what a measure cannot mean is an error at its place",
    arguments: [
      ("precision: 2", "precision: 0", "package.precision"),
      ("precision: 2", "precision: 99", "package.precision"),
      ("direction: down", "direction: sideways", "document.choice"),
      ("source: rule", "source: ruel", "source.unknown"),
      ("precision: 2", "precison: 2", "document.unknown-key"),
    ])
  func faults(old: String, new: String, id: String) throws {
    let site = try site("Words.") { $0.replacing(old, with: new) }
    let fault = try #require(site.errors.first)
    #expect(site.errorIDs == [id])
    #expect(fault.location?.path == "data/datapackage.yaml")
    #expect(fault.location?.range.start.line == 8)
  }

  @Test("a column in tonnes cannot be called by a measure in another unit")
  func alias() throws {
    let site = try site("```sql q\nSELECT tonnes AS share FROM output\n```\n\n`= q[1].share`.")
    #expect(site.errorIDs == ["query.unit-conflict"])
  }

  @Test(
    "key figures of different units are not compared, those of one kind neither without conversion")
  func comparison() throws {
    let site = try site(
      """
      ```figures
      - value: "trade[indicator=reliance, year=2024, source=new].value"
        label: Reliance
        compare: {to: "trade[indicator=imports, source=new].value", as: difference}
        link: index.md
      ```
      """)
    #expect(site.errorIDs == ["figures.units"])
    #expect(site.errors.first?.found == "percent and t")
  }

  @Test("a table column of two units is an error, unless the column that names them is shown")
  func tableColumn() throws {
    var files = SiteFixture.figurePage(
      "SELECT indicator, value, unit, source FROM trade ORDER BY 1, 4",
      "columns: {indicator: {}, value: {}}")
    let site = try SiteFixture.withVintages(files).build()
    #expect(site.errorIDs == ["table.units"])
    files = SiteFixture.figurePage(
      "SELECT indicator, value, unit, source FROM trade ORDER BY 1, 4",
      "columns: {indicator: {}, value: {}, unit: {}}")
    #expect(try SiteFixture.withVintages(files).build().errors.isEmpty)
  }

  @Test("conversion between declared units is exact, and between others an error")
  func conversion() throws {
    let site = try site(
      "`= output_preferred[country=China, year=2024].tonnes | ,.3~f in kt`.")
    #expect(site.errors.isEmpty, "\(site.errors)")
    #expect(site.page("page.md")?.evidence.first?.shown == "270")
    let wrong = try self.site(
      "`= output_preferred[country=China, year=2024].tonnes | ,.3~f in percent`.")
    #expect(wrong.errorIDs == ["value.unit"])
  }

  /// A chart of a query with tonnes, shares and a unit for each row.
  private func chart(_ views: String) throws -> BuiltSite {
    try site(
      """
      ```sql q
      SELECT country, tonnes, tonnes / 390000.0 AS share, 'reported' AS share_status, source
      FROM output_preferred WHERE year = 2024 ORDER BY country
      ```

      ```sql long
      SELECT indicator, value, unit, source FROM trade WHERE year = 2024 ORDER BY 1, 4
      ```

      ```vega-lite two
      title: A chart
      data: {name: q}
      \(views)
      ```
      """)
  }

  @Test(
    "two units on one axis of a chart are an error",
    arguments: [
      """
      layer:
        - {mark: bar, encoding: {x: {field: country}, y: {field: tonnes}}}
        - {mark: line, encoding: {x: {field: country}, y: {field: share}}}
      """,
      """
      mark: bar
      encoding: {x: {field: country}, y: {field: tonnes}, y2: {field: share}}
      """,
      """
      transform: [{fold: [tonnes, share], as: [key, value]}]
      mark: bar
      encoding: {x: {field: country}, y: {field: value, type: quantitative}}
      """,
      """
      hconcat:
        - data: {name: long}
          mark: bar
          encoding: {x: {field: indicator}, y: {field: value}}
      """,
    ])
  func axis(views: String) throws {
    let faults = try chart(views).report.diagnostics.filter { $0.id == "chart.units" }
    #expect(faults.map(\.severity) == [.error])
    #expect(faults.first?.location?.path == "page.md")
  }

  @Test("two axes of one unit each are a warning, one unit or a count is nothing")
  func axes() throws {
    let apart = try chart(
      """
      layer:
        - {mark: bar, encoding: {x: {field: country}, y: {field: tonnes}}}
        - {mark: line, encoding: {x: {field: country}, y: {field: share}}}
      resolve: {scale: {y: independent}}
      """)
    #expect(
      apart.report.diagnostics.filter { $0.id == "chart.units" }.map(\.severity) == [.warning])
    for views in [
      "mark: bar\nencoding: {x: {field: share}, y: {field: tonnes}}",
      """
      layer:
        - {mark: bar, encoding: {x: {field: country}, y: {field: tonnes}}}
        - {mark: rule, encoding: {x: {field: country}, y: {field: share, aggregate: count}}}
      """,
    ] {
      #expect(try chart(views).diagnostic("chart.units") == nil, "\(views)")
    }
  }
}
