import Diagnostics
import Testing

@testable import Queries
@testable import Tables

/// The rows that values are made from, as told by the query itself.
@Suite struct RowOriginsTests {
  private static let output = TestTables.table(
    "output",
    [
      TestTables.field("species", .string), TestTables.field("year", .year),
      TestTables.field("tonnes", .integer, unit: "t"), TestTables.field("source", .string),
    ],
    [
      [.text("Cod"), .integer(2023), .integer(900), .text("a")],
      [.text("Cod"), .integer(2023), .integer(950), .text("b")],
      [.text("Cod"), .integer(2024), .integer(800), .text("b")],
      [.text("Eel"), .integer(2023), .integer(30), .text("a")],
      [.text("Eel"), .integer(2024), .integer(20), .text("b")],
    ]
  ) { _, resource in
    resource.vintages = .init(
      same: ["species", "year"], by: "source", values: ["tonnes"], prefer: ["b", "a"],
      tolerance: 0)
  }

  private static let prices = TestTables.table(
    "prices", [TestTables.field("species", .string), TestTables.field("price", .number)],
    [[.text("Cod"), .number(4)], [.text("Eel"), .number(9)]])

  /// The rows of `output` behind a column, row by row of the result; nil where it cannot be told.
  private func rows(
    _ sql: String, _ column: String = "v", _ queries: [String: String] = [:],
    parameters: [String: DataValue] = [:]
  ) throws -> [[String: [Int]]]? {
    try origins(sql, column, queries, parameters: parameters)?.map(\.rows)
  }

