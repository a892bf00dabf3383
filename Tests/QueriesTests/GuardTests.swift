import Diagnostics
import Tables
import Testing

@testable import Queries

@Suite("The guard around the author's SQL")
struct GuardTests {
  @Test(
    "what is no query is refused at its first word",
    arguments: [
      "ATTACH 'x.db' AS x", "PRAGMA writable_schema = 1", "PRAGMA query_only = 0",
      "DROP TABLE production", "INSERT INTO reserves VALUES (1, 2, 3, 4)",
      "CREATE TEMP TABLE t (x)", "COMMIT", "BEGIN", "SAVEPOINT s", "DETACH main", "REINDEX",
      "ANALYZE", "VACUUM INTO 'x.db'", "UPDATE reserves SET tonnes = 0 RETURNING tonnes",
      "DELETE FROM reserves", "EXPLAIN SELECT 1 AS x", "EXPLAIN QUERY PLAN SELECT 1 AS x",
    ])
  func refusesStatements(_ sql: String) throws {
    let test = try TestStore()
    #expect(test.run(sql) == nil)
    #expect(test.faults == ["page.md:10:5 query.syntax"])
    #expect(test.messages.contains("begins with SELECT"))
  }

  @Test(
    "a change behind WITH is refused",
    arguments: [
      "WITH x AS (SELECT 1) DELETE FROM reserves",
      "WITH x AS (SELECT 1) INSERT INTO reserves SELECT 1, 2, 3, 4",
      "WITH x AS (SELECT 1) UPDATE reserves SET tonnes = 0",
    ])
  func refusesChanges(_ sql: String) throws {
    let test = try TestStore()
    #expect(test.run(sql) == nil)
    #expect(test.collector.hasErrors)
    #expect(try test.value("SELECT count(*) AS n FROM reserves") == .integer(2))
  }

  @Test(
    "SQLite's own tables are no tables of the site",
    arguments: [
      "SELECT * FROM sqlite_schema", "SELECT * FROM sqlite_master",
      "SELECT * FROM sqlite_temp_master",
      "SELECT * FROM main.sqlite_schema", "SELECT 1 AS x WHERE 'a' IN sqlite_schema",
    ])
  func refusesSchema(_ sql: String) throws {
    let test = try TestStore()
    #expect(test.run(sql) == nil)
    #expect(test.faults.allSatisfy { $0.hasSuffix("query.unknown-table") })
  }

  @Test(
    "table functions are refused at their name",
    arguments: [
      "pragma_table_info('production')", "json_each('[1, 2]')", "generate_series(1, 10)",
    ])
  func refusesTableFunctions(_ call: String) throws {
    let test = try TestStore()
    #expect(test.run("SELECT * FROM \(call)") == nil)
    #expect(test.faults == ["page.md:10:19 query.refused"])
  }

  @Test(
    "functions beyond the allowed ones are refused at their name",
    arguments: [
      "load_extension('x')", "random()", "randomblob(9)", "printf('%.*c', 900000000, 'x')",
      "format('%d', 1)", "zeroblob(9)", "sqlite_version()", "changes()", "last_insert_rowid()",
    ])
  func refusesFunctions(_ call: String) throws {
    let test = try TestStore()
    #expect(test.run("SELECT 1 AS a, \(call) AS x") == nil)
    #expect(test.faults == ["page.md:10:20 query.refused"])
  }

  @Test("randomness and clock are refused in clear words")
  func namesTheReason() throws {
    let test = try TestStore()
    _ = test.run("SELECT random() AS x")
    _ = test.run("SELECT CURRENT_TIMESTAMP AS x")
    #expect(test.messages.contains("draws lots"))
    #expect(test.messages.contains("reads the clock"))
  }

  @Test(
    "every way to the present time is reported",
    arguments: [
      "date('now')", "date()", "date('no' || 'w')", "time('now')", "datetime()", "julianday('now')",
      "strftime('%Y')", "unixepoch()", "strftime('%s', 'now')",
    ])
  func refusesClock(_ call: String) throws {
    let test = try TestStore()
    #expect(test.run("SELECT \(call) AS x") == nil)
    #expect(test.faults == ["page.md:10:12 query.refused"])
    #expect(test.messages.contains("reads the clock"))
  }

  @Test("the clock is found behind a filter and in a query that was compiled before")
  func refusesClockEachTime() throws {
    let test = try TestStore()
    for _ in 1...2 {
      #expect(test.run("SELECT year FROM production WHERE year < date('now')") == nil)
    }
    #expect(try test.value("SELECT date('2024-02-28', '+2 days') AS x") == .text("2024-03-01"))
  }

  @Test("the machine's time zone cannot be asked for", arguments: ["localtime", "utc"])
  func refusesLocalTime(_ modifier: String) throws {
    let test = try TestStore()
    #expect(test.run("SELECT datetime('2024-01-01 12:00', '\(modifier)') AS x") == nil)
    #expect(test.messages.contains("time zone"))
  }

