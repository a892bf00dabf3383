import Diagnostics
import Tables
import Testing

@Suite("Status")
struct DataStatusTests {
  @Test("statuses are ordered worst first")
  func order() {
    #expect(DataStatus.allCases.sorted() == DataStatus.allCases)
    #expect([DataStatus.reported, .estimated, .lowerBound].min() == .lowerBound)
    #expect(DataStatus.withheld < .unknown)
  }

  @Test("each status has its mark, and reported none")
  func marks() {
    let marks = DataStatus.allCases.map { $0.mark ?? "" }
    #expect(marks == ["[c]", "[x]", "[z]", "[>]", "[e]", "[e]", "[p]", "[r]", ""])
  }

  @Test(
    "a rule reads the status column",
    arguments: [
      ("true", DataStatus.estimated), ("false", .reported), (nil, .reported), ("revised", .revised),
      ("other", .reported),
    ] as [(String?, DataStatus)])
  func rule(word: String?, expected: DataStatus) {
    #expect(StatusRule.column("e", ["true": .estimated]).status(word: word) == expected)
  }

  @Test("a cell's status follows its row, and missing values what the field says of them")
  func cells() throws {
    let (loaded, faults) = Descriptors.load(
      "a,b,c,e\n1,,,true\n,2,x,withheld\n",
      """
      {"name": "a", "type": "integer", "status": {"column": "e", "true": "estimated"}},
      {"name": "b", "type": "integer", "missing": "not-applicable"},
      {"name": "c", "missing": "blank"}, {"name": "e"}
      """)
    #expect(faults.sorted.isEmpty)
    let table = try #require(loaded)
    #expect(table.status(row: 0, column: 0) == .estimated)
    #expect(table.status(row: 1, column: 0) == .withheld)
    #expect(table.status(row: 0, column: 1) == .notApplicable)
    #expect(table.status(row: 1, column: 1) == .reported)
    #expect(table.status(row: 0, column: 2) == .reported)
  }
}
