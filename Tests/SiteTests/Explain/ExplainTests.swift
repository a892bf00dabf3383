import Diagnostics
import Documents
import Testing

@testable import Site

/// Explanations on a whole site of one chapter.
@Suite struct ExplainTests {
  /// The lineage of the fixture with files on top.
  static func lineage(_ files: [String: String] = [:]) throws -> SiteLineage {
    let diagnostics = DiagnosticCollector()
    let fixture = EditionFixture(files)
    let lineage = try SiteBuild(fixture.input).lineage(into: diagnostics)
    #expect(!diagnostics.hasErrors, "\(diagnostics.sorted)")
    return lineage
  }

  /// The explanation of the one thing that a text means.
  private func explain(_ text: String, _ files: [String: String] = [:]) throws -> Explanation {
    let lineage = try Self.lineage(files)
    let subjects = SubjectFinder(lineage).subjects(text)
    #expect(subjects.count == 1, "\(subjects)")
    return try Explainer(lineage).explanation(of: try #require(subjects.first))
  }

  // MARK: Names

  @Test(
    "every kind of thing is found by its name",
    arguments: [
      ("report.md", "page:report.md"), ("report.html", "page:report.md"), ("bars", "figure:bars"),
      ("output", "table:output"), ("producers", "query:producers"), ("@mcs-2025", "@mcs-2025"),
      ("output.tonnes", "table:output.tonnes"), ("producers.tonnes", "query:producers.tonnes"),
      ("report.md:producers[iso3=CHN].tonnes", "report.md:producers[iso3=CHN].tonnes"),
      ("source:mcs-2025", "@mcs-2025"),
    ])
  func names(text: String, name: String) throws {
    let finder = SubjectFinder(try Self.lineage())
    #expect(finder.subjects(text).map(finder.name) == [name])
  }

  @Test("a name with several meanings is listed, and each can be asked for")
  func severalMeanings() throws {
    let page = SiteFixture.page("P", "```table producers\ntitle: T\ndata: producers\n```")
    let finder = SubjectFinder(try Self.lineage(["p.md": page]))
    let names = finder.subjects("producers").map(finder.name)
    #expect(names == ["figure:producers", "query:producers"])
    for name in names { #expect(finder.subjects(name).map(finder.name) == [name]) }
  }

  @Test("queries of two pages with one name are two things")
  func pageQueries() throws {
    let page =
      "```sql mine\nSELECT tonnes, source FROM output WHERE iso3 = 'CHN'\n```\n\n`= mine.tonnes`"
    let finder = SubjectFinder(
      try Self.lineage(["a.md": SiteFixture.page("A", page), "b.md": SiteFixture.page("B", page)]))
    #expect(finder.subjects("mine").map(finder.name) == ["a.md:mine", "b.md:mine"])
    #expect(finder.subjects("a.md:mine").map(finder.name) == ["a.md:mine"])
  }

  @Test(
    "what is not there means nothing",
    arguments: [
      "nothing", "@none", "output.none", "report.md:none", "figure:output", "a.md",
    ])
  func unknown(text: String) throws {
    #expect(SubjectFinder(try Self.lineage()).subjects(text).isEmpty)
  }

  @Test("the row pages of one file are several things")
  func rowPages() throws {
    let page = SiteFixture.page(
      "\"`= row.country`\"", "Output: `= row.tonnes`.", "each: {query: producers, key: iso3}")
    let finder = SubjectFinder(try Self.lineage(["c/[iso3].md": page]))
    #expect(finder.subjects("c/[iso3].md").count == 3)
    #expect(finder.subjects("c/[iso3].md:row.tonnes").count == 3)
    #expect(finder.subjects("c/chn.md:row.tonnes").count == 1)
  }

  // MARK: Upstream

  @Test("a value comes from its query, its table, the very row and the publisher")
  func value() throws {
    let explanation = try explain("report.md:producers[iso3=CHN].tonnes")
    #expect(explanation.queries.map(\.name) == ["producers"])
    #expect(explanation.tables.map(\.name) == ["output"])
    #expect(explanation.tables.first?.columns.contains("tonnes") == true)
    #expect(explanation.rows.first?.rows.map(\.line) == [2])
    #expect(explanation.rows.first?.rows.first?.cells.contains("tonnes=270000") == true)
    #expect(explanation.sources.map(\.publisher) == ["USGS"])
    #expect(explanation.facts.contains { $0.name == "shown" && $0.value == "270,000" })
  }

  @Test("a row that is named by its key is exact")
  func exactRow() throws {
    let page = SiteFixture.page("A", "`= output[country=China, year=2024].tonnes`")
    let explanation = try explain("a.md:output[country=China, year=2024].tonnes", ["a.md": page])
    #expect(explanation.rows.map(\.isExact) == [true])
    #expect(explanation.rows.first?.rows.map(\.line) == [2])
    #expect(explanation.queries.isEmpty)
  }

  @Test("a value over groups comes from the rows of its group")
  func group() throws {
    let sql = "SELECT source, sum(tonnes) AS total FROM output GROUP BY source ORDER BY total DESC"
    let page = SiteFixture.page("A", "```sql g\n\(sql)\n```\n\n`= g[source=mcs-2024].total | ,d`")
    let explanation = try explain("a.md:g[source=mcs-2024].total", ["a.md": page])
    #expect(explanation.rows.first?.rows.map(\.line) == [4])
    #expect(explanation.rows.first?.isExact == true)
    #expect(explanation.sources.map(\.id) == ["mcs-2024"])
  }

  @Test("a figure comes from all rows that it shows")
  func figure() throws {
    let explanation = try explain("bars")
    #expect(explanation.rows.first?.rows.map(\.line) == [2, 3, 4])
    #expect(explanation.sources.map(\.id) == ["mcs-2024", "mcs-2025"])
    #expect(explanation.location?.path == "report.md")
  }

  @Test("a query comes from the queries that it uses, down to the tables")
  func query() throws {
    let explanation = try explain(
      "top", ["queries/top.sql": "SELECT country, tonnes, source FROM producers LIMIT 1"])
    #expect(explanation.queries.map(\.name) == ["top", "producers"])
    #expect(explanation.queries.first?.uses == ["output", "producers"])
    #expect(explanation.tables.map(\.name) == ["output"])
  }

  @Test("a column says whether it is passed on or computed")
  func columns() throws {
    let passed = try explain("producers.country")
    #expect(passed.facts.first?.value == "country, passed on from output.country")
    let twice = "SELECT tonnes * 2 AS double, source FROM output"
    let computed = try explain("twice.double", ["queries/twice.sql": twice])
    #expect(computed.facts.first?.value == "double, computed")
  }

  @Test("a source leads to the rows that name it")
  func source() throws {
    let explanation = try explain("@mcs-2024")
    #expect(explanation.rows.map(\.table) == ["output"])
    #expect(explanation.rows.first?.rows.map(\.line) == [4])
  }

  @Test("a table knows its sources")
  func table() throws {
    #expect(try explain("table:output").sources.map(\.id) == ["mcs-2024", "mcs-2025"])
  }

  // MARK: Downstream

  @Test("a table changes the values, claims, figures and queries that read it, and its downloads")
  func tablePrediction() throws {
    let prediction = try explain("output").prediction
    #expect(prediction.values.map(\.reference) == ["producers[iso3=CHN].tonnes"])
    #expect(prediction.claims.map(\.id) == ["lead"])
    #expect(prediction.figures.map(\.id) == ["ranking", "bars"])
    #expect(prediction.queries.map(\.name) == ["producers"])
    #expect(prediction.pages == ["report.html"])
    for output in ["data/output.csv", "figures/bars.svg", "figures/ranking.csv", "edition.json"] {
      #expect(prediction.contains(output: output), "\(output)")
    }
    #expect(!prediction.contains(output: "index.html"))
  }

  @Test("a column that nothing reads changes nothing but its table")
  func unreadColumn() throws {
    let prediction = try explain("output.year").prediction
    #expect(prediction.figures.isEmpty)
    #expect(prediction.values.isEmpty)
    #expect(prediction.pages.isEmpty)
    #expect(prediction.contains(output: "data/output.csv"))
  }

  @Test("a claim's subquery and a title's value count among what is read")
  func hiddenReads() throws {
    let page = SiteFixture.page(
      "A",
      """
      [Few](check:few "(SELECT count(*) FROM sources WHERE published > '2024') < 9")

      ```sql names
      SELECT title FROM sources ORDER BY id LIMIT 1
      ```

      ```table t
      title: "After `= names.title`"
      data: producers
      ```
      """)
    let prediction = try explain("sources", ["a.md": page]).prediction
    #expect(prediction.claims.map(\.id).contains("few"))
    #expect(prediction.figures.map(\.id).contains("t"))
  }

  @Test("a data test that reads a table may fail with it")
  func checks() throws {
    let explanation = try explain(
      "output", ["checks/positive.sql": "SELECT * FROM output WHERE tonnes < 0"])
    #expect(explanation.prediction.checks.map(\.name) == ["positive"])
  }

  @Test("a query changes what uses it, directly or not, and not what reads its table")
  func queryPrediction() throws {
    let files = [
      "queries/top.sql": "SELECT country, tonnes, source FROM producers LIMIT 1",
      "a.md": SiteFixture.page("A", "```table first\ntitle: T\ndata: top\n```"),
      "b.md": SiteFixture.page("B", "```table whole\ntitle: T\ndata: output\n```"),
    ]
    let prediction = try explain("query:producers", files).prediction
    #expect(prediction.figures.map(\.id) == ["first", "ranking", "bars"])
    #expect(prediction.queries.map(\.name) == ["top"])
    #expect(!prediction.pages.contains("b.html"))
  }

  @Test("rows that move between pages change every page")
  func rowPrediction() throws {
    let page = SiteFixture.page(
      "\"`= row.country`\"", "Text.", "each: {query: producers, key: iso3}")
    let prediction = try explain("output.tonnes", ["c/[iso3].md": page]).prediction
    #expect(prediction.pages.contains("index.html"))
    #expect(prediction.pages.contains("c/chn.html"))
  }

  @Test("a value in a page's description changes the lists that repeat it")
  func headPrediction() throws {
    let page = """
      ---
      title: A
      description: "China mined `= producers[iso3=CHN].tonnes` tonnes in the last year that is known to us."
      tags: [mining]
      ---

      """
    let prediction = try explain("output.tonnes", ["a.md": page]).prediction
    #expect(prediction.contains(output: "tags/mining.html"))
    #expect(prediction.contains(output: "index.html"))
  }

  // MARK: Reports

  @Test("the text gives rows with file and line, and what may change")
  func text() throws {
    let text = try explain("report.md:producers[iso3=CHN].tonnes").text
    #expect(text.hasPrefix("value report.md:producers[iso3=CHN].tonnes (report.md:6)\n"))
    #expect(text.contains("  data/output.csv:2: "))
    #expect(text.contains("@mcs-2025 Mineral summaries 2025; USGS; published 2025-01-31"))
    #expect(text.contains("may change: pages\n  report.html\n"))
  }

  @Test("the JSON holds the same")
  func json() throws {
    let text = try explain("output").json
    let node = try #require(JSONReader.read(text, path: "explain", into: .init()))
    #expect(node["kind"]?.string == "table")
    #expect(node["from"]?["tables"]?.list?.first?["name"]?.string == "output")
    #expect(node["to"]?["figures"]?.list?.count == 2)
  }
}