  private func origins(
    _ sql: String, _ column: String = "v", _ queries: [String: String] = [:],
    parameters: [String: DataValue] = [:]
  ) throws -> [RowOrigins]? {
    let store = try TestStore([Self.output, Self.prices], queries: queries)
    let scope = store.scope(["q": sql])
    let result = try #require(
      store.session.read(
        "q", scope: scope, parameters: parameters, at: SourceLocation("page.md"),
        into: store.collector), "\(store.messages)")
    return store.session.rowOrigins(
      of: "q", columns: [column], result: result, scope: scope, parameters: parameters)
  }

  @Test(
    "a value rests on the rows whose cells it is computed from",
    arguments: [
      ("SELECT tonnes AS v FROM output WHERE year = 2024 ORDER BY species", [[2], [4]]),
      ("SELECT sum(tonnes) AS v FROM output WHERE year = 2024", [[2, 4]]),
      (
        "SELECT species, max(tonnes) AS v FROM output GROUP BY species ORDER BY 1",
        [[0, 1, 2], [3, 4]]
      ),
      ("SELECT count(*) AS v FROM output WHERE source = 'a'", [[0, 3]]),
      ("SELECT 10 AS v FROM output WHERE year = 2024", [[], []]),
      (
        "SELECT tonnes / sum(tonnes) OVER () AS v FROM output WHERE year = 2024 ORDER BY species",
        [[2, 4], [2, 4]]
      ),
      (
        "SELECT tonnes / sum(tonnes) OVER (PARTITION BY species) AS v FROM output ORDER BY species, year, source",
        [[0, 1, 2], [0, 1, 2], [0, 1, 2], [3, 4], [3, 4]]
      ),
      (
        """
        SELECT b.tonnes - a.tonnes AS v FROM output AS a JOIN output AS b ON b.species = a.species
        WHERE a.year = 2023 AND b.year = 2024 AND a.source = 'a' ORDER BY a.species
        """, [[0, 2], [3, 4]]
      ),
      (
        """
        SELECT o.tonnes AS v FROM output AS o
        JOIN (SELECT species, max(year) AS year FROM output GROUP BY species) AS last
          ON last.species = o.species AND last.year = o.year ORDER BY o.species
        """, [[2], [4]]
      ),
      (
        "SELECT tonnes / (SELECT sum(tonnes) FROM output WHERE year = 2024) AS v FROM output WHERE year = 2023 AND source = 'b'",
        [[1, 2, 4]]
      ),
      (
        "SELECT (SELECT n.tonnes - o.tonnes FROM output AS n WHERE n.species = o.species AND n.year = 2024) AS v FROM output AS o WHERE o.source = 'a' ORDER BY species",
        [[0, 2], [3, 4]]
      ),
      (
        "SELECT tonnes AS v FROM output WHERE species IN (SELECT species FROM prices WHERE price > 5) ORDER BY year",
        [[3], [4]]
      ),
      (
        "SELECT CASE WHEN year = 2024 THEN tonnes END AS v FROM output WHERE species = 'Eel' ORDER BY year",
        [[], [4]]
      ),
      (
        "SELECT species, sum(CASE WHEN year = 2024 THEN tonnes ELSE 0 END) AS v FROM output GROUP BY species ORDER BY 1",
        [[2], [4]]
      ),
      (
        "SELECT max(CASE year WHEN 2024 THEN tonnes END) - max(CASE WHEN year = 2023 AND source = 'a' THEN tonnes END) AS v FROM output WHERE species = 'Cod'",
        [[0, 2]]
      ),
      ("SELECT sum(CASE WHEN year = 2024 THEN 1 ELSE 0 END) AS v FROM output", [[2, 4]]),
      (
        "SELECT CASE WHEN a.tonnes > 100 THEN a.tonnes ELSE CASE WHEN 1 THEN b.tonnes END END AS v FROM output AS a JOIN output AS b ON b.species = 'Eel' AND b.year = 2024 WHERE a.year = 2023 AND a.source = 'a' ORDER BY a.species",
        [[0], [4]]
      ),
      (
        "SELECT CASE WHEN tonnes > 100 THEN 'much' ELSE 'little' END AS v FROM output WHERE year = 2024 ORDER BY species",
        [[2], [4]]
      ),
      (
        "SELECT tonnes AS v FROM output WHERE source = 'a' UNION ALL SELECT -tonnes FROM output WHERE year = 2024 ORDER BY 1",
        [[2], [4], [3], [0]]
      ),
      (
        "WITH w(a, b) AS (SELECT species, sum(tonnes) FROM output WHERE year = 2024 GROUP BY species) SELECT b AS v FROM w ORDER BY a",
        [[2], [4]]
      ),
      (
        "WITH w AS (SELECT * FROM output WHERE year = 2024), u AS (SELECT w.* FROM w) SELECT sum(tonnes) AS v FROM u",
        [[2, 4]]
      ),
      (
        "SELECT max(a.tonnes, b.tonnes) AS v FROM output AS a, output AS b WHERE a.rowid = 1 AND b.rowid = 4",
        [[0, 3]]
      ),
      ("SELECT x.v FROM (SELECT sum(tonnes) AS v FROM output) AS x", [[0, 1, 2, 3, 4]]),
      ("SELECT tonnes AS v FROM output_preferred WHERE year = 2023 ORDER BY species", [[1], [3]]),
      (
        "SELECT sum(tonnes) v FROM output_preferred WHERE year IS NOT DISTINCT FROM 2023", [[1, 3]]
      ),
    ])
  func rows(sql: String, expected: [[Int]]) throws {
    let found = try #require(try rows(sql))
    #expect(found.map { $0["output"] ?? [] } == expected)
    #expect(found.allSatisfy { $0["prices"] == nil })
  }

  @Test("rows go through the queries that a query uses, column by column")
  func queries() throws {
    let found = try rows(
      "SELECT worth / 2 AS v, total FROM worth WHERE species = 'Cod'", "v",
      [
        "latest": "SELECT species, tonnes FROM output_preferred WHERE year = 2024",
        "worth": """
        SELECT l.species, l.tonnes * p.price AS worth, (SELECT sum(tonnes) FROM output) AS total
        FROM latest AS l JOIN prices AS p USING (species)
        """,
      ])
    #expect(found == [["output": [2], "prices": [0]]])
  }

  @Test("rows beyond the limit are not followed, and those of other groups are")
  func limit() throws {
    let rows = (0..<RowUnion.limit + 2).map {
      [DataValue.text($0 < 2 ? "few" : "many"), .integer($0)]
    }
    let table = TestTables.table(
      "long", [TestTables.field("kind", .string), TestTables.field("n", .integer)], rows)
    let store = try TestStore([table])
    func origins(_ filter: String) throws -> [RowOrigins]? {
      let scope = store.scope(["q": "SELECT sum(n) AS v FROM long WHERE kind <> '\(filter)'"])
      let result = try #require(
        store.session.read("q", scope: scope, at: SourceLocation("page.md"), into: store.collector))
      return store.session.rowOrigins(of: "q", columns: ["v"], result: result, scope: scope)
    }
    #expect(try origins("many")?.map(\.rows) == [["long": [0, 1]]])
    #expect(try origins("few")?.first?.rows["long"]?.count == RowUnion.limit)
    #expect(try origins("") == nil)
  }

  @Test("a parameter has its value")
  func parameter() throws {
    let found = try rows(
      "SELECT sum(tonnes) AS v FROM output WHERE species = :species",
      parameters: ["species": .text("Eel")])
    #expect(found == [["output": [3, 4]]])
  }

  @Test("a value of the rows before is bound by all rows of its window")
  func bounds() throws {
    let sql =
      "SELECT tonnes - lag(tonnes) OVER (ORDER BY year) AS v FROM output WHERE species = 'Eel' ORDER BY year"
    let found = try #require(try origins(sql))
    #expect(found.map(\.rows) == [["output": [3, 4]], ["output": [3, 4]]])
    #expect(found.allSatisfy { $0.areBounds })
    for sql in [
      "SELECT sum(tonnes) FILTER (WHERE year = 2024) AS v FROM output",
      "SELECT sum(iif(year = 2024, tonnes, 0)) AS v FROM output",
      "SELECT coalesce(a.tonnes, b.tonnes) AS v FROM output AS a JOIN output AS b ON b.rowid = 5 WHERE a.rowid = 1",
    ] {
      #expect(try origins(sql)?.first?.areBounds == true, "\(sql)")
    }
    #expect(
      try origins("SELECT coalesce(tonnes, 0) AS v FROM output WHERE year = 2024")?.first?.areBounds
        == false)
    let whole = try #require(try origins("SELECT sum(tonnes) OVER () AS v FROM output"))
    #expect(!whole.contains { $0.areBounds })
  }

  @Test(
    "where a query gives other rows when it says whence they come, nothing is said",
    arguments: [
      "SELECT DISTINCT year AS v FROM output ORDER BY 1",
      "SELECT year AS v FROM output UNION SELECT year FROM output",
      "WITH RECURSIVE n(v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM n WHERE v < 3) SELECT v FROM n",
      "SELECT v FROM (WITH w AS (SELECT 1 AS v) SELECT v FROM w)",
    ])
  func unknown(sql: String) throws {
    let found = try rows(sql)
    #expect(found == nil)
  }

  @Test("authors cannot call what gathers rows by a name that is near to it")
  func hidden() {
    #expect(!QueryFunctions.allowed.contains(RowRewriter.column))
  }
}
