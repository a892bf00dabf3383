import Tables
import Testing

@Suite("Units")
struct UnitCatalogTests {
  private let units = UnitCatalog([
    DataUnit("t", name: "tonnes"), DataUnit("kt", base: .init(symbol: "t", factor: 1000)),
    DataUnit("Mt", base: .init(symbol: "kt", factor: 1000)),
    DataUnit("kg", base: .init(symbol: "t", factor: 0.001)), DataUnit("USD"),
  ])

  @Test(
    "numbers are converted along the units' bases",
    arguments: [
      (390_000, "t", "kt", 390), (2, "Mt", "t", 2_000_000), (7, "kg", "t", 0.007),
      (0.1, "t", "kg", 100), (3, "kg", "Mt", 3e-9), (5, "t", "t", 5),
      (1234.5, "kt", "kg", 1_234_500_000),
    ])
  func conversions(value: Double, from: String, to: String, expected: Double) throws {
    #expect(try units.convert(value, from: DataUnit(from), to: to) == expected)
  }

  @Test("units that measure different things are refused")
  func incompatible() {
    #expect(throws: UnitCatalog.ConversionError.incompatible(from: "t", to: "USD")) {
      try units.convert(1, from: DataUnit("t"), to: "USD")
    }
    #expect(throws: UnitCatalog.ConversionError.unknown("lb")) {
      try units.convert(1, from: DataUnit("t"), to: "lb")
    }
  }

  @Test("a catalog knows what a unit can be converted to")
  func alternatives() {
    #expect(units.alternatives(to: DataUnit("t")) == ["Mt", "kg", "kt"])
    #expect(units.alternatives(to: DataUnit("USD")) == [])
  }

  @Test("units that are multiples of each other end")
  func cycle() {
    let circle = UnitCatalog([
      DataUnit("a", base: .init(symbol: "b", factor: 2)),
      DataUnit("b", base: .init(symbol: "a", factor: 2)),
    ])
    #expect(circle.alternatives(to: DataUnit("a")).count <= 1)
  }
}
