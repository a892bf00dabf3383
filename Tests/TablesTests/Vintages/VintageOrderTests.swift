import Testing

@testable import Tables

@Suite("Order of vintages")
struct VintageOrderTests {
  private let published = [
    "early": "2023", "late": "2024-06-30", "month": "2024-02", "undated": "", "leap": "2024-02-29",
  ]

  private func sorted(_ prefer: [String]) -> [String] {
    let order = VintageOrder(prefer: prefer, published: published, asOf: nil)
    return ["early", "late", "month", "undated"].sorted { order.prefers($0, to: $1) }
  }

  @Test("without preference the latest published come first, the undated last")
  func latest() {
    #expect(sorted([]) == ["late", "month", "early", "undated"])
  }

  @Test("preferred sources come first, in their order")
  func preferred() {
    #expect(sorted(["undated", "early"]) == ["undated", "early", "late", "month"])
  }

  @Test("of sources of one day the greater id comes first, as in the view")
  func ties() {
    let order = VintageOrder(prefer: [], published: published, asOf: nil)
    #expect(order.prefers("month", to: "leap"))
    #expect(!order.prefers("leap", to: "month"))
    #expect(!order.prefers("leap", to: "leap"))
  }

  @Test(
    "partial dates count from their last day",
    arguments: [
      ("2024-02-29", true, true), ("2024-02-28", false, true), ("2023-12-31", false, true),
      ("2023-12-30", false, false),
    ])
  func asOf(day: String, month: Bool, early: Bool) {
    let order = VintageOrder(prefer: [], published: published, asOf: day)
    #expect(order.counts("month") == month)
    #expect(order.counts("early") == early)
    #expect(order.counts("undated") && order.counts("unheard of"))
  }

  @Test(
    "texts that are no months have no last day", arguments: ["", "20-2-03", "2024-13", "2024/01"])
  func noDay(text: String) {
    #expect(VintageOrder.lastDay(text) == nil)
  }
}
