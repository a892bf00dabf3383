import Diagnostics
import Tables
import Testing

@testable import Queries

@Suite("Where result columns come from")
struct OriginTests {
  /// Origins as `table.column`, `-` where there is none.
  private func origins(_ result: QueryResult?) -> [String] {
    (result?.origins ?? []).map { $0.map { "\($0.table).\($0.column)" } ?? "-" }
  }

  @Test(
    "a column passed on keeps its origin",
    arguments: [
      "SELECT tonnes FROM production",
      "SELECT tonnes AS t FROM production AS p",
      "SELECT p.tonnes AS t FROM production p JOIN sources s ON s.id = p.source",
      "SELECT t FROM (SELECT tonnes AS t FROM production)",
      "WITH x AS (SELECT tonnes AS t FROM production) SELECT t FROM x",
      "WITH x(t) AS (SELECT tonnes FROM production) SELECT t FROM x ORDER BY t LIMIT 2",
      "SELECT (SELECT tonnes FROM production WHERE year = 2024) AS t",
      "SELECT tonnes FROM production GROUP BY country, year",
      "SELECT DISTINCT tonnes FROM production",
    ])
  func passedOn(_ sql: String) throws {
    let test = try TestStore()
    let result = test.run(sql)
    #expect(origins(result) == ["production.tonnes"], "\(test.messages)")
    #expect(result?.table.columns.first?.unit?.symbol == "t")
    #expect(result?.table.columns.first?.type == .integer)
  }

  @Test(
    "a computed column has none",
    arguments: [
      "SELECT tonnes * 1 AS t FROM production", "SELECT +tonnes AS t FROM production",
      "SELECT max(tonnes) AS t FROM production", "SELECT sum(tonnes) AS t FROM production",
      "SELECT coalesce(tonnes, 0) AS t FROM production", "SELECT 1 AS t",
    ])
  func computed(_ sql: String) throws {
    let test = try TestStore()
    let result = test.run(sql)
    #expect(origins(result) == ["-"])
    #expect(result?.table.columns.first?.unit == nil)
  }

