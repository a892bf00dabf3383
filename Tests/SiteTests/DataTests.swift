import Diagnostics
import Testing

@testable import Site

@Suite struct DataTests {
  private static let checks = "checks/small.sql"

  @Test("tables are published as loaded, as CSV and JSON, with their description")
  func published() throws {
    let site = try SiteFixture.withData().build()
    #expect(site.errors.isEmpty, "\(site.errors)")
    #expect(
      site.text("data/output.csv").hasPrefix("country,iso3,year,tonnes,source\nChina,CHN,2024,"))
    #expect(site.text("data/output.csv").contains("\nWorld,,2024,390000,mcs-2025\n"))
    #expect(
      site.text("data/output.json").contains(
        #"{"country":"World","iso3":null,"year":2024,"tonnes":390000,"source":"mcs-2025"}"#))
    let readme = site.text("data/README.md")
    #expect(readme.contains("| tonnes | integer | tonnes |"))
    #expect(readme.contains("Creative Commons Attribution 4.0"))
    #expect(!site.output.paths.contains("data/datapackage.yaml"))
  }

  @Test("the descriptor has type, keys, constraints, unit and the hash of the published file")
  func descriptor() throws {
    let site = try SiteFixture.withData().build()
    let text = site.text("data/datapackage.json")
    let hash = SHA256.hex(Array(site.text("data/output.csv").utf8))
    for part in [
      "\"$schema\": \"https://datapackage.org/profiles/2.0/datapackage.json\"",
      "\"hash\": \"sha256:\(hash)\"", "\"type\": \"year\"", "\"symbol\": \"t\"",
      "\"display\": \",d\"", "\"pattern\": \"[A-Z]{3}\"", "\"minimum\": 0",
      "\"resource\": \"sources\"", "\"CC-BY-4.0\"",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("a cell that breaks a rule is an error at its line, and nothing is published")
  func badCell() throws {
    let site = try SiteFixture.withData([
      "data/output.csv": "country,iso3,year,tonnes,source\nChina,CHN,2024,-1,mcs-2025\n"
    ]).build()
    #expect(site.errors.count == 1)
    #expect(site.errors.first?.location?.path == "data/output.csv")
    #expect(site.errors.first?.location?.range.start.line == 2)
    #expect(!site.output.isPublished)
  }

  @Test("a source that is not registered is an error")
  func unknownSource() throws {
    let site = try SiteFixture.withData([
      "data/output.csv": "country,iso3,year,tonnes,source\nChina,CHN,2024,1,mcs-2052\n"
    ]).build()
    #expect(site.errorIDs == ["table.foreign-key"])
  }

  @Test("a resource whose file is not there is an error with the file that was meant")
  func missingFile() throws {
    var fixture = SiteFixture.withData()
    fixture.files["data/outputs.csv"] = fixture.files.removeValue(forKey: "data/output.csv")
    let site = try fixture.build()
    #expect(site.diagnostic("data.missing")?.remedy == "did you mean `outputs.csv`?")
  }

  @Test("a file in data/ that no resource names is a warning and is not published")
  func unnamedFile() throws {
    let site = try SiteFixture.withData(["data/old.csv": "a\n1\n"]).build()
    #expect(site.warnings.map(\.id).contains("data.unnamed"))
    #expect(!site.output.paths.contains("data/old.csv"))
  }

  @Test("two packages are an error")
  func twoPackages() throws {
    let site = try SiteFixture.withData(["data/datapackage.json": "{}"]).build()
    #expect(site.errorIDs.contains("data.packages"))
  }

  @Test("a data test that finds rows is an error with the rows")
  func failingCheck() throws {
    let site = try SiteFixture.withData([
      Self.checks: """
      -- title: every country mines a thousand tonnes
      SELECT country, tonnes FROM output WHERE tonnes < 1000 ORDER BY country
      """
    ]).build()
    let error = try #require(site.diagnostic("data.check"))
    #expect(error.severity == .error)
    #expect(error.summary.contains("every country mines a thousand tonnes"))
    #expect(error.notes.map(\.message) == ["country = Viet Nam, tonnes = 300"])
    #expect(error.location?.path == Self.checks)
    #expect(!site.output.isPublished)
  }

  @Test("a data test may only warn, and prints ten rows")
  func warningCheck() throws {
    let site = try SiteFixture.withData([
      Self.checks: """
      -- severity: warning
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)
      SELECT i FROM n ORDER BY i
      """
    ]).build()
    let warning = try #require(site.diagnostic("data.check"))
    #expect(warning.severity == .warning)
    #expect(warning.notes.count == 11)
    #expect(warning.notes.last?.message == "and 2 more")
    #expect(site.output.isPublished)
  }

  @Test("a data test that is no query is an error at its place")
  func brokenCheck() throws {
    let site = try SiteFixture.withData([Self.checks: "SELECT nosuch FROM output"]).build()
    #expect(site.errors.first?.location?.path == Self.checks)
  }

  @Test("a table named by its source file or its output is a link target")
  func links() throws {
    let site = try SiteFixture.withData().build()
    let index = site.report.site.context.index
    for written in ["data/output.csv", "data/datapackage.yaml", "data/output.json"] {
      let target = index.resolve(
        written, from: "", page: "index.html", at: SourceLocation("index.md"),
        into: DiagnosticCollector())
      let output = try #require(target?.siteAddress)
      #expect(site.output.paths.contains(output), "\(written)")
    }
  }

  @Test("the record of the edition names every input with its hash")
  func inputs() throws {
    let fixture = SiteFixture.withData()
    let site = try fixture.build()
    let bytes = Array(try #require(fixture.files["data/output.csv"]).utf8)
    #expect(site.text("edition.json").contains("\"sha256\":\"\(SHA256.hex(bytes))\""))
  }

  @Test("changing one number changes what shows it and the records, and nothing else")
  func oneNumber() throws {
    var fixture = SiteFixture.withData([
      "about.md": SiteFixture.page("About", "Words."),
      "china.md": SiteFixture.page("China", "`= output[country=China].tonnes | ,d` tonnes."),
      "rounded.md": SiteFixture.page("Rounded", "`= output[country=China].tonnes | .1s`."),
      "other.md": SiteFixture.page("Other", "`= output[country=Viet Nam].tonnes | ,d` tonnes."),
    ])
    let before = try fixture.build()
    #expect(before.errors.isEmpty, "\(before.errors)")
    fixture.files["data/output.csv"] = fixture.files["data/output.csv"]?
      .replacing("270000", with: "271000")
    let after = try fixture.build()
    #expect(before.output.paths == after.output.paths)
    let changed = Set(after.output.paths.filter { after.text($0) != before.text($0) })
    #expect(changed.isSuperset(of: ["china.html", "data/output.csv", "data/output.json"]))
    #expect(changed.contains("edition.json") && changed.contains("data/datapackage.json"))
    for path in ["about.html", "other.html", "index.html", "data/sources.csv", "sitemap.xml"] {
      #expect(!changed.contains(path), "\(path)")
    }
  }

  @Test(
    "a table whose newest source is too old warns or fails by the site's limits",
    arguments: [("{warn: 100}", Severity.warning), ("{warn: 100, fail: 150}", .error)])
  func freshness(limits: String, severity: Severity) throws {
    var fixture = SiteFixture.withData()
    fixture.files["site.yaml"]? += "\nfreshness: \(limits)\n"
    let site = try fixture.build()
    let found = try #require(site.diagnostic("data.age"))
    #expect(found.severity == severity)
    #expect(found.found == "150 days on 2025-06-30")
    #expect(found.notes.first?.message == "mcs-2025, published 2025-01-31")
  }

  @Test("a table whose newest source is new enough passes")
  func freshEnough() throws {
    var fixture = SiteFixture.withData()
    fixture.files["site.yaml"]? += "\nfreshness: {warn: 151}\n"
    #expect(try fixture.build().diagnostic("data.age") == nil)
  }
}
