import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite struct SearchIndexTests {
  private static let page = SiteFixture.page(
    "Mining",
    """
    ## Who leads {#leads}

    ```figures
    - value: "output[country=China, year=2024].tonnes | ,d unit"
      label: Output of China
      period: "2024"
      link: "#fig-outputs"
    ```

    ```table outputs
    title: China mines most
    subtitle: Mine output, tonnes
    data: output
    columns: {country: {}, year: {}, tonnes: {}}
    sort: [-tonnes]
    ```
    """, "terms: [ore]")

  private static func site(_ files: [String: String] = [:]) throws -> BuiltSite {
    var all = ["mining.md": page]
    all.merge(files) { $1 }
    return try SiteFixture.withData(all).build()
  }

  /// The index of a site as its script holds it.
  private static func index(_ site: BuiltSite) throws -> PublishedIndex {
    #expect(site.errors.isEmpty, "\(site.errors)")
    let script = site.text("assets/search-index.js")
    let json = try #require(
      script.hasPrefix("window.searchIndex = ") && script.hasSuffix(";\n")
        ? script.dropFirst("window.searchIndex = ".count).dropLast(2) : nil)
    return try PublishedIndex(Data(json.utf8))
  }

  @Test("pages, headings, figures, terms and sources are found under their addresses")
  func entries() throws {
    let index = try Self.index(try Self.site())
    for (kind, title, target) in [
      (0, "Mining", "mining.html"), (0, "Data: Mine output", "data/output.html"),
      (1, "Who leads", "mining.html#leads"), (2, "China mines most", "mining.html#fig-outputs"),
      (3, "ore", "mining.html"), (4, "Mineral summaries 2025", "sources.html#mcs-2025"),
    ] {
      #expect(
        index.entries.contains { $0.kind == kind && $0.title == title && $0.target == target },
        "\(title) is not found")
    }
    let figure = index.entries.first { $0.title == "China mines most" }
    #expect(figure?.context == "Mine output, tonnes. Table 1, Mining")
  }

  @Test("a value is found by what was measured, of what and when, with unit and address")
  func values() throws {
    let index = try Self.index(try Self.site())
    let series = try #require(index.series.first)
    #expect(series.target == "figures/outputs.html#fig-outputs")
    #expect(series.context == "China mines most (Table 1, Mining)")
    #expect(series.measures == ["tonnes"])
    #expect(series.rows.contains(["China, 2024", "270,000\u{A0}t"]))
  }

  @Test("a key figure is one line, with unit and period")
  func keyFigures() throws {
    let index = try Self.index(try Self.site())
    #expect(
      index.entries.contains { $0.kind == 5 && $0.title == "Output of China, 2024: 270,000\u{A0}t" }
    )
  }

  @Test("a value that is shown twice is taken once, where it is read first")
  func doubles() throws {
    let again = SiteFixture.page(
      "Again",
      """
      ```table again
      title: The rows
      data: output
      columns: {country: {}, year: {}, tonnes: {}}
      sort: [country]
      ```
      """, "order: 9")
    let index = try Self.index(try Self.site(["z.md": again]))
    let cells = index.series.flatMap { $0.rows.flatMap { $0.dropFirst() } }
    #expect(cells.count { $0 == "270,000\u{A0}t" } == 1)
  }

  @Test("an estimate keeps its mark, and what is not known is no value")
  func statuses() throws {
    let page = SiteFixture.page(
      "Marks",
      """
      ```sql marked
      SELECT 'China' AS country, 5 AS amount, 'estimated' AS amount_status
      UNION ALL SELECT 'Chad', NULL, 'withheld' ORDER BY country
      ```

      ```table marks
      title: The rows
      data: marked
      columns: {country: {}, amount: {format: ",d"}}
      ```
      """)
    let index = try Self.index(try Self.site(["marks.md": page]))
    let rows = index.series.first { $0.target.hasSuffix("#fig-marks") }?.rows
    #expect(rows == [["China", "5\u{A0}[e]"]])
  }

  @Test("on the page of a row its values name the row")
  func rowPages() throws {
    let page = """
      ---
      title: "`= row.country`"
      description: A sentence that says what the page is about and is long enough to stand.
      each: {query: producers, key: iso3}
      ---

      ```sql years
      SELECT year, tonnes, source FROM output WHERE iso3 = :iso3 ORDER BY year
      ```

      ```table years
      title: The rows
      data: years
      columns: {year: {}, tonnes: {}}
      ```
      """
    let index = try Self.index(try SiteFixture.withData(["countries/[iso3].md": page]).build())
    let rows = index.series.flatMap(\.rows)
    #expect(rows.contains(["Viet Nam, 2024", "300\u{A0}t"]))
  }

  @Test("rows of the latest period come first")
  func order() throws {
    let output = """
      country,iso3,year,tonnes,source
      China,CHN,2022,210000,mcs-2025
      China,CHN,2024,270000,mcs-2025
      Chad,,2024,1,mcs-2025
      China,CHN,2023,240000,mcs-2025

      """
    let index = try Self.index(try Self.site(["data/output.csv": output]))
    let rows = index.series.first { $0.target.hasSuffix("#fig-outputs") }?.rows
    #expect(rows?.map { $0[0] } == ["China, 2024", "Chad, 2024", "China, 2023", "China, 2022"])
  }

  @Test("no table brings more rows than its share")
  func share() throws {
    let page = SiteFixture.page(
      "Long",
      """
      ```sql long
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700)
      SELECT 'Run ' || i AS name, i AS amount FROM n ORDER BY i
      ```

      ```table long
      title: The rows
      data: long
      columns: {name: {}, amount: {format: ",d"}}
      ```
      """)
    let index = try Self.index(try Self.site(["long.md": page]))
    let rows = index.series.first { $0.target.hasSuffix("#fig-long") }?.rows
    #expect(rows?.count == SearchValues.rowLimit)
  }

  @Test("what does not fit is left out from the end, and the index says so")
  func bounds() throws {
    let report = try Self.site().report
    let context = RenderContext(
      report.site, templates: try .load(nil, into: .init()), folders: [""], into: .init())
    let gathering = SearchGathering(context: context, generated: [])
    let whole = gathering.index()
    #expect(!whole.isPartial)
    let size = whole.script.utf8.count
    for limit in [0, 40, 200, 400, size / 2] {
      let part = gathering.index(limit: limit)
      #expect(part.isPartial)
      #expect(part.script.utf8.count <= limit + 100, "\(limit)")
      #expect(
        Array(whole.entries.prefix(part.entries.count)).map(\.title) == part.entries.map(\.title))
    }
    #expect(gathering.index(limit: 200).series.isEmpty)
  }

  @Test("the index is the same whatever the number of threads")
  func determinism() throws {
    var fixture = SiteFixture.withData(["mining.md": Self.page])
    fixture.workers = 1
    let one = try fixture.build().text("assets/search-index.js")
    fixture.workers = 4
    #expect(try fixture.build().text("assets/search-index.js") == one)
    #expect(!one.isEmpty)
  }

  @Test("the index of the briefing is far smaller than its limit")
  func briefing() throws {
    let files = try #require(Briefing.files, "there is no folder Content/")
    let output = MemoryOutput()
    let report = try SiteBuild(Briefing.input(files)).run(into: output)
    #expect(report.published != nil)
    let script = output.content(of: "assets/search-index.js")?.withBytes {
      String(decoding: $0, as: UTF8.self)
    }
    let index = try PublishedIndex(
      Data((script ?? "").dropFirst("window.searchIndex = ".count).dropLast(2).utf8))
    #expect(!index.isPartial)
    #expect((50_000...SearchIndex.limit).contains(script?.utf8.count ?? 0))
    let found = index.series.flatMap { series in
      series.rows.flatMap { row in
        zip(series.measures, row.dropFirst()).map { "\($0), \(row[0]): \($1)" }
      }
    }
    #expect(found.contains("Mine output, China, 2024: 270\u{A0}kt\u{A0}[e]"))
  }
}

/// The index as the script of the search reads it.
struct PublishedIndex {
  var isPartial: Bool
  var entries: [(kind: Int, title: String, target: String, context: String?)]
  var series: [(target: String, context: String, measures: [String], rows: [[String]])]

  init(_ json: Data) throws {
    let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    isPartial = try #require(object["isPartial"] as? Bool)
    entries = (object["entries"] as? [[Any]] ?? []).map { entry in
      (
        entry[0] as? Int ?? -1, entry[1] as? String ?? "", entry[2] as? String ?? "",
        entry.count > 3 ? entry[3] as? String : nil
      )
    }
    series = (object["series"] as? [[Any]] ?? []).map { series in
      (
        series[0] as? String ?? "", series[1] as? String ?? "", series[2] as? [String] ?? [],
        series[3] as? [[String]] ?? []
      )
    }
  }
}