  @Test("origins reach through queries of queries")
  func throughQueries() throws {
    let test = try TestStore(queries: [
      "a": "SELECT country AS land, tonnes FROM production",
      "b": "SELECT land AS name, tonnes AS amount FROM a WHERE tonnes > 0",
    ])
    #expect(
      origins(test.run("SELECT amount, name FROM b"))
        == ["production.tonnes", "production.country"])
  }

  @Test("a union keeps the unit on which all branches agree, and loses one on which they do not")
  func unions() throws {
    let test = try TestStore()
    let result = test.run(
      """
      SELECT country, tonnes AS same, tonnes AS other, tonnes AS computed FROM production
      UNION ALL SELECT country, tonnes, usd, usd * 2 FROM reserves
      """)
    #expect(origins(result) == ["production.country", "production.tonnes", "-", "-"])
    #expect(result?.table.columns.map { $0.unit?.symbol } == [nil, "t", nil, nil])
  }

  @Test("a query over a union of queries knows what was lost there")
  func unionInQuery() throws {
    let test = try TestStore(queries: [
      "both":
        "SELECT tonnes AS a, tonnes AS b FROM production UNION SELECT usd, tonnes FROM reserves",
      "above": "SELECT a AS x, b AS y FROM both",
    ])
    #expect(origins(test.run("SELECT x, y FROM above ORDER BY x")) == ["-", "production.tonnes"])
    #expect(
      origins(test.run("SELECT o.x, p.tonnes FROM above o, production p"))
        == ["-", "production.tonnes"])
  }

  @Test("a recursion with named columns leaves the other columns' origins alone")
  func recursion() throws {
    let test = try TestStore()
    let result = test.run(
      """
      WITH RECURSIVE years(y) AS (SELECT 2023 UNION ALL SELECT y + 1 FROM years WHERE y < 2024)
      SELECT y, p.tonnes FROM years LEFT JOIN production p ON p.year = y AND p.country = 'China'
      """)
    #expect(origins(result) == ["-", "production.tonnes"])
  }

  @Test(
    "a compound subquery of WITH makes no claim about units",
    arguments: [
      "WITH x(a) AS (SELECT tonnes FROM production UNION SELECT usd FROM reserves) SELECT a FROM x",
      "WITH x(a) AS (SELECT usd FROM reserves UNION SELECT tonnes FROM production) SELECT a FROM x",
      "WITH x(a) AS (SELECT 1 UNION ALL SELECT tonnes FROM production) SELECT a FROM x",
      "WITH x AS (SELECT usd AS a FROM reserves EXCEPT SELECT tonnes FROM production) SELECT a FROM x",
      """
      WITH RECURSIVE x(a) AS (
        SELECT 1 UNION ALL SELECT p.tonnes FROM x JOIN production p ON p.mines = x.a LIMIT 5)
      SELECT a FROM x
      """,
      """
      WITH RECURSIVE x(a) AS (
        SELECT 1 UNION SELECT p.tonnes FROM x JOIN production p ON p.mines = x.a)
      SELECT a FROM x ORDER BY a
      """,
    ])
  func compoundDefinitions(_ sql: String) throws {
    let test = try TestStore()
    #expect(origins(test.run(sql)) == ["-"], "\(test.messages)")
  }

  @Test(
    "a compound subquery of WITH passes on the columns that mean the same in all of its branches",
    arguments: [
      """
      WITH x AS (SELECT country, tonnes FROM production UNION ALL SELECT country, tonnes FROM production)
      SELECT tonnes FROM x
      """,
      """
      WITH x(a) AS (SELECT tonnes FROM production UNION SELECT tonnes FROM reserves) SELECT a FROM x
      """,
      """
      WITH x AS (SELECT usd, tonnes FROM reserves UNION SELECT 1, tonnes FROM production),
        y AS (SELECT tonnes FROM x UNION ALL SELECT tonnes FROM x)
      SELECT tonnes FROM y
      """,
    ])
  func agreeingDefinitions(_ sql: String) throws {
    let test = try TestStore()
    let origin = try #require(origins(test.run(sql)).first, "\(test.messages)")
    #expect(origin.hasSuffix(".tonnes"), "\(origin)")
  }

  @Test("a compound subquery without column names leaves the other columns' origins alone")
  func compoundBesideOthers() throws {
    let test = try TestStore()
    let result = test.run(
      """
      WITH both AS (SELECT country, tonnes AS t FROM production UNION ALL SELECT country, usd FROM reserves)
      SELECT b.t, p.tonnes FROM both b JOIN production p USING (country)
      """)
    #expect(origins(result) == ["-", "production.tonnes"])
  }

  @Test("a union inside a FROM makes no claim about units")
  func nestedUnion() throws {
    let test = try TestStore()
    let sql =
      "SELECT t FROM (SELECT tonnes AS t FROM production UNION ALL SELECT usd FROM reserves)"
    #expect(origins(test.run(sql)) == ["-"])
  }

  @Test("a union inside IN does not matter")
  func operandUnion() throws {
    let test = try TestStore()
    let sql = """
      SELECT tonnes FROM production
      WHERE country IN (SELECT 'China' UNION SELECT country FROM reserves)
      """
    #expect(origins(test.run(sql)) == ["production.tonnes"])
  }

  @Test(
    "tables joined by USING or NATURAL are among those read",
    arguments: ["JOIN reserves USING (country)", "NATURAL JOIN (SELECT country FROM reserves)"])
  func usingIsRead(_ join: String) throws {
    let test = try TestStore()
    let result = test.run("SELECT p.year FROM production p \(join)")
    #expect(result?.reads.keys.sorted() == ["production", "reserves"])
  }

  @Test("tables that the planner takes out are among those read, with their columns")
  func unusedJoinIsRead() throws {
    let test = try TestStore()
    let result = test.run(
      "SELECT p.year FROM production p LEFT JOIN reserves r ON r.country = p.country")
    #expect(result?.reads["production"] == ["year", "country"])
    #expect(result?.reads.keys.contains("reserves") == true)
  }

  @Test("count(*) reads its table")
  func countIsRead() throws {
    let test = try TestStore()
    #expect(test.run("SELECT count(*) AS n FROM reserves")?.reads.keys.sorted() == ["reserves"])
  }

  @Test("lineage is known without values for the parameters")
  func lineage() throws {
    let test = try TestStore(queries: ["all_rows": "SELECT * FROM production"])
    let query = test.query("SELECT tonnes FROM all_rows WHERE country = :country")
    let lineage = test.session.lineage(of: query, into: test.collector)
    #expect(lineage?.columns == ["tonnes"])
    #expect(lineage?.origins == [ColumnOrigin(table: "production", column: "tonnes")])
    #expect(lineage?.reads.keys.sorted() == ["production"])
    #expect(lineage?.queries == ["all_rows"])
  }

  @Test("reads and origins are the same when the query is found compiled")
  func cached() throws {
    let test = try TestStore()
    let sql = "SELECT p.tonnes FROM production p JOIN reserves USING (country)"
    let first = test.run(sql)
    let second = test.run(sql)
    #expect(first?.reads == second?.reads)
    #expect(first?.origins == second?.origins)
    #expect(first?.table == second?.table)
  }
}
