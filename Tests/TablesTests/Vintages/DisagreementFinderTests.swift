import Diagnostics
import Testing

@testable import Tables

@Suite("Disagreements")
struct DisagreementFinderTests {
  private static let fields = """
    {"name": "country"}, {"name": "year", "type": "year"},
    {"name": "tonnes", "type": "number", "unit": {"column": "unit"},
     "status": {"column": "unit", "t_bound": "lower-bound"}},
    {"name": "unit"}, {"name": "source"}
    """

  /// The disagreements of a table of countries, years, tonnes and sources.
  private func find(
    _ rows: String, prefer: String = "\"new\", \"old\"", more: String = "", asOf: String? = nil
  ) throws -> [Disagreement] {
    let (package, faults) = Descriptors.package(
      """
      {"resources": [{"name": "output", "path": "t.csv", "schema": {"fields": [\(Self.fields)]},
        "vintages": {"same": ["country", "year"], "by": "source", "values": ["tonnes"],
          "prefer": [\(prefer)], "tolerance": 0.005\(more)}}]}
      """)
    let resource = try #require(package?.resources.first)
    let text = "country,year,tonnes,unit,source\n" + rows
    let loaded = try #require(
      TableLoader.load(resource, bytes: Array(text.utf8), path: "t.csv", into: faults))
    #expect(faults.sorted.isEmpty, "\(faults.sorted)")
    let finder = try #require(
      DisagreementFinder(
        loaded, published: ["old": "2025-01", "new": "2026-01-31"], asOf: asOf,
        units: UnitCatalog()))
    return finder.disagreements()
  }

  @Test("two values of one key are named with source, unit, line and difference")
  func two() throws {
    let found = try find("Chile,2023,5,t,old\nPeru,2024,13000,t,old\nPeru,2024,29000,t,new\n")
    let one = try #require(found.first)
    #expect(found.count == 1)
    #expect(one.key.map(\.column) == ["country", "year"])
    #expect(one.key.map(\.value) == [.text("Peru"), .integer(2024)])
    #expect(one.preferred?.vintage == "new")
    #expect(one.values.map(\.line) == [4, 3])
    #expect(one.values.map(\.sources) == [["new"], ["old"]])
    #expect(one.values.map(\.unit?.symbol) == ["t", "t"])
    let difference = try #require(one.difference(of: one.values[1]))
    #expect(difference.absolute == -16_000)
    #expect(difference.relative == -16_000.0 / 29_000)
  }

  @Test("rows that agree, and keys with one row, are none")
  func none() throws {
    #expect(
      try find("Peru,2024,243000,t,old\nPeru,2024,240000,t,new\nPeru,2023,5,t,old\n").isEmpty)
  }

  @Test("a value that agrees with the preferred one is marked so, though another does not")
  func marked() throws {
    let found = try find(
      "World,2019,220000,t,new\nWorld,2019,219000,t,a\nWorld,2019,223000,t,b\n")
    #expect(found.first?.values.map(\.agrees) == [true, true, true])
    let other = try find("World,2019,240000,t,new\nWorld,2019,243000,t,a\nWorld,2019,250000,t,b\n")
    #expect(other.first?.values.map(\.vintage) == ["new", "b", "a"])
    #expect(other.first?.values.map(\.agrees) == [true, false, true])
  }

  @Test("a bound is listed apart and not compared")
  func bound() throws {
    let found = try find(
      "Peru,2024,80,t,new\nPeru,2024,53,t,old\nPeru,2024,90,t_bound,other\n")
    #expect(found.count == 1)
    #expect(found.first?.values.map(\.number) == [80, 53])
    #expect(found.first?.apart.map(\.number) == [90])
    #expect(found.first?.apart.first?.status == .lowerBound)
  }

  @Test("values that cannot be compared are listed without difference")
  func apart() throws {
    let found = try find("Peru,2024,95,t_bound,new\nPeru,2024,90,t_bound,old\n")
    let one = try #require(found.first)
    #expect(!one.isCompared)
    #expect(one.apart.map(\.number) == [95, 90])
    #expect(one.difference(of: one.apart[0]) == nil)
    #expect(try find("Peru,2024,9,t_bound,new\nPeru,2024,9,t_bound,old\n").isEmpty)
  }

  @Test("rows of different units are not compared, those of one unit are")
  func units() throws {
    let found = try find("Peru,2024,3,kt,new\nPeru,2024,3000,t,old\nPeru,2024,9000,t,other\n")
    #expect(found.count == 1)
    #expect(found.first?.values.map(\.number) == [3000, 9000])
    #expect(found.first?.apart.map(\.unit?.symbol) == ["kt"])
    let two = try find("Peru,2024,3,kt,new\nPeru,2024,9000,t,old\n")
    #expect(two.first?.isCompared == false)
  }

  @Test("sources published after the day do not count")
  func asOf() throws {
    let rows = "Peru,2024,13000,t,old\nPeru,2024,29000,t,new\n"
    #expect(try find(rows, asOf: "2025-12-31").isEmpty)
    #expect(try find(rows, asOf: "2026-01-31").count == 1)
  }

  @Test("values are compared across editions where the key names them")
  func editions() throws {
    let rows = "Peru,2023,22,t,old\nPeru,2025,3.5,t,new\n"
    #expect(try find(rows).isEmpty)
    let found = try find(rows, more: ", \"editions\": \"year\"")
    #expect(found.first?.key.map(\.column) == ["country"])
    #expect(found.first?.values.map(\.number) == [3.5, 22])
  }

  @Test("of very many values each is compared with the preferred, the least and the greatest")
  func many() throws {
    let rows = (0..<5000).map { "Peru,2024,\(1000 + $0),t,s\($0)\n" }.joined()
    #expect(try find(rows).first?.values.count == 5000)
  }

  @Test("a preferred value of zero has no relative difference")
  func zero() throws {
    let one = try #require(try find("Peru,2024,0,t,new\nPeru,2024,5,t,old\n").first)
    #expect(one.difference(of: one.values[1]) == .init(absolute: 5, relative: nil))
  }

  @Test(
    "vintages on what cannot be compared are an error at their place",
    arguments: [
      ("[\"year\"]", "[\"tonnes\", \"share\"]", "", "vintages.units"),
      ("[\"year\"]", "[\"source\"]", "", "vintages.not-numeric"),
      ("[\"year\", \"source\"]", "[\"tonnes\"]", "", "vintages.by"),
      ("[\"year\"]", "[\"tonnes\"]", ", \"editions\": \"yaer\"", "vintages.editions"),
      ("[\"year\"]", "[\"tonnes\"]", ", \"editions\": \"year\"", "vintages.editions"),
      ("[\"year\"]", "[\"tonnes\"]", ", \"tolerance\": 2", "package.tolerance"),
      ("[\"yaer\"]", "[\"tonnes\"]", "", "schema.unknown-field"),
    ])
  func faults(same: String, values: String, more: String, id: String) {
    let (_, faults) = Descriptors.package(
      """
      {"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [
        {"name": "year", "type": "year"}, {"name": "tonnes", "type": "number", "unit": "t"},
        {"name": "share", "type": "number", "unit": "%"}, {"name": "source"}]},
       "vintages": {"same": \(same), "by": "source", "values": \(values)\(more)}}]}
      """)
    #expect(faults.sorted.map(\.id) == [id])
    #expect(faults.sorted.first?.location != nil)
  }
}
