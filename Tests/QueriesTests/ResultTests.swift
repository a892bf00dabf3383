import Diagnostics
import Tables
import Testing

@testable import Queries

@Suite("What results mean")
struct ResultTests {
  @Test("values come back as they went in, whatever SQLite stores")
  func roundTrip() throws {
    let test = try TestStore()
    let result = test.run("SELECT * FROM production ORDER BY rowid")
    #expect(result?.table == TestTables.production.table)
  }

  @Test("whole numbers with a unit divide with fraction, others do not")
  func division() throws {
    let test = try TestStore()
    #expect(
      try test.value("SELECT tonnes / 2000000 AS x FROM production LIMIT 1") == .number(0.1275))
    #expect(try test.value("SELECT mines / 2 AS x FROM production LIMIT 1") == .integer(1))
  }

  @Test("an amount beyond 2^53 with a unit is an error")
  func inexact() throws {
    let big = TestTables.table(
      "big", [TestTables.field("tonnes", .integer, unit: "t")], [[.integer(1 << 53)]])
    let odd = TestTables.table(
      "odd", [TestTables.field("tonnes", .integer, unit: "t")], [[.integer((1 << 53) + 1)]])
    #expect(try TestStore([big]).faults.isEmpty)
    #expect(try TestStore([odd]).faults == ["data/odd.csv:1:1 table.inexact"])
  }

  @Test("computed columns have the type of their values")
  func valueTypes() throws {
    let test = try TestStore()
    let result = test.run(
      """
      SELECT 1 AS i, 1.5 AS r, 'a' AS t, NULL AS n
      UNION ALL SELECT 2, 2, 'b', NULL
      """)
    #expect(result?.table.columns.map(\.type) == [.integer, .number, .string, .any])
    #expect(result?.table.rows.last == [.integer(2), .number(2), .text("b"), .null])
  }

  @Test("a measure gives a computed column title, unit and format by its name")
  func measures() throws {
    let share = Measure(title: "Share of output", unit: DataUnit("1"), format: ".1%")
    let test = try TestStore(measures: ["share_of_total": share])
    let result = test.run(
      "SELECT tonnes / sum(tonnes) OVER () AS share_of_total FROM production WHERE year = 2023")
    #expect(
      result?.table.columns == [
        DataColumn(
          "share_of_total", .number, title: "Share of output", unit: DataUnit("1"), format: ".1%")
      ])
  }

  @Test("a column passed on keeps unit and format under any name, and its title under its own")
  func aliases() throws {
    let test = try TestStore()
    let columns = test.run("SELECT tonnes, tonnes AS output FROM production")?.table.columns
    #expect(columns?.map { $0.unit?.symbol } == ["t", "t"])
    #expect(columns?.map(\.format) == [",d", ",d"])
    #expect(columns?.map(\.title) == ["The tonnes", nil])
  }

  @Test("tonnes under the name of a share are an error at the name")
  func unitConflict() throws {
    let test = try TestStore(measures: ["share": Measure(unit: DataUnit("1"))])
    #expect(test.run("SELECT country, tonnes AS share FROM production") == nil)
    #expect(test.faults == ["page.md:10:31 query.unit-conflict"])
    #expect(test.run("SELECT tonnes / 2 AS share FROM production") != nil)
  }

  @Test("the outer ORDER BY and its columns are known")
  func orderKeys() throws {
    let test = try TestStore()
    let sql =
      "SELECT country, tonnes AS t, year AS y FROM production ORDER BY 2 DESC, Country, p.year"
    let result = test.run(sql.replacing("production", with: "production p"))
    #expect(result?.isOrdered == true)
    #expect(result?.orderKeys == [1, 0, 2])
  }

  @Test(
    "an inner order is no order of the result",
    arguments: [
      "SELECT year FROM (SELECT year FROM production ORDER BY year)",
      "SELECT row_number() OVER (ORDER BY year) AS n FROM production",
      "WITH x AS (SELECT year FROM production ORDER BY year) SELECT year FROM x LIMIT 3",
    ])
  func innerOrder(_ sql: String) throws {
    let test = try TestStore()
    #expect(test.run(sql)?.isOrdered == false)
  }

  @Test(
    "the first row is clear where the order puts it before the second",
    arguments: [
      ("SELECT country, year FROM production ORDER BY tonnes DESC", true),
      ("SELECT country, tonnes FROM production ORDER BY tonnes DESC", true),
      ("SELECT country, year FROM production ORDER BY year", false),
      ("SELECT country, year FROM production", false),
      ("SELECT max(tonnes) AS most FROM production", true),
      ("SELECT country FROM production WHERE year = 1900", true),
    ])
  func firstRow(_ sql: String, _ isClear: Bool) throws {
    let test = try TestStore()
    #expect(test.run(sql)?.hasClearFirstRow == isClear)
  }

  @Test(
    "a result that rests on no declared order is told apart",
    arguments: [
      ("SELECT country, year FROM production", true),
      ("SELECT country, year FROM production ORDER BY country, year", false),
      ("SELECT count(*) AS n FROM production", false),
      ("SELECT year FROM production ORDER BY year", false),
    ])
  func dependsOnOrder(_ sql: String, _ depends: Bool) throws {
    let test = try TestStore()
    #expect(try test.session.dependsOnOrder(test.query(sql)) == depends)
  }

  @Test("sources come from the row's column, each id by itself")
  func rowSources() throws {
    let test = try TestStore()
    let result = test.run("SELECT tonnes, source FROM production WHERE year = 2024 ORDER BY 1 DESC")
    #expect(result?.exactLineage == true)
    #expect(result?.sources(row: 0) == ["s2"])
    #expect(result?.sources(row: 1) == ["s2", "s3"])
    #expect(result?.sources == ["s2", "s3"])
  }

  @Test("without the column, sources are those of the tables read, and lineage is not exact")
  func tableSources() throws {
    let test = try TestStore()
    let result = test.run("SELECT tonnes FROM production WHERE year = 2023")
    #expect(result?.exactLineage == false)
    #expect(result?.sources(row: 0) == ["s1", "s2", "s3"])
  }

  @Test("a row's period is the declared column, where it is passed on")
  func period() throws {
    let test = try TestStore()
    let result = test.run("SELECT tonnes, year AS y FROM production ORDER BY country, year")
    #expect(result?.period(row: 0) == .integer(2023))
    #expect(test.run("SELECT tonnes FROM production")?.period(row: 0) == nil)
  }

  @Test("units by row come from the unit column, with the catalogue's name")
  func unitsByRow() throws {
    var amount = TestTables.field("amount", .number)
    amount.unit = .column("unit")
    let table = TestTables.table(
      "series", [amount, TestTables.field("unit", .string)],
      [[.number(2), .text("kt")], [.number(3), .text("USD")]])
    let kilotonne = DataUnit("kt", name: "thousand tonnes")
    let test = try TestStore([table], units: UnitCatalog([kilotonne]))
    let result = try #require(test.run("SELECT unit AS u, amount FROM series ORDER BY amount"))
    #expect(result.unitColumn(of: 1) == 0)
    #expect(result.unit(row: 0, column: 1) == kilotonne)
    #expect(result.unit(row: 1, column: 1) == DataUnit("USD"))
    #expect(test.run("SELECT amount FROM series")?.lacksUnitColumn(0) == true)
  }
}
