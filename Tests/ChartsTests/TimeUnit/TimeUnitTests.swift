import Charts
import Testing

@Suite("Time units")
struct TimeUnitTests {
  private func moment(_ text: String) -> Double { ChartValue.text(text).moment }
  private func iso(_ moment: Double) -> String { TimeText.format(moment, "%Y-%m-%dT%H:%M:%S.%L") }

  @Test(
    "a moment is cut to the beginning of its interval",
    arguments: [
      ("year", "2014-01-01T00:00:00.000"), ("quarter", "2012-07-01T00:00:00.000"),
      ("month", "2012-08-01T00:00:00.000"), ("yearmonth", "2014-08-01T00:00:00.000"),
      ("yearquarter", "2014-07-01T00:00:00.000"), ("date", "2012-01-17T00:00:00.000"),
      ("monthdate", "2012-08-17T00:00:00.000"), ("day", "2012-01-01T00:00:00.000"),
      ("hours", "2012-01-01T21:00:00.000"), ("hoursminutes", "2012-01-01T21:43:00.000"),
      ("minutes", "2012-01-01T00:43:00.000"), ("seconds", "2012-01-01T00:00:05.000"),
      ("milliseconds", "2012-01-01T00:00:00.007"), ("yearweek", "2014-08-17T00:00:00.000"),
      ("utcyearmonthdatehours", "2014-08-17T21:00:00.000"),
      ("yeardayofyear", "2014-08-17T00:00:00.000"),
      ("yearmonthdatehoursminutesseconds", "2014-08-17T21:43:05.000"),
    ])
  func floor(_ name: String, _ expected: String) throws {
    let unit = try #require(TimeUnit(name: name))
    #expect(iso(unit.floor(moment("2014-08-17T21:43:05.007"))) == expected)
  }

  @Test(
    "a step cuts into longer intervals",
    arguments: [
      ("year", 5, "2010-01-01"), ("yearmonth", 6, "2014-07-01"),
      ("yearmonthdate", 10, "2014-08-11"),
      ("month", 3, "2012-07-01"),
    ])
  func steps(_ name: String, _ step: Int, _ expected: String) throws {
    let unit = try #require(TimeUnit(name: name, step: step))
    #expect(TimeText.format(unit.floor(moment("2014-08-17")), "%Y-%m-%d") == expected)
  }

  @Test("an interval ends where the next begins")
  func ends() throws {
    let month = try #require(TimeUnit(name: "yearmonth"))
    #expect(iso(month.end(of: moment("2012-02-01"))).hasPrefix("2012-03-01"))
    let quarter = try #require(TimeUnit(name: "yearquarter"))
    #expect(iso(quarter.end(of: moment("2012-10-01"))).hasPrefix("2013-01-01"))
    let steps = try #require(TimeUnit(name: "hoursminutes", step: 15))
    #expect(iso(steps.end(of: moment("2012-01-01T09:45"))).hasPrefix("2012-01-01T10:00"))
  }

  @Test("a name tells prefixes and parts")
  func names() throws {
    let unit = try #require(TimeUnit(name: "binnedutcyearmonth"))
    #expect(unit.isBinned && unit.isUTC && unit.parts == [.year, .month])
    #expect(unit.name == "yearmonth")
    #expect(unit.fullName == "binnedutcyearmonth")
  }

  @Test(
    "what is no time unit is none",
    arguments: ["", "utc", "monthyear", "years", "yearyear", "yearfoo"])
  func unknown(_ name: String) {
    #expect(TimeUnit(name: name) == nil)
  }

  @Test("all names that are suggested are time units", arguments: TimeUnit.names)
  func suggestions(_ name: String) {
    #expect(TimeUnit(name: name) != nil)
  }

  @Test(
    "guides have Vega-Lite's formats",
    arguments: [
      ("year", "%Y"), ("month", "%b"), ("yearmonth", "%b %Y"), ("yearmonthdate", "%b %d, %Y"),
      ("quarter", "Q%q"), ("yearquarter", "%Y Q%q"), ("day", "%a"), ("hours", "%H:00"),
      ("hoursminutes", "%H:%M"), ("yearmonthdatehoursminutes", "%b %d, %Y %H:%M"),
      ("minutes", "00:%M"), ("week", "W%U"), ("dayofyear", "%j"), ("monthdate", "%b %d"),
    ])
  func formats(_ name: String, _ expected: String) {
    #expect(TimeUnit(name: name)?.formatSpecifier == expected)
  }

  @Test(
    "the unit that fits a span is found",
    arguments: [
      ("2000-01-01", "2020-01-01", 10.0, "year", 2),
      ("2000-01-01", "2001-01-01", 20, "yearmonth", 1),
      ("2000-01-01", "2000-01-02", 30, "yearmonthdatehours", 1),
      ("2000-01-01T00:00", "2000-01-01T00:10", 12, "yearmonthdatehoursminutes", 1),
    ])
  func fitting(_ start: String, _ end: String, _ bins: Double, _ name: String, _ step: Int) {
    let unit = TimeUnit.fitting((moment(start), moment(end)), maxBins: bins)
    #expect(unit.name == name)
    #expect(unit.step == step)
  }

  @Test("an invalid moment stays one")
  func invalid() throws {
    let unit = try #require(TimeUnit(name: "yearmonth"))
    #expect(unit.floor(.nan).isNaN)
    #expect(unit.floor(1e300).isNaN)
    #expect(unit.end(of: .nan).isNaN)
    #expect(TimeUnit([.year], step: .max).floor(0).isFinite)
  }
}
