import Testing

@testable import Charts

@Suite("Dates as JavaScript reads them")
struct DateTextTests {
  @Test(
    "the usual forms are read",
    arguments: [
      ("2000-01-31", "2000-01-31T00:00:00.000Z"), ("2000-01", "2000-01-01T00:00:00.000Z"),
      ("2000", "2000-01-01T00:00:00.000Z"), ("2000-01-31T10:20", "2000-01-31T10:20:00.000Z"),
      ("2000-01-31T10:20:30.1234Z", "2000-01-31T10:20:30.123Z"),
      ("2000-01-31T24:00", "2000-02-01T00:00:00.000Z"),
      ("2000-01-31T10:20:30+02:00", "2000-01-31T08:20:30.000Z"),
      ("2000-01-31 10:20:30", "2000-01-31T10:20:30.000Z"),
      ("2000/1/31", "2000-01-31T00:00:00.000Z"),
      ("1/31/2000", "2000-01-31T00:00:00.000Z"), ("1/31/49", "2049-01-31T00:00:00.000Z"),
      ("1/31/50", "1950-01-31T00:00:00.000Z"), ("Jan 31 2000", "2000-01-31T00:00:00.000Z"),
      ("31 January 2000 10:00 PM", "2000-01-31T22:00:00.000Z"),
      ("January 1, 1998 12:30 AM", "1998-01-01T00:30:00.000Z"),
      ("Mon, 31 Jan 2000 10:00:00 GMT", "2000-01-31T10:00:00.000Z"),
      ("Mon, 31 Jan 2000 10:00:00 -0500", "2000-01-31T15:00:00.000Z"),
      ("Jan 2000", "2000-01-01T00:00:00.000Z"),
      ("Thu Jan 01 1970 01:00:00 GMT+0100 (CET)", "1970-01-01T00:00:00.000Z"),
      ("-000001-01-01", "-000001-01-01T00:00:00.000Z"),
      ("+010000-01-01", "+010000-01-01T00:00:00.000Z"),
    ])
  func forms(_ text: String, _ expected: String) {
    #expect(DateText.parse(text).map(DateText.iso) == expected)
  }

  @Test(
    "what is no date is none",
    arguments: [
      "", "hello", "2000-13-01", "2000-01-32", "13:00", "32 Jan 2000", "1/2", "2000-01-01T25:00",
      "Jan",
    ])
  func noDates(_ text: String) {
    #expect(DateText.parse(text) == nil)
  }

  @Test("texts of any length and kind are refused or read, never stopped at")
  func hostile() {
    let texts = [
      String(repeating: "9", count: 99), String(repeating: "1/", count: 40), "((((", "+", "-", "T",
      "::::",
      "2000-01-01T10:00:00+99:99", "99999999999999999999-01-01", "Jan Jan Jan 1", "1 2 3 4 5 6",
      String(repeating: "a", count: 10_000), "\u{0}", "２０００-01-01",
    ]
    for text in texts { _ = DateText.parse(text) }
  }
}
