import Diagnostics
import Tables
import Testing

@testable import Queries

@Suite("How far the values of a result are known")
struct StatusTests {
  private static var estimates: StoredTable {
    var tonnes = TestTables.field("tonnes", .number, unit: "t")
    tonnes.status = .column("estimated", ["true": .estimated])
    var price = TestTables.field("price", .number)
    price.missing = .notApplicable
    return TestTables.table(
      "estimates",
      [
        TestTables.field("country", .string), tonnes, price,
        TestTables.field("estimated", .boolean),
      ],
      [
        [.text("A"), .number(1), .null, .boolean(true)],
        [.text("B"), .number(2), .number(9), .boolean(false)],
        [.text("C"), .null, .number(8), .boolean(false)],
      ])
  }

  private func result(_ sql: String) throws -> QueryResult {
    let test = try TestStore([Self.estimates, TestTables.reserves])
    return try #require(test.run(sql), "\(test.messages)")
  }

  private func statuses(_ result: QueryResult, _ column: Int = 0) -> [DataStatus] {
    result.table.rows.indices.map { result.status(row: $0, column: column) }
  }

  @Test("the field's status column counts where it is passed on, under any name")
  func fieldColumn() throws {
    let result = try result("SELECT tonnes AS t, estimated AS e FROM estimates ORDER BY country")
    #expect(statuses(result) == [.estimated, .reported, .unknown])
    #expect(result.isStatusKnown(column: 0))
  }

  @Test("without it the status is not known")
  func lostColumn() throws {
    let passed = try result("SELECT tonnes FROM estimates")
    #expect(!passed.isStatusKnown(column: 0))
    let computed = try result("SELECT sum(tonnes) AS total FROM estimates")
    #expect(!computed.isStatusKnown(column: 0))
  }

  @Test("tables without statuses give reported values")
  func noStatuses() throws {
    let result = try result("SELECT sum(tonnes) AS total FROM reserves")
    #expect(result.isStatusKnown(column: 0))
    #expect(statuses(result) == [.reported])
  }

  @Test("a column named for it comes before one named status")
  func namedColumns() throws {
    let result = try result(
      """
      SELECT 1 AS a, 2 AS b, 'provisional' AS a_status, 'withheld' AS status
      """)
    #expect(statuses(result, 0) == [.provisional])
    #expect(statuses(result, 1) == [.withheld])
  }

  @Test("worst_status keeps a sum's status")
  func worstStatus() throws {
    let result = try result(
      """
      SELECT sum(tonnes) AS total,
        worst_status(CASE WHEN estimated THEN 'estimated' ELSE 'reported' END) AS total_status
      FROM estimates
      """)
    #expect(statuses(result) == [.estimated])
    #expect(result.isStatusKnown(column: 0))
  }

  @Test("NULL is unknown, or what its field says of missing values")
  func nulls() throws {
    let result = try result("SELECT price, NULL AS x FROM estimates ORDER BY country")
    #expect(result.status(row: 0, column: 0) == .notApplicable)
    #expect(result.status(row: 1, column: 0) == .reported)
    #expect(result.status(row: 0, column: 1) == .unknown)
  }

  @Test("a word that is no status is an error with a near miss")
  func unknownWord() throws {
    let test = try TestStore()
    #expect(test.run("SELECT 1 AS a, 'estimatd' AS a_status") == nil)
    #expect(test.faults == ["page.md:10:5 query.status-word"])
    #expect(test.messages.contains("did you mean estimated?"))
  }
}
