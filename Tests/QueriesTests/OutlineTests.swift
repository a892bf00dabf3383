import Diagnostics
import Tables
import Testing

@testable import Queries

@Suite("The outline of an SQL text")
struct OutlineTests {
  @Test(
    "tables are the names in FROM clauses and after IN",
    arguments: [
      ("SELECT a FROM b, c JOIN d ON d.x = c.x, e", ["b", "c", "d", "e"]),
      ("SELECT a FROM (b JOIN c USING (x)), (SELECT y FROM d) AS e", ["b", "c", "d"]),
      ("SELECT a IS NOT DISTINCT FROM b, c FROM d", ["d"]),
      ("SELECT a FROM main.b WHERE c IN d AND e IN (f, g)", ["b", "d"]),
      ("SELECT max(a, b) FROM \"C d\" UNION SELECT x FROM [e]", ["c d", "e"]),
      ("SELECT sum(a) OVER (ORDER BY b), c FROM d WINDOW w AS (PARTITION BY e)", ["d"]),
      ("VALUES (1, 2), (3, 4)", []),
      ("SELECT 'FROM a' -- FROM b\n /* FROM c */ FROM d", ["d"]),
    ])
  func references(_ sql: String, _ expected: [String]) {
    #expect(SQLOutline(sql).references.map(\.name) == expected)
  }

  @Test("subqueries named by WITH are known at every depth, with their columns")
  func definitions() {
    let outline = SQLOutline(
      """
      WITH a AS (SELECT 1), b(x, y) AS NOT MATERIALIZED (WITH c AS (SELECT 2) SELECT 1, 2 FROM c)
      SELECT * FROM (WITH d AS (SELECT 3 UNION SELECT 4) SELECT * FROM d)
      """)
    #expect(outline.definitions.map(\.name) == ["a", "b", "c", "d"])
    #expect(outline.definitions.map(\.columnCount) == [nil, 2, nil, nil])
    #expect(outline.definitions.map(\.isCompound) == [false, false, false, true])
    #expect(outline.references.map(\.owner) == [1, nil])
    #expect(!outline.hasNestedCompound)
  }

  @Test(
    "the outer order is known by its terms",
    arguments: [
      (
        "SELECT a FROM b ORDER BY a DESC, 2, c.d NULLS LAST LIMIT 3",
        [SQLOutline.OrderTerm.name("a"), .position(1), .name("d")]
      ),
      (
        "SELECT a FROM b ORDER BY a + 1, max(a, b), \"Q q\" COLLATE title ASC",
        [.expression, .expression, .name("Q q")]
      ),
    ])
  func order(_ sql: String, _ expected: [SQLOutline.OrderTerm]) {
    #expect(SQLOutline(sql).order == expected)
  }

  /// Words in an order that a linear congruential generator gives.
  private func soup(_ seed: UInt64) -> String {
    let words = [
      "SELECT", "FROM", "WITH", "RECURSIVE", "AS", "(", ")", ",", "x", "y", "production", "UNION",
      "ALL", "EXCEPT", "ORDER", "BY", "LIMIT", "IN", "EXISTS", "1", "'a'", "\"q\"", ".", "JOIN",
      "ON",
      "USING", "*", ":p", "VALUES", "WHERE", "OVER", "median", "sum", "é", "--\n", "/* */", ";",
      "'",
      "GROUP", "HAVING", "CASE", "END", "IS", "DISTINCT", "NOT", "=", "tonnes", "COLLATE", "title",
    ]
    var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    let start = ["SELECT", "WITH", "VALUES ("][next() % 3]
    return ([start] + (0..<(next() % 30)).map { _ in words[next() % words.count] })
      .joined(separator: " ")
  }

  @Test("words in any order are read without a trap, and the places stay in order")
  func wordSoup() {
    for seed in 0..<5_000 {
      let sql = soup(UInt64(seed))
      let outline = SQLOutline(sql)
      #expect(outline.body.upperBound <= sql.utf8.count)
      #expect(outline.branches.allSatisfy { $0.upperBound <= outline.body.upperBound })
    }
  }

  @Test("words in any order run to rows or to a diagnostic")
  func wordSoupRuns() throws {
    let test = try TestStore(queries: ["q": "SELECT tonnes AS x FROM production UNION SELECT 1"])
    for seed in 0..<1_500 {
      let collector = DiagnosticCollector()
      let query = test.query(soup(UInt64(seed)) + (seed % 2 == 0 ? "" : " FROM q"))
      let result = test.session.run(query, parameters: ["p": .integer(1)], into: collector)
      #expect((result == nil) == collector.hasErrors, "\(query.sql)")
    }
  }

  @Test("branches end where the order begins")
  func branches() {
    let sql = "WITH x AS (SELECT 1) SELECT 2 UNION ALL SELECT 3 ORDER BY 1"
    let outline = SQLOutline(sql)
    let texts = outline.branches.map { String(decoding: Array(sql.utf8)[$0], as: UTF8.self) }
    #expect(texts == ["SELECT 2 ", "SELECT 3 "])
  }

  @Test(
    "any text is read to its end",
    arguments: [
      "'", "\"", "[", "/*", "(", ")))", ":", "WITH", "WITH a AS", "SELECT FROM", "WITH a AS (", "é",
      "\u{0}",
      "ORDER BY", "VALUES (1) ORDER BY 1 SELECT 2", "SELECT 1 ORDER", "SELECT x IN",
      "SELECT a FROM b.", ",", "WITH , (", "VALUES",
      "--",
    ])
  func anyText(_ sql: String) {
    let outline = SQLOutline(sql)
    #expect(outline.body.upperBound <= sql.utf8.count)
  }
}
