import Testing

@testable import Tables

@Suite("Update intervals")
struct UpdateIntervalTests {
  @Test(
    "intervals in words, adverbs and ISO 8601 give the day on which data are due",
    arguments: [
      ("1 year", "2026-01-31"), ("6 months", "2025-07-31"), ("2 weeks", "2025-02-14"),
      ("30 days", "2025-03-02"), ("monthly", "2025-03-03"), ("P1Y", "2026-01-31"),
      ("P10D", "2025-02-10"), ("1 quarter", "2025-05-01"), ("Yearly", "2026-01-31"),
    ])
  func due(text: String, day: String) {
    #expect(UpdateInterval(text)?.due(after: "2025-01-31") == day)
  }

  @Test("a month and a year count from their last day")
  func partial() {
    #expect(UpdateInterval("1 day")?.due(after: "2024-02") == "2024-03-01")
    #expect(UpdateInterval("1 day")?.due(after: "2024") == "2025-01-01")
    #expect(UpdateInterval("1 day")?.due(after: "soon") == nil)
  }

  @Test(
    "other texts are no intervals",
    arguments: [
      "", "year", "0 days", "-1 day", "1.5 years", "P", "PT1H", "99999 days", "1 fortnight",
    ]
  )
  func none(text: String) {
    #expect(UpdateInterval(text) == nil)
  }
}
