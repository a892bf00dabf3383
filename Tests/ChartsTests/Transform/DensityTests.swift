import Testing

@testable import Charts

@Suite("Density")
struct DensityTests {
  /// The densities at -10, 0 and 10 of a table of one field.
  private func densities(_ values: [ChartValue]) -> [Double] {
    var transform = DensityTransform("v")
    transform.bandwidth = 1
    transform.extent = (-10, 10)
    transform.steps = 2
    let table = ChartTable(fields: ["v"], rows: values.map { [$0] })
    let result = transform.apply(to: table, TransformEnvironment())
    return result.rows.compactMap { $0.last?.toNumber }
  }

  @Test("null counts as zero in the curve, as it does in the references")
  func nulls() throws {
    let some = densities([.number(10), .number(10)])
    let none = densities([.number(10), .null])
    try #require(some.count == 3 && none.count == 3)
    #expect(some[1] < 1e-9)
    #expect(none[1] > 0.1)
    #expect(abs(none[2] - some[2] / 2) < 1e-9)
  }
}
