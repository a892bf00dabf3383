import Testing

@testable import Site

@Suite struct ConditionScannerTests {
  private func found(_ text: String) throws -> [String] {
    try ConditionScanner.pieces(of: text) { $0 == "p" || $0 == "single" }.map {
      ($0.kind == .rank ? "rank " : "") + $0.reference.reference.canonical
    }
  }

  @Test(
    "references stand outside texts, comments and subqueries",
    arguments: [
      ("china.share > 0.5", ["china.share"]),
      ("china[2].share BETWEEN 0.65 AND 0.75", ["china[2].share"]),
      (
        "output[country=United States of America].rank = 2",
        ["output[country=United States of America].rank"]
      ),
      ("a.x = 'b.y' AND c.z = 1", ["a.x", "c.z"]), ("a.x = 1 -- b.y\n AND c.z", ["a.x", "c.z"]),
      ("a.x /* b.y */ = 1", ["a.x"]),
      ("(SELECT max(usd) FROM p) > a.x", ["a.x"]), ("( SELECT b.x FROM b ) > 1", []),
      ("EXISTS (WITH q AS (SELECT 1) SELECT q.x FROM q) OR (a.x > 1)", ["a.x"]),
      ("about(a.x, b.y, 0.05)", ["a.x", "b.y"]), ("max(a.x, b.y) > 1", ["a.x", "b.y"]),
      ("single > 1", ["single"]), ("total > 1", []), ("x = :iso3 AND a.b = 1", ["a.b"]),
      ("1.5 > a.x", ["a.x"]),
      ("rank_of(out[country=China].tonnes) = 1", ["rank out[country=China].tonnes"]),
      ("rank_of( a.b ) < 3", ["rank a.b"]), ("", []),
    ])
  func references(text: String, expected: [String]) throws {
    #expect(try found(text) == expected)
  }

  @Test(
    "an aggregate over one cell is refused with the subquery to write",
    arguments: ["max(p.usd) > 1", "sum(p.usd) > 1", "1 + median( p[1].usd )", "count(p)"])
  func aggregates(text: String) {
    #expect {
      try found(text)
    } throws: { error in
      (error as? ReferenceFault)?.remedy?.contains("(SELECT") == true
    }
  }

  @Test("a rank is of one reference")
  func rank() {
    #expect(throws: ReferenceFault.self) { try found("rank_of(a.b, 2) = 1") }
    #expect(throws: ReferenceFault.self) { try found("rank_of(1) = 1") }
  }

  @Test(
    "what is not closed ends the scan",
    arguments: ["'", "\"", "(", "(SELECT ", "/*", "a.x = 'y", "--", ")", "((((((((("])
  func unterminated(text: String) throws {
    #expect(try found(text).count <= 1)
  }

  @Test(
    "numbers in words must stand in the condition, as they are or as parts of one",
    arguments: [
      ("about 70 per cent", "x > 0.7", []), ("about 70 per cent", "x > 0.65", ["70"]),
      ("2,500 tonnes", "x > 2500", []), ("in 2024", "o[year=2024].t > 1", []),
      ("in 2024", "tonnes_2024 > 1", ["2024"]), ("the 2nd", "x = 1", []),
      ("1.5 times", "x > 1.50", []),
      ("no number", "x", []), ("3 of 4.", "x IN (3, 4)", []), ("5, 6", "x = 5", ["6"]),
    ])
  func numbers(words: String, condition: String, missing: [String]) {
    #expect(TypedNumbers.missing(from: words, in: condition) == missing)
  }
}
