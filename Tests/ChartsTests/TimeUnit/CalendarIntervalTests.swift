import Charts
import Testing

@Suite("Calendar intervals")
struct CalendarIntervalTests {
  private func moment(_ text: String) -> Double { ChartValue.text(text).moment }
  private func text(_ moment: Double) -> String { TimeText.format(moment, "%Y-%m-%d %H:%M") }

  @Test(
    "the beginning before and the one after are found",
    arguments: [
      (CalendarInterval(.day, step: 2), "2012-02-29T10:00", "2012-02-29 00:00", "2012-03-01 00:00"),
      (CalendarInterval(.month, step: 3), "2012-05-05", "2012-04-01 00:00", "2012-07-01 00:00"),
      (CalendarInterval(.week), "2012-01-04", "2012-01-01 00:00", "2012-01-08 00:00"),
      (CalendarInterval(.year, step: 10), "2012-05-05", "2010-01-01 00:00", "2020-01-01 00:00"),
      (
        CalendarInterval(.hour, step: 7), "2012-01-01T22:00", "2012-01-01 21:00", "2012-01-02 00:00"
      ),
      (
        CalendarInterval(.minute, step: 30), "2012-01-01T22:31", "2012-01-01 22:30",
        "2012-01-01 23:00"
      ),
    ])
  func floorAndCeiling(
    _ interval: CalendarInterval, _ at: String, _ floor: String, _ ceiling: String
  ) {
    #expect(text(interval.floor(moment(at))) == floor)
    #expect(text(interval.ceiling(moment(at))) == ceiling)
    #expect(text(interval.ceiling(interval.floor(moment(at)))) == floor)
  }

  @Test("a range is cut off at the limit")
  func limit() {
    #expect(CalendarInterval(.millisecond).range(from: 0, to: 1e15, limit: 50).count == 50)
    #expect(CalendarInterval(.day).range(from: .nan, to: 1).isEmpty)
  }

  @Test("the longest steps end", arguments: CalendarInterval.Unit.allCases)
  func longSteps(_ unit: CalendarInterval.Unit) {
    let interval = CalendarInterval(unit, step: .max)
    #expect(interval.range(from: 0, to: 1e14).count <= 10_000)
  }

  @Test("moments before 1970 and leap days are kept")
  func beforeEpoch() {
    #expect(text(CalendarInterval(.day).floor(-1)) == "1969-12-31 00:00")
    #expect(
      text(CalendarInterval(.year).offset(moment("2012-02-29"), by: -100)) == "1912-02-29 00:00")
    #expect(text(CalendarInterval(.week).floor(moment("1900-01-03"))) == "1899-12-31 00:00")
  }
}
