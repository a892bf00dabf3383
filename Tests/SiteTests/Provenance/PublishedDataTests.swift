import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("Published data")
struct PublishedDataTests {
  private static let figure = SiteFixture.figurePage(
    "SELECT country, year, tonnes, estimated, source FROM output_preferred WHERE country <> 'World' ORDER BY 1, 2",
    "note: What the note says")

  /// The Dataset of a page's JSON-LD.
  private func dataset(_ site: BuiltSite, _ path: String) throws -> [String: Any] {
    let text = try #require(site.markup(path).structuredData)
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let graph = try #require(json?["@graph"] as? [[String: Any]])
    return try #require(graph.first { $0["@type"] as? String == "Dataset" })
  }

  @Test("the package with its tables is valid for Frictionless")
  func frictionless() throws {
    guard let program = Programs.path(of: "frictionless") else {
      print("frictionless is not installed: the published package is not held against it")
      return
    }
    let site = try SiteFixture.withVintages().build()
    let folder = try TemporaryFolder()
    for path in site.output.paths where path.hasPrefix("data/") {
      try folder.write(site.text(path), to: String(path.dropFirst("data/".count)))
    }
    let result = try Programs.run(program, ["validate", "datapackage.json"], in: folder.path)
    #expect(result.status == 0, "\(result.text)")
    #expect(!result.text.contains("INVALID"))
  }

  @Test("the published package says all that the site's own says of its tables")
  func roundTrip() throws {
    var fixture = SiteFixture.withVintages()
    fixture.files["data/datapackage.yaml"] = fixture.files["data/datapackage.yaml"]?
      .replacing(
        "    period: year\n    place: country",
        with: "    period: year\n    place: country\n    update_every: 1 year"
      )
      .replacing("{name: url, type: string}", with: "{name: url, type: string, missing: blank}")
      .replacing(
        "type: string, title: Country,",
        with: "type: string, title: Country, short: {Australia: AU},")
    let first = try fixture.build()
    #expect(first.errors.isEmpty, "\(first.errors)")
    var copy = fixture
    for path in fixture.files.keys where path.hasPrefix("data/") { copy.files[path] = nil }
    for path in first.output.paths where path.hasPrefix("data/") {
      guard path.hasSuffix(".csv") || path == "data/datapackage.json" else { continue }
      copy.files[path] = first.text(path)
    }
    let second = try copy.build()
    #expect(second.errors.isEmpty, "\(second.errors)")
    let package = "data/datapackage.json"
    #expect(second.text(package) == first.text(package))
    for word in ["period", "place", "update_every", "status", "missing", "calendar", "short"] {
      #expect(first.text(package).contains("\"\(word)\""), "\(word)")
    }
    #expect(second.text("disagreements.html") == first.text("disagreements.html"))
  }

  @Test("a file that is no table is published and described with its terms")
  func files() throws {
    var fixture = SiteFixture.withVintages(["data/map.topojson": "{}"])
    fixture.files["data/datapackage.yaml"]? += """

        - name: outlines
          title: Outlines of countries
          path: map.topojson
          format: topojson
          licenses: [{name: CC0-1.0, path: https://example.org/free}]

      """
    let site = try fixture.build()
    #expect(site.text("data/map.topojson") == "{}")
    let json = try JSONSerialization.jsonObject(
      with: Data(site.text("data/datapackage.json").utf8))
    let resources = try #require((json as? [String: Any])?["resources"] as? [[String: Any]])
    let map = try #require(resources.first { $0["name"] as? String == "outlines" })
    #expect(map["path"] as? String == "map.topojson")
    #expect(map["title"] as? String == "Outlines of countries")
    #expect((map["licenses"] as? [[String: String]])?.first?["name"] == "CC0-1.0")
  }

  @Test("a data set has the members that search engines ask for")
  func dataset() throws {
    let data = try dataset(SiteFixture.withVintages().build(), "data/output.html")
    #expect(data["name"] as? String == "Mine output")
    let description = try #require(data["description"] as? String)
    #expect((50...5000).contains(description.count))
    #expect((data["creator"] as? [String: String])?["name"] == "The Desk")
    #expect(data["license"] as? String == "https://example.org/l")
    #expect(data["temporalCoverage"] as? String == "2023/2024")
    let places = try #require(data["spatialCoverage"] as? [[String: String]])
    #expect(places.map { $0["name"] } == ["Australia", "China", "Peru", "World"])
    let variables = try #require(data["variableMeasured"] as? [[String: String]])
    #expect(variables.contains { $0["name"] == "Output" && $0["unitText"] == "tonnes" })
    let files = try #require(data["distribution"] as? [[String: String]])
    #expect(files.map { $0["encodingFormat"] } == ["text/csv", "application/json"])
    #expect(files.first?["contentUrl"] == "https://example.org/data/output.csv")
    let sources = try #require(data["isBasedOn"] as? [[String: Any]])
    #expect(sources.map { $0["name"] as? String } == ["Summaries 2026", "Summaries 2025"])
  }

