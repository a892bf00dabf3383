import Diagnostics
import Tables
import Testing

@testable import Queries

@Suite("Functions and aggregates")
struct FunctionTests {
  private func value(_ expression: String, over values: String) throws -> DataValue {
    let test = try TestStore()
    return try test.value("WITH v(x) AS (VALUES \(values)) SELECT \(expression) AS r FROM v")
  }

  @Test(
    "quantiles are those of type 7",
    arguments: [
      ("0", 1.0), ("0.25", 2.75), ("0.5", 4.5), ("0.75", 7.5), ("0.9", 9.3), ("1", 10.0),
    ])
  func quantile(_ share: String, _ expected: Double) throws {
    let found = try value("quantile(x, \(share))", over: "(10),(1),(2),(3),(4),(NULL),(5),(7),(9)")
    let number = try #require(found.double)
    #expect(abs(number - expected) < 1e-12)
  }

  @Test("the median of an even number is the mean of the middle two")
  func median() throws {
    #expect(try value("median(x)", over: "(4),(1),(3),(2)") == .number(2.5))
    #expect(try value("median(x)", over: "(4),(1),(3)") == .number(3))
  }

  @Test("the standard deviation is over n - 1")
  func deviation() throws {
    let found = try value("stddev(x)", over: "(2),(4),(4),(4),(5),(5),(7),(9)").double ?? 0
    #expect(abs(found - 2.138089935299395) < 1e-12)
    #expect(try value("stddev(x)", over: "(2)") == .null)
  }

  @Test("concentration is 10,000 for one amount, and normalises amounts")
  func concentration() throws {
    #expect(try value("hhi(x)", over: "(7)") == .number(10_000))
    #expect(try value("hhi(x)", over: "(25),(25),(25),(25)") == .number(2_500))
    #expect(try value("hhi(x)", over: "(50),(30),(20)") == .number(3_800))
    #expect(try value("hhi(x)", over: "(0)") == .null)
  }

  @Test(
    "of no values every aggregate is NULL",
    arguments: [
      "median(x)", "quantile(x, 0.5)", "stddev(x)", "hhi(x)", "sources(x)", "worst_status(x)",
    ])
  func ofNothing(_ aggregate: String) throws {
    #expect(try value(aggregate, over: "(NULL), (NULL)") == .null)
    #expect(try value(aggregate + " FILTER (WHERE 0)", over: "(1)") == .null)
  }

  @Test(
    "impossible arguments are errors",
    arguments: [
      ("hhi(x)", "none below zero"), ("quantile(x, 1.5)", "from 0 to 1"),
      ("quantile(x, -x)", "the same for all rows"), ("median('a')", "needs numbers"),
      ("worst_status('guessed')", "needs one of"), ("sources(x)", "needs source ids"),
    ])
  func impossible(_ aggregate: String, _ message: String) throws {
    let test = try TestStore()
    #expect(test.run("WITH v(x) AS (VALUES (-1), (2)) SELECT \(aggregate) AS r FROM v") == nil)
    #expect(test.messages.contains(message))
  }

  @Test("aggregates hold no more values than the limit")
  func bounded() throws {
    var limits = QueryLimits()
    limits.aggregateValues = 4
    let test = try TestStore(limits: limits)
    #expect(test.run("SELECT median(tonnes) AS m FROM production") != nil)
    #expect(test.run("SELECT median(mines) AS m FROM production") == nil)
    #expect(test.messages.contains("over more than 4 values"))
  }

  @Test("aggregates work by group")
  func groups() throws {
    let test = try TestStore()
    let rows = try test.rows(
      "SELECT country, median(tonnes) AS m FROM production GROUP BY country ORDER BY country")
    #expect(rows.map { $0[1] } == [.number(14_500), .number(262_500), .null])
  }

  @Test("aggregates work over whole partitions and sliding windows")
  func windows() throws {
    let test = try TestStore()
    let whole = try test.rows(
      """
      WITH v(g, x) AS (VALUES (1, 1), (1, 2), (1, 6), (2, 5))
      SELECT median(x) OVER (PARTITION BY g) AS m FROM v ORDER BY g
      """)
    #expect(whole.flatMap { $0 } == [.number(2), .number(2), .number(2), .number(5)])
    let sliding = try test.rows(
      """
      WITH v(x) AS (VALUES (1), (9), (2), (8))
      SELECT median(x) OVER (ORDER BY rowid ROWS 1 PRECEDING) AS m,
        sources('s' || x) OVER (ROWS 1 PRECEDING) AS s FROM (SELECT 1 AS rowid, x FROM v)
      """)
    #expect(sliding.map { $0[0] } == [.number(1), .number(5), .number(5.5), .number(5)])
    #expect(
      sliding.map { $0[1] } == [.text("s1"), .text("s1; s9"), .text("s2; s9"), .text("s2; s8")])
  }

  @Test("sources are united, distinct and sorted")
  func sources() throws {
    let test = try TestStore()
    #expect(try test.value("SELECT sources(source) AS s FROM production") == .text("s1; s2; s3"))
  }

  @Test("worst_status takes the worst by the order of statuses")
  func worstStatus() throws {
    let found = try value("worst_status(x)", over: "('reported'), ('lower-bound'), ('estimated')")
    #expect(found == .text("lower-bound"))
  }

  @Test(
    "about is relative to the second, within absolute, both with their bounds",
    arguments: [
      ("about(1.05, 1, 0.05)", 1), ("about(0.95, 1, 0.05)", 1), ("about(1.0501, 1, 0.05)", 0),
      ("about(95, 100, 0.05)", 1), ("about(-95, -100, 0.05)", 1), ("within(10, 12, 2)", 1),
      ("within(0.3, 0.1, 0.2)", 1), ("within(10, 12.1, 2)", 0),
    ])
  func comparisons(_ call: String, _ expected: Int) throws {
    let test = try TestStore()
    #expect(try test.value("SELECT \(call) AS x") == .integer(expected))
  }

  @Test("comparisons of NULL are NULL, of texts errors")
  func comparisonFaults() throws {
    let test = try TestStore()
    #expect(try test.value("SELECT about(NULL, 1, 1) AS x") == .null)
    #expect(test.run("SELECT within('a', 1, 1) AS x") == nil)
    #expect(test.messages.contains("three numbers"))
  }

  @Test("the title order ignores case and accents, bytes do not")
  func titleOrder() throws {
    let test = try TestStore()
    let sql = """
      WITH v(x) AS (VALUES ('Zambia'), ('Åland'), ('austria'), ('Österreich'), ('oman'))
      SELECT x FROM v ORDER BY x
      """
    #expect(
      try test.rows(sql + " COLLATE title").map { $0[0].text }
        == ["Åland", "austria", "oman", "Österreich", "Zambia"])
    #expect(
      try test.rows(sql).map { $0[0].text }
        == ["Zambia", "austria", "oman", "Åland", "Österreich"])
    #expect(try test.value("SELECT 'É' = 'e' COLLATE title AS x") == .integer(1))
  }
}