  @Test("a second statement is refused at its semicolon")
  func refusesSecondStatement() throws {
    let test = try TestStore()
    #expect(test.run("SELECT 1 AS x; SELECT 2 AS y") == nil)
    #expect(test.faults == ["page.md:10:18 query.syntax"])
  }

  @Test("a closing semicolon and a comment after it are fine")
  func allowsSemicolon() throws {
    let test = try TestStore()
    #expect(try test.value("SELECT 1 AS x ; -- the end") == .integer(1))
    #expect(try test.value("SELECT 1 AS x /* the end */;") == .integer(1))
  }

  @Test("an empty query is refused", arguments: ["", "  \n", "-- nothing", ";"])
  func refusesNothing(_ sql: String) throws {
    let test = try TestStore()
    #expect(test.run(sql) == nil)
    #expect(test.messages.contains("empty"))
  }

  @Test("a NUL character is refused where it stands")
  func refusesNUL() throws {
    let test = try TestStore()
    #expect(test.run("SELECT 1 AS x\u{0}, 2 AS y") == nil)
    #expect(test.faults == ["page.md:10:18 query.syntax"])
  }

  @Test("a parenthesis too many cannot leave the query")
  func refusesUnbalanced() throws {
    let test = try TestStore()
    #expect(test.run("SELECT 1 AS x) SELECT (2") == nil)
    #expect(test.faults == ["page.md:10:18 query.syntax"])
    #expect(test.run("SELECT (1 AS x") == nil)
  }

  @Test(
    "an endless query is stopped",
    arguments: [
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) AS n FROM c",
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c WHERE x < 0",
    ])
  func stopsEndless(_ sql: String) throws {
    var limits = QueryLimits()
    limits.time = .milliseconds(200)
    let test = try TestStore(limits: limits)
    #expect(test.run(sql) == nil)
    #expect(test.messages.contains("takes too long"))
    #expect(try test.value("SELECT 1 AS x") == .integer(1))
  }

  @Test("a cross join without end is stopped")
  func stopsCrossJoin() throws {
    var limits = QueryLimits()
    limits.time = .milliseconds(200)
    let test = try TestStore(limits: limits)
    let tables = (1...14).map { "production AS p\($0)" }.joined(separator: ", ")
    #expect(test.run("SELECT count(*) AS n FROM \(tables)") == nil)
    #expect(test.messages.contains("takes too long"))
  }

  @Test("rows beyond the cap are an error, not a shorter result")
  func capsRows() throws {
    var limits = QueryLimits()
    limits.rows = 1_000
    let test = try TestStore(limits: limits)
    let sql = """
      WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT :n) SELECT x FROM c
      """
    #expect(try test.rows(sql, parameters: ["n": .integer(1_000)]).count == 1_000)
    #expect(test.run(sql, parameters: ["n": .integer(1_001)]) == nil)
    #expect(test.messages.contains("too many rows"))
  }

  @Test("a text beyond the limit is an error")
  func capsTexts() throws {
    let test = try TestStore()
    #expect(
      test.run("SELECT replace(hex('\(String(repeating: "a", count: 45_000))'), '6', 'aaaa') AS x")
        == nil)
    #expect(test.messages.contains("too long"))
  }

  @Test("thousands of parentheses are a clean error")
  func capsDepth() throws {
    let test = try TestStore()
    let deep = String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000)
    #expect(test.run("SELECT \(deep) AS x") == nil)
    #expect(test.collector.hasErrors)
  }

  @Test("subqueries that double at each step are counted before SQLite copies them")
  func capsExpansion() throws {
    let test = try TestStore()
    var sql = "WITH q0 AS (SELECT 1 AS x)"
    for step in 1...40 { sql += ", q\(step) AS (SELECT a.x FROM q\(step - 1) a, q\(step - 1) b)" }
    #expect(test.run(sql + " SELECT x FROM q40") == nil)
    #expect(test.messages.contains("too many tables"))
  }

  @Test("queries that double at each step are counted as well")
  func capsQueryExpansion() throws {
    var queries = ["q0": "SELECT 1 AS x"]
    for step in 1...40 { queries["q\(step)"] = "SELECT a.x FROM q\(step - 1) a, q\(step - 1) b" }
    let test = try TestStore(queries: queries)
    #expect(test.run("SELECT x FROM q40") == nil)
    #expect(test.messages.contains("too many tables"))
    #expect(try test.value("SELECT x FROM q5") == .integer(1))
  }

  @Test("bytes and infinite numbers are no values")
  func refusesOddValues() throws {
    let test = try TestStore()
    #expect(test.run("SELECT x'00ff' AS x") == nil)
    #expect(test.run("SELECT 1e308 * 10 AS x") == nil)
    #expect(test.faults.allSatisfy { $0.hasSuffix("query.value") })
    #expect(test.collector.sorted.count == 2)
  }

  @Test("a name in double quotes is no text")
  func refusesQuotedText() throws {
    let test = try TestStore()
    #expect(test.run("SELECT year FROM production WHERE country = \"Chile\"") == nil)
    #expect(test.messages.contains("single quotes"))
  }
}
