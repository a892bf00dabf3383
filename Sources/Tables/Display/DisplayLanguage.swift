/// How values are shown in a language.
public struct DisplayLanguage: Hashable, Sendable {
  /// How numbers are written.
  public var numbers: NumberLocale
  /// How times are written.
  public var times: TimeLocale
  /// A whole date, as a d3-time-format string.
  public var date: String
  /// A month of a year.
  public var month: String
  /// The word for true.
  public var yes: String
  /// The word for false.
  public var no: String

  /// A language.
  public init(
    numbers: NumberLocale, times: TimeLocale, date: String = "%-d %B %Y", month: String = "%B %Y",
    yes: String = "yes", no: String = "no"
  ) {
    self.numbers = numbers
    self.times = times
    self.date = date
    self.month = month
    self.yes = yes
    self.no = no
  }

  /// English of the United States, with dates as `4 April 2025`.
  public static let english = DisplayLanguage(numbers: .enUS, times: .enUS)

  /// The language of a tag such as `de-AT`: that of the tag or of its first part; nil where none is
  /// known.
  public static func forLanguage(_ tag: String) -> DisplayLanguage? {
    LanguageTag.choose(
      tag,
      from: [
        "en": english,
        "en-gb": DisplayLanguage(numbers: .enGB, times: .enGB),
        "de": DisplayLanguage(
          numbers: .deDE, times: .deDE, date: "%-d. %B %Y", yes: "ja", no: "nein"),
        "fr": DisplayLanguage(numbers: .frFR, times: .frFR, yes: "oui", no: "non"),
        "es": DisplayLanguage(
          numbers: .esES, times: .esES, date: "%-d de %B de %Y", month: "%B de %Y", yes: "sí",
          no: "no"),
      ])
  }
}