  @Test("a figure's data set names the places of its rows")
  func figureDataset() throws {
    let data = try dataset(
      SiteFixture.withVintages(Self.figure).build(), "figures/output-table.html")
    let places = try #require(data["spatialCoverage"] as? [[String: String]])
    #expect(places.map { $0["name"] } == ["Australia", "China", "Peru"])
    #expect((data["description"] as? String)?.count ?? 0 >= 50)
  }

  @Test("descriptions are brought to the length that search engines take")
  func lengths() {
    var data = StructuredData.Dataset(
      name: "x", description: "Short.", output: "x.html", variables: [], files: [], sources: [])
    #expect(data.fullDescription(of: "A site").unicodeScalars.count >= 50)
    data.description = String(repeating: "word ", count: 2000)
    #expect(data.fullDescription(of: "A site").unicodeScalars.count == 5000)
    data.description = String(repeating: "x", count: 50)
    #expect(data.fullDescription(of: "A site") == data.description)
  }

  @Test("a place column that is not there is an error with the near one")
  func place() throws {
    var fixture = SiteFixture.withVintages()
    fixture.files["data/datapackage.yaml"] = fixture.files["data/datapackage.yaml"]?
      .replacing("place: country", with: "place: contry")
    let fault = try #require(try fixture.build().diagnostic("schema.unknown-field"))
    #expect(fault.remedy == "did you mean `country`?")
  }

  @Test("the page of a table tells keys, references, rules and data tests")
  func checks() throws {
    let site = try SiteFixture.withVintages([
      "checks/positive.sql":
        "-- title: output is never negative\nSELECT * FROM output WHERE tonnes < 0"
    ]).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let page = site.text("data/output.html")
    #expect(page.contains("<li>No two rows have the same country, year, source.</li>"))
    #expect(page.contains("<li>Every source is one of Register of sources (id).</li>"))
    #expect(page.contains("<li>There is a value in every row of country.</li>"))
    #expect(page.contains("<li>year: ≥ 2000.</li>"))
    #expect(page.contains("<li>Data test: output is never negative.</li>"))
    #expect(!site.text("data/trade.html").contains("Data test:"))
    #expect(site.report.site.tests.map(\.failures) == [0])
  }

  @Test("the page of a table tells coverage, readings, disputed values, missing values and uses")
  func tablePage() throws {
    let site = try SiteFixture.withVintages(Self.figure).build()
    let page = site.text("data/output.html")
    #expect(page.contains("<dt>Period</dt><dd>2023 – 2024</dd>"))
    #expect(page.contains("<dt>Places</dt><dd>Australia, China, Peru, World</dd>"))
    #expect(page.contains("<dt>Sources last read</dt><dd>3 February 2026</dd>"))
    #expect(page.contains("<a href=\"../disagreements.html#output\">2</a>"))
    #expect(page.contains("../page.html#fig-output-table"))
  }

  @Test("the read-me of a figure carries columns, sources, terms and citation")
  func readme() throws {
    let site = try SiteFixture.withVintages(Self.figure).build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    let text = site.text("figures/output-table-readme.md")
    #expect(text.hasPrefix("# What is mined\n"))
    #expect(text.contains("<https://example.org/page.html#fig-output-table>"))
    #expect(text.contains("Edition 2026, published 2026-06-30, data as of 2026-06-30."))
    #expect(text.contains("## output-table.csv\n\n3 rows."))
    #expect(text.contains("| tonnes | integer | tonnes (t) | Output |"))
    #expect(text.contains("- Australia, 2024: 29000 t (new, used here), 13000 t (old)."))
    #expect(
      text.contains(
        "- Survey, Summaries 2026, 2026-01-31, <https://example.org/new> (read 2026-02-03)"))
    #expect(text.contains("Creative Commons Attribution 4.0 <https://example.org/l>"))
    #expect(text.contains("```bibtex\n@misc{figures-output-table-2026,"))
    #expect(site.text("page.html").contains("href=\"figures/output-table-readme.md\""))
  }

  @Test("texts with bars and line breaks do not break the read-me's tables")
  func readmeCells() {
    #expect(MarkdownText.cell("a|b\nc") == "a\\|b c")
    #expect(MarkdownText.line("a\r\nb\n") == "a b")
  }

  @Test("the JSON of a figure says what its columns mean")
  func json() throws {
    let site = try SiteFixture.withVintages(Self.figure).build()
    let text = site.text("figures/output-table.json")
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let columns = try #require(json?["columns"] as? [String: [String: Any]])
    #expect((columns["tonnes"]?["unit"] as? [String: String])?["symbol"] == "t")
    #expect(columns["country"]?["title"] as? String == "Country")
  }
}
