import Diagnostics
import Tables
import Testing

@testable import Queries

@Suite("Faults at their place in the author's text")
struct PlaceTests {
  @Test("an unknown column is found on its line, with a near miss")
  func unknownColumn() throws {
    let test = try TestStore()
    #expect(test.run("SELECT country,\n  tons\nFROM production") == nil)
    #expect(test.faults == ["page.md:11:3 query.unknown-column"])
    #expect(test.messages.contains("did you mean tonnes?"))
  }

  @Test("an unknown column of a table is found by its table's name")
  func unknownQualifiedColumn() throws {
    let test = try TestStore()
    #expect(test.run("SELECT p.yeer AS y FROM production p") == nil)
    #expect(test.faults.first?.hasPrefix("page.md:10:1") == true)
    #expect(test.messages.contains("did you mean year?"))
  }

  @Test("an unknown table is found, with a near miss")
  func unknownTable() throws {
    let test = try TestStore()
    #expect(test.run("SELECT 1 AS x\nFROM productoin") == nil)
    #expect(test.faults == ["page.md:11:6 query.unknown-table"])
    #expect(test.messages.contains("did you mean production?"))
  }

  @Test("an unknown function is found, with a near miss")
  func unknownFunction() throws {
    let test = try TestStore()
    #expect(test.run("SELECT medain(tonnes) AS m FROM production") == nil)
    #expect(test.faults == ["page.md:10:12 query.unknown-function"])
    #expect(test.messages.contains("did you mean median()?"))
  }

  @Test("a fault of syntax is found at its word")
  func syntax() throws {
    let test = try TestStore()
    #expect(test.run("SELECT country\nFORM production") == nil)
    #expect(test.faults.first?.hasPrefix("page.md:11:") == true)
  }

  @Test("a fault after letters beyond ASCII is found by Unicode scalars")
  func unicodeColumns() throws {
    let test = try TestStore()
    #expect(test.run("SELECT 'é€😀' AS a, tons FROM production") == nil)
    #expect(test.faults == ["page.md:10:24 query.unknown-column"])
  }

  @Test("a fault in a query that is used is reported in that query's file")
  func faultInDependency() throws {
    let test = try TestStore(queries: [
      "output": "-- all\nSELECT country,\n       tons FROM production"
    ])
    #expect(test.run("WITH a AS (SELECT 1 AS x) SELECT country FROM output, a") == nil)
    #expect(test.faults == ["queries/output.sql:3:8 query.unknown-column"])
  }

  @Test("a fault behind queries and an own WITH is found in the own text")
  func faultBehindDependencies() throws {
    let test = try TestStore(queries: ["output": "SELECT country FROM production"])
    #expect(test.run("WITH a AS (\n SELECT 1 AS x)\nSELECT nowhere FROM output, a") == nil)
    #expect(test.faults == ["page.md:12:8 query.unknown-column"])
  }

  @Test("an indented fence counts its indentation")
  func columnShift() throws {
    let test = try TestStore()
    var query = test.query("SELECT country,\ntons FROM production")
    query.columnShift = 4
    #expect(test.session.run(query, into: test.collector) == nil)
    #expect(test.faults == ["page.md:11:5 query.unknown-column"])
  }

  @Test("a quote that does not close is found where it opens")
  func unterminatedText() throws {
    let test = try TestStore(queries: ["output": "SELECT 'abc AS x"])
    #expect(test.faults == ["queries/output.sql:1:8 query.syntax"])
    #expect(test.run("SELECT x FROM output") == nil)
    #expect(test.collector.sorted.count == 1)
  }

  @Test(
    "a nameless column and doubled names are errors",
    arguments: [
      "SELECT count(*) FROM production", "SELECT 1", "SELECT 'a'",
      "SELECT year, tonnes AS year FROM production", "SELECT year + 1 FROM production",
    ])
  func columnNames(_ sql: String) throws {
    let test = try TestStore()
    #expect(test.run(sql) == nil)
    #expect(test.faults == ["page.md:10:5 query.column-name"])
  }

  @Test("a quoted column name may hold anything")
  func quotedColumnName() throws {
    let test = try TestStore()
    let result = test.run("SELECT 1 AS \"share (%)\", 2 AS '2024'")
    #expect(result?.table.columns.map(\.name) == ["share (%)", "2024"])
  }

  @Test("an aggregate's complaint reaches the author")
  func aggregateFault() throws {
    let test = try TestStore()
    #expect(test.run("SELECT median(country) AS m FROM production") == nil)
    #expect(test.messages.contains("median() needs numbers"))
  }
}
