import Charts
import Testing

/// d3-array's own cases of ticks and round domains.
@Suite("Tick vectors")
struct TickVectorTests {
  @Test("every case of d3-array gives its result")
  func cases() throws {
    guard let rows = try Vectors.rows("ticks.csv") else { return }
    var checked = 0
    for row in rows {
      let arguments = try #require(Vectors.value(row["arguments"] ?? "")?.list).map(\.toNumber)
      // The origin writes `-tickStep(0, 1, 9)` for the reversed case; the collection reads NaN there.
      let isSlip = row["function"] == "tickStep" && row["expected"] == "NaN"
      if isSlip, arguments.allSatisfy(\.isFinite), arguments[2] > 0 { continue }
      let found = try #require(result(row["function"] ?? "", arguments))
      let wanted = try #require(expected(row["expected"] ?? ""))
      #expect(found.isClose(to: wanted, tolerance: 0), "\(row) \(found)")
      checked += 1
    }
    #expect(checked == 139)
  }

  private func result(_ function: String, _ x: [Double]) -> ChartValue? {
    switch function {
    case "ticks": return .list(Ticks.values(x[0], x[1], x[2]).map { .number($0) })
    case "tickStep": return .number(Ticks.step(x[0], x[1], x[2]))
    case "tickIncrement": return .number(Ticks.increment(x[0], x[1], x[2]))
    case "nice":
      let (low, high) = Ticks.nice(x[0], x[1], x[2])
      return [.number(low), .number(high)]
    default: return nil
    }
  }

  /// A literal, or `ticks(a, b, c).reverse()`.
  private func expected(_ text: String) -> ChartValue? {
    guard let call = text.wholeMatch(of: /(\w+)\((.*)\)\.reverse\(\)/) else {
      return Vectors.value(text)
    }
    let arguments = Vectors.value("[\(call.output.2)]")?.list?.map(\.toNumber) ?? []
    return result(String(call.output.1), arguments)?.list.map { .list($0.reversed()) }
  }
}
