import Diagnostics
import Testing

@testable import Queries
@testable import Tables

@Suite("The generated views of preferred vintages")
struct PreferredViewTests {
  private static func vintages(
    prefer: [String] = [], same: [String] = ["country", "year"], by: String = "source"
  ) -> StoredTable {
    TestTables.table(
      "output",
      [
        TestTables.field("country", .string), TestTables.field("year", .year),
        TestTables.field("tonnes", .integer, unit: "t"), TestTables.field("source", .string),
      ],
      [
        [.text("China"), .integer(2023), .integer(210), .text("early")],
        [.text("China"), .integer(2023), .integer(240), .text("late")],
        [.text("China"), .integer(2023), .integer(243), .text("undated")],
        [.text("Chile"), .integer(2023), .integer(5), .text("early")],
        [.text("Chile"), .integer(2024), .integer(6), .text("month")],
      ]
    ) { schema, resource in
      resource.vintages = .init(
        same: same, by: by, values: ["tonnes"], prefer: prefer, tolerance: 0)
      schema.foreignKeys = [.init(["source"], to: "sources", ["id"])]
    }
  }

  private static let register = TestTables.table(
    "sources", [TestTables.field("id", .string), TestTables.field("published", .string)],
    [
      [.text("early"), .text("2023")], [.text("late"), .text("2024-06-30")],
      [.text("month"), .text("2024-02")], [.text("undated"), .null],
    ])

  private func chosen(prefer: [String] = [], asOf: String? = nil) throws -> [String] {
    let test = try TestStore([Self.vintages(prefer: prefer), Self.register], asOf: asOf)
    return try test.rows(
      "SELECT country, year, source FROM output_preferred ORDER BY country, year"
    ).map { $0[2].text ?? "" }
  }

  @Test("without preference the latest published counts, the undated last")
  func latest() throws {
    #expect(try chosen() == ["early", "month", "late"])
  }

  @Test("preferred sources come first, in their order")
  func preferred() throws {
    #expect(try chosen(prefer: ["undated", "early"]) == ["early", "month", "undated"])
    #expect(try chosen(prefer: ["early"]) == ["early", "month", "early"])
  }

  @Test(
    "sources published after the edition's date are left out, partial dates by their last day",
    arguments: [
      ("2024-06-30", ["early", "month", "late"]), ("2024-06-29", ["early", "month", "early"]),
      ("2024-02-29", ["early", "month", "early"]), ("2024-02-28", ["early", "early"]),
      ("2023-12-31", ["early", "early"]), ("2023-12-30", ["undated"]),
    ])
  func asOf(_ date: String, _ expected: [String]) throws {
    #expect(try chosen(asOf: date) == expected)
  }

  @Test("a source without a date is noted where dates matter")
  func undatedNote() throws {
    let dated = try TestStore([Self.vintages(), Self.register], asOf: "2024-01-01")
    #expect(dated.faults == ["data/sources.csv:1:1 vintages.undated"])
    #expect(try TestStore([Self.vintages(), Self.register]).faults.isEmpty)
  }

  @Test("columns keep units and origins through the view, and both tables are read")
  func origins() throws {
    let test = try TestStore([Self.vintages(), Self.register])
    let result = test.run("SELECT tonnes, source FROM output_preferred")
    #expect(
      result?.origins == [
        ColumnOrigin(table: "output", column: "tonnes"),
        ColumnOrigin(table: "output", column: "source"),
      ])
    #expect(result?.table.columns[0].unit?.symbol == "t")
    #expect(result?.reads.keys.sorted() == ["output", "sources"])
  }

  @Test("without a register the sources are taken from the last by name")
  func noRegister() throws {
    let test = try TestStore([Self.vintages()], asOf: "2020-01-01")
    let rows = try test.rows(
      "SELECT source, country, year FROM output_preferred ORDER BY country, year")
    #expect(rows.map { $0[0] } == [.text("early"), .text("month"), .text("undated")])
  }

  @Test("fields that the table does not have are reported with a near miss")
  func unknownField() throws {
    let test = try TestStore([Self.vintages(same: ["contry"])])
    #expect(test.collector.sorted.map(\.id) == ["vintages.unknown-field"])
    #expect(test.messages.contains("did you mean country?"))
    #expect(test.store.names == ["output"])
  }

  @Test("the view's name is a name among the others")
  func clash() throws {
    let taken = TestTables.table("output_preferred", [TestTables.field("x", .string)], [])
    let test = try TestStore([Self.vintages(), taken, Self.register])
    #expect(test.collector.sorted.map(\.id) == ["name.taken"])
  }

  @Test("an unknown column of a view gets the table's columns as near misses")
  func nearMiss() throws {
    let test = try TestStore([Self.vintages(), Self.register])
    #expect(test.run("SELECT tonns FROM output_preferred") == nil)
    #expect(test.messages.contains("did you mean tonnes?"))
  }
}
