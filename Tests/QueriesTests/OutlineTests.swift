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
      "ORDER BY", "SELECT 1 ORDER", "SELECT x IN", "SELECT a FROM b.", ",", "WITH , (", "VALUES",
      "--",
    ])
  func anyText(_ sql: String) {
    let outline = SQLOutline(sql)
    #expect(outline.body.upperBound <= sql.utf8.count)
  }
}
