import Tables
import Testing

@Suite("Calendar time")
struct CalendarTimeTests {
  @Test(
    "ISO texts become milliseconds since 1970",
    arguments: [
      ("1970", 0), ("1970-02", 2_678_400_000), ("1970-01-02", 86_400_000),
      ("1969-12-31", -86_400_000), ("2000-02-29", 951_782_400_000),
      ("2014-01-01T06:00:00Z", 1_388_556_000_000),
      ("2014-01-01T06:00:00+01:00", 1_388_552_400_000), ("2014-01-01T06:00", 1_388_556_000_000),
      ("1970-01-01T00:00:00.5", 500),
    ] as [(String, Double)])
  func parse(text: String, expected: Double) {
    #expect(CalendarTime.parse(text) == expected)
  }

  @Test(
    "dates that do not exist and other texts are refused",
    arguments: [
      "2023-02-29", "2100-02-29", "2024-13", "2024-00", "2024-04-31", "2024-4-3", "24", "",
      "2024-01-01T", "2024-01-01T24:00", "2024-01-01T10:60", "2024-01-01 ", "2024-01-01T10:00+1:00",
      "2024-01-01T10:00:00.", "2024T10:00", "٢٠٢٤",
    ])
  func refuse(text: String) {
    #expect(CalendarTime.parse(text) == nil)
  }

  @Test(
    "times are written back as ISO text", arguments: [-62_135_596_800_000, 0, 1_711_929_600_500])
  func write(milliseconds: Double) {
    #expect(CalendarTime.parse(CalendarTime.isoText(milliseconds)) == milliseconds)
    #expect(CalendarTime.parse(CalendarTime.dateTimeText(milliseconds)) == milliseconds)
  }

  @Test("every day of five centuries goes to its parts and back")
  func everyDay() {
    var day = CalendarTime.milliseconds(year: 1752)
    while day < CalendarTime.milliseconds(year: 2252) {
      let parts = CalendarParts(day)
      let back = CalendarTime.milliseconds(year: parts.year, month: parts.month, day: parts.day)
      if back != day { Issue.record("\(day) becomes \(back)") }
      day += CalendarTime.day
    }
  }

  @Test("weekdays, days of the year and ISO weeks are right")
  func weeks() {
    let parts = CalendarParts(CalendarTime.milliseconds(year: 2021, month: 1, day: 3))
    #expect(parts.weekday == 0)
    #expect(parts.isoWeek == (2020, 53))
    #expect(parts.weekFromSunday == 1)
    #expect(parts.weekFromMonday == 0)
    #expect(
      CalendarParts(CalendarTime.milliseconds(year: 2024, month: 12, day: 31)).dayOfYear == 366)
  }

  @Test(
    "steps along the calendar carry over",
    arguments: [
      ("2024-01-31", 1, CalendarUnit.month, "2024-03-02"), ("2024-12-15", 1, .month, "2025-01-15"),
      ("2024-01-15", -1, .quarter, "2023-10-15"), ("2024-02-29", 1, .year, "2025-03-01"),
      ("2024-02-28", 2, .day, "2024-03-01"), ("2024-02-28", 1, .week, "2024-03-06"),
    ])
  func steps(start: String, count: Int, unit: CalendarUnit, expected: String) throws {
    let time = try #require(CalendarTime.parse(start))
    #expect(CalendarTime.dateText(CalendarTime.adding(count, unit, to: time)) == expected)
  }

  @Test(
    "units begin and end where the calendar has them",
    arguments: [
      (CalendarUnit.year, "2024-01-01", "2025-01-01"), (.quarter, "2024-04-01", "2024-07-01"),
      (.month, "2024-05-01", "2024-06-01"), (.week, "2024-05-12", "2024-05-19"),
      (.day, "2024-05-15", "2024-05-16"),
    ])
  func floors(unit: CalendarUnit, below: String, above: String) throws {
    let time = try #require(CalendarTime.parse("2024-05-15T12:00"))
    #expect(CalendarTime.dateText(CalendarTime.floor(time, to: unit)) == below)
    #expect(CalendarTime.dateText(CalendarTime.ceiling(time, to: unit)) == above)
    let start = CalendarTime.floor(time, to: unit)
    #expect(CalendarTime.ceiling(start, to: unit) == start)
  }

  @Test("what is not finite or far beyond the calendar does not trap")
  func beyond() {
    for value in [Double.nan, .infinity, -.infinity, 1e300] { _ = CalendarTime.dateText(value) }
    #expect(CalendarTime.milliseconds(year: .max, month: .min, day: .max).isFinite)
    for unit in CalendarUnit.allCases {
      #expect(CalendarTime.adding(.max, unit, to: 0) > 0)
      #expect(CalendarTime.adding(.min, unit, to: 0) < 0)
    }
  }
}
