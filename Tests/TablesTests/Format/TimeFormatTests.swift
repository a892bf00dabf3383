import Tables
import Testing

@Suite("Time format")
struct TimeFormatTests {
  private let date = CalendarTime.milliseconds(year: 2025, month: 4, day: 4)

  @Test(
    "languages write dates their way",
    arguments: [
      ("en-GB", "%-d %B %Y", "4 April 2025"), ("de", "%-d. %B %Y", "4. April 2025"),
      ("fr", "%A %e %b %Y", "vendredi  4 avr. 2025"), ("es", "%x", "04/04/2025"),
    ])
  func languages(tag: String, specifier: String, expected: String) throws {
    let locale = try #require(TimeLocale.forLanguage(tag))
    #expect(try TimeFormat(specifier, locale: locale).format(date) == expected)
  }

  @Test("what is no directive is refused", arguments: ["%", "%k", "%-", "%E"])
  func refused(specifier: String) {
    #expect(throws: FormatError.self) { try TimeFormat(specifier) }
  }

  @Test("a text with more or less than the format is refused", arguments: ["2025", "2025-04x", ""])
  func rest(text: String) throws {
    #expect(try TimeFormat("%Y-%m").parse(text) == nil)
  }

  @Test("a locale with a missing name is refused")
  func incomplete() {
    #expect(
      TimeLocale(
        dateTime: "", date: "", time: "", periods: [], days: [], shortDays: [], months: [],
        shortMonths: []) == nil)
  }
}
