import Diagnostics
import Tables
import Testing

@testable import Queries

@Suite("Queries that use one another")
struct ScopeTests {
  @Test("queries of page and site use one another in any order")
  func chain() throws {
    let test = try TestStore(queries: [
      "zeta": "SELECT country, tonnes FROM alpha WHERE tonnes > 15000",
      "alpha": "SELECT country, tonnes FROM production WHERE year = 2023",
    ])
    let page = [
      "two": "SELECT country FROM one ORDER BY country",
      "one": "WITH own AS (SELECT * FROM zeta) SELECT * FROM own",
    ]
    let rows = try test.rows("SELECT country FROM two ORDER BY 1", page: page)
    #expect(rows == [[.text("Australia")], [.text("China")]])
  }

  @Test("the queries used are known, directly or not")
  func queriesUsed() throws {
    let test = try TestStore(queries: ["alpha": "SELECT year FROM production"])
    let result = test.run("SELECT year FROM beta", page: ["beta": "SELECT year FROM alpha"])
    #expect(result?.queries == ["alpha", "beta"])
    #expect(result?.reads.keys.sorted() == ["production"])
  }

  @Test("a circle is reported once, with all its members")
  func cycle() throws {
    let test = try TestStore(queries: [
      "a": "SELECT x FROM b", "b": "SELECT x FROM c", "c": "SELECT x\nFROM a",
      "d": "SELECT x FROM a",
    ])
    #expect(test.faults == ["queries/a.sql:1:15 query.cycle"])
    #expect(test.messages.contains("a -> b -> c -> a"))
    #expect(test.run("SELECT x FROM d") == nil)
    #expect(test.collector.sorted.count == 1)
  }

  @Test("a query that uses itself is a circle; a WITH that does is a recursion")
  func selfReference() throws {
    let test = try TestStore(queries: ["a": "SELECT x FROM a"])
    #expect(test.faults == ["queries/a.sql:1:15 query.cycle"])
    let sql =
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 3) SELECT * FROM c"
    #expect(try test.rows(sql).count == 3)
  }

  @Test("a column or an alias that is called like a query is no use of it")
  func namesThatAreNoUses() throws {
    let test = try TestStore(queries: [
      "tonnes": "SELECT year AS b FROM production", "b": "SELECT tonnes FROM production",
    ])
    #expect(test.faults.isEmpty)
    let result = test.run("SELECT p.tonnes AS b FROM production p ORDER BY b")
    #expect(result?.queries == [])
  }

  @Test("pages do not see one another's queries")
  func pagesArePrivate() throws {
    let test = try TestStore()
    #expect(try test.rows("SELECT x FROM mine", page: ["mine": "SELECT 1 AS x"]) == [[.integer(1)]])
    #expect(test.run("SELECT x FROM mine") == nil)
    #expect(test.faults == ["page.md:10:19 query.unknown-table"])
  }

  @Test("two pages may give a name to different queries")
  func samePrivateName() throws {
    let test = try TestStore()
    #expect(try test.rows("SELECT x FROM q", page: ["q": "SELECT 1 AS x"]) == [[.integer(1)]])
    #expect(try test.rows("SELECT x FROM q", page: ["q": "SELECT 2 AS x"]) == [[.integer(2)]])
  }

  @Test("names of tables, site queries and page queries may not clash")
  func clashes() throws {
    let test = try TestStore(queries: ["production": "SELECT 1 AS x", "q": "SELECT 1 AS x"])
    _ = test.scope(["reserves": "SELECT 1 AS x", "q": "SELECT 2 AS x"])
    #expect(test.collector.sorted.map(\.id) == ["name.taken", "name.taken", "name.taken"])
  }

  @Test(
    "names that are no names are refused with a proposal",
    arguments: ["us-imports", "Top", "select", "row", "sqlite_x", "9lives", ""])
  func invalidNames(_ name: String) throws {
    let test = try TestStore()
    _ = QueryScope(
      queries: [NamedQuery(name: name, sql: "SELECT 1 AS x", path: "page.md")], store: test.store,
      into: test.collector)
    #expect(test.collector.sorted.map(\.id) == ["name.invalid"])
  }

  @Test("a WITH may not hide a table or a query", arguments: ["reserves", "q"])
  func hiddenNames(_ name: String) throws {
    let test = try TestStore(queries: ["q": "SELECT 1 AS x"])
    #expect(test.run("WITH \(name) AS (SELECT 1 AS x) SELECT x FROM \(name)") == nil)
    #expect(test.faults == ["page.md:10:10 query.hidden-name"])
  }

  @Test("a query in parentheses, comments and a semicolon does not disturb those that use it")
  func untidyQueries() throws {
    let test = try TestStore(queries: [
      "a": "-- first\nWITH x AS (SELECT 1 AS n) SELECT n FROM x; -- last",
      "b": "SELECT n + 1 AS n FROM a /* the end */",
    ])
    #expect(try test.value("SELECT n FROM b -- here") == .integer(2))
  }

  @Test("parameters reach the query and those it uses")
  func parameters() throws {
    let test = try TestStore()
    let page = ["mine": "SELECT year, tonnes FROM production WHERE country = :country"]
    let rows = try test.rows(
      "SELECT tonnes FROM mine WHERE year = :year", page: page,
      parameters: ["country": .text("China"), "year": .integer(2024), "other": .null])
    #expect(rows == [[.integer(270_000)]])
  }

  @Test("a parameter without a value is an error with a near miss")
  func unboundParameter() throws {
    let test = try TestStore()
    let sql = "SELECT year FROM production WHERE country = :iso33"
    #expect(test.run(sql, parameters: ["iso3": .text("CHN")]) == nil)
    #expect(test.faults == ["page.md:10:49 query.parameter"])
    #expect(test.messages.contains("did you mean :iso3?"))
  }

  @Test("nameless parameters are refused", arguments: ["?", "?1", "@x", "$x"])
  func namelessParameters(_ parameter: String) throws {
    let test = try TestStore()
    #expect(test.run("SELECT \(parameter) AS x") == nil)
    #expect(test.faults == ["page.md:10:12 query.syntax"])
  }

  @Test("site queries take no parameters")
  func siteParameters() throws {
    let test = try TestStore(queries: ["q": "SELECT :x AS x"])
    #expect(test.faults == ["queries/q.sql:1:8 query.parameter"])
  }

  @Test("a table or a query is read by its name; an unknown name gets a near miss")
  func readByName() throws {
    let test = try TestStore(queries: ["q": "SELECT 1 AS x"])
    let place = SourceLocation("page.md", .init(.init(line: 3, column: 7)))
    let table = test.session.read("reserves", at: place, into: test.collector)
    #expect(table?.table == TestTables.reserves.table)
    #expect(test.session.read("q", at: place, into: test.collector)?.table.rows == [[.integer(1)]])
    #expect(test.session.read("reservs", at: place, into: test.collector) == nil)
    #expect(test.faults == ["page.md:3:7 query.unknown-name"])
    #expect(test.messages.contains("did you mean reserves?"))
  }
}
