import Diagnostics
import Dispatch
import Synchronization
import Tables
import Testing

@testable import Queries

@Suite("Sessions")
struct SessionTests {
  @Test("sessions on several threads give equal results")
  func parallel() throws {
    let test = try TestStore(queries: [
      "totals": "SELECT year, sum(tonnes) AS t FROM production GROUP BY year"
    ])
    let store = test.store
    let results = Mutex<[Int: [QueryResult?]]>([:])
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      let collector = DiagnosticCollector()
      guard let session = try? store.session() else { return }
      let found = (0..<50).map { round in
        session.run(
          NamedQuery(
            name: "q\(round % 5)",
            sql: "SELECT year, t / \(round % 5 + 1) AS t FROM totals ORDER BY year",
            path: "page.md"), into: collector)
      }
      results.withLock { $0[thread] = found }
    }
    let all = results.withLock { $0 }
    #expect(all.count == 8)
    let first = try #require(all[0])
    #expect(first.allSatisfy { $0 != nil })
    for found in all.values {
      #expect(found.map { $0?.table } == first.map { $0?.table })
      #expect(found.map { $0?.reads } == first.map { $0?.reads })
    }
  }

  @Test("a session outlives the values it was made from")
  func lifetime() throws {
    func make() throws -> QuerySession { try TestStore().store.session() }
    let session = try make()
    let collector = DiagnosticCollector()
    let query = NamedQuery(name: "q", sql: "SELECT count(*) AS n FROM production", path: "p.md")
    #expect(session.run(query, into: collector)?.table.rows == [[.integer(5)]])
  }

  @Test("a fault leaves the session usable, and is reported each time")
  func afterFaults() throws {
    let test = try TestStore()
    for _ in 1...3 { #expect(test.run("SELECT tons FROM production") == nil) }
    #expect(test.collector.sorted.count == 1)
    #expect(try test.value("SELECT count(*) AS n FROM production") == .integer(5))
  }

  @Test("more queries than the session keeps compiled give the same results again")
  func manyQueries() throws {
    let test = try TestStore()
    for _ in 1...2 {
      for number in 0..<300 {
        #expect(try test.value("SELECT \(number) AS x") == .integer(number))
      }
    }
  }

  @Test("a compiled query takes new parameters")
  func rebinding() throws {
    let test = try TestStore()
    let sql = "SELECT sum(tonnes) AS t FROM production WHERE country = :c"
    #expect(try test.rows(sql, parameters: ["c": .text("China")]) == [[.number(525_000)]])
    #expect(try test.rows(sql, parameters: ["c": .text("Thailand")]) == [[.null]])
    #expect(try test.rows(sql, parameters: ["c": .null]) == [[.null]])
  }

  @Test("a store without tables answers")
  func emptyStore() throws {
    #expect(try TestStore([]).value("SELECT 1 + 1 AS x") == .integer(2))
  }

  @Test("keywords and quotes in column names survive")
  func oddColumns() throws {
    let table = TestTables.table(
      "odd", [TestTables.field("order", .string), TestTables.field("a \"b\"", .integer)],
      [[.text("x"), .integer(1)]])
    let test = try TestStore([table])
    let place = SourceLocation("page.md")
    #expect(test.session.read("odd", at: place, into: test.collector)?.table == table.table)
    #expect(try test.value("SELECT \"order\" FROM odd") == .text("x"))
  }
}

@Suite("Conditions of claims")
struct ConditionTests {
  private func evaluate(
    _ condition: String, _ test: TestStore, bindings: [String: DataValue] = [:]
  ) -> DataValue? {
    test.session.evaluate(
      condition: condition, bindings: bindings, path: "page.md",
      origin: SourcePosition(line: 7, column: 3), scope: test.scope(["mine": "SELECT 2 AS x"]),
      into: test.collector)
  }

  @Test(
    "a condition has a value",
    arguments: [
      ("1 < 2", DataValue.integer(1)), ("NULL", .null), ("'text'", .text("text")),
      (":v1 BETWEEN 0.65 AND 0.75", .integer(1)), ("(SELECT x FROM mine) = 3", .integer(0)),
      ("max(:v1, 1) = 1 -- the larger", .integer(1)),
      ("EXISTS (SELECT 1 FROM reserves)", .integer(1)),
      ("(SELECT max(x) FROM mine) = 2", .integer(1)), ("about(:v1, 0.69, 0.05)", .integer(1)),
    ])
  func values(_ condition: String, _ expected: DataValue) throws {
    let test = try TestStore()
    #expect(evaluate(condition, test, bindings: ["v1": .number(0.7)]) == expected)
    #expect(test.faults.isEmpty)
  }

  @Test(
    "an aggregate over one value is an error with the remedy", arguments: ["max(:v)", "sum(:v)"])
  func aggregates(_ condition: String) throws {
    let test = try TestStore()
    #expect(evaluate("1 = \(condition)", test, bindings: ["v": .integer(1)]) == nil)
    #expect(test.faults == ["page.md:7:7 query.syntax"])
    #expect(test.messages.contains("(SELECT"))
  }

  @Test(
    "what is no one expression is an error at its place",
    arguments: [
      ("1) FROM production --", "page.md:7:4"), ("1, 2", "page.md:7:4"), ("1; 2", "page.md:7:4"),
      ("(1", "page.md:7:4"), ("'a", "page.md:7:3"),
    ])
  func noExpression(_ condition: String, _ place: String) throws {
    let test = try TestStore()
    #expect(evaluate(condition, test) == nil)
    #expect(test.faults == ["\(place) query.syntax"])
  }

  @Test("5% is not SQL, and the place is on the claim's line")
  func percent() throws {
    let test = try TestStore()
    #expect(evaluate("1 < 5%", test) == nil)
    #expect(test.faults.count == 1)
    #expect(test.faults.first?.hasPrefix("page.md:7:") == true)
  }

  @Test("an unknown name in a condition is found")
  func unknownName() throws {
    let test = try TestStore()
    #expect(evaluate("1 <\n tons", test) == nil)
    #expect(test.faults == ["page.md:8:2 query.unknown-column"])
  }
}
