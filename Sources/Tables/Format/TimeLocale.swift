/// How dates and times are written in a language: the locale definition of d3-time-format.
public struct TimeLocale: Hashable, Sendable {
  /// The format of `%c`.
  public var dateTime: String
  /// The format of `%x`.
  public var date: String
  /// The format of `%X`.
  public var time: String
  /// The words of `%p`: before noon, after noon.
  public var periods: [String]
  /// The days of the week from Sunday.
  public var days: [String]
  /// Their short names.
  public var shortDays: [String]
  /// The months from January.
  public var months: [String]
  /// Their short names.
  public var shortMonths: [String]

  /// A locale; nil unless there are 2 periods, 7 days and 12 months, each with a short name.
  public init?(
    dateTime: String, date: String, time: String, periods: [String], days: [String],
    shortDays: [String], months: [String], shortMonths: [String]
  ) {
    let counts = [periods.count, days.count, shortDays.count, months.count, shortMonths.count]
    guard counts == [2, 7, 7, 12, 12] else { return nil }
    self.init(
      formats: [dateTime, date, time], periods: periods, names: [days, shortDays],
      monthNames: [months, shortMonths])
  }

  private init(
    formats: [String], periods: [String] = ["AM", "PM"], names: [[String]], monthNames: [[String]]
  ) {
    (dateTime, date, time) = (formats[0], formats[1], formats[2])
    self.periods = periods
    (days, shortDays) = (names[0], names[1])
    (months, shortMonths) = (monthNames[0], monthNames[1])
  }

  /// English of the United States.
  public static let enUS = TimeLocale(
    formats: ["%x, %X", "%-m/%-d/%Y", "%-I:%M:%S %p"], names: english, monthNames: englishMonths)
  /// English of the United Kingdom.
  public static let enGB = TimeLocale(
    formats: ["%a %e %b %X %Y", "%d/%m/%Y", "%H:%M:%S"], names: english,
    monthNames: englishMonths)
  /// German of Germany.
  public static let deDE = TimeLocale(
    formats: ["%A, der %e. %B %Y, %X", "%d.%m.%Y", "%H:%M:%S"],
    names: [
      words("Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag"),
      words("So Mo Di Mi Do Fr Sa"),
    ],
    monthNames: [
      words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
      words("Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez"),
    ])
  /// French of France.
  public static let frFR = TimeLocale(
    formats: ["%A %e %B %Y à %X", "%d/%m/%Y", "%H:%M:%S"],
    names: [
      words("dimanche lundi mardi mercredi jeudi vendredi samedi"),
      words("dim. lun. mar. mer. jeu. ven. sam."),
    ],
    monthNames: [
      words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
      words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    ])
  /// Spanish of Spain.
  public static let esES = TimeLocale(
    formats: ["%A, %e de %B de %Y, %X", "%d/%m/%Y", "%H:%M:%S"],
    names: [
      words("domingo lunes martes miércoles jueves viernes sábado"),
      words("dom lun mar mié jue vie sáb"),
    ],
    monthNames: [
      words(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
      words("ene feb mar abr may jun jul ago sep oct nov dic"),
    ])

  /// The locale of a language tag such as `en-GB` or `de`: the exact tag, else that of its language;
  /// nil where none is known.
  public static func forLanguage(_ tag: String) -> TimeLocale? {
    LanguageTag.choose(
      tag,
      from: ["en-us": enUS, "en": enUS, "en-gb": enGB, "de": deDE, "fr": frFR, "es": esES])
  }

  private static let english = [
    words("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
    words("Sun Mon Tue Wed Thu Fri Sat"),
  ]
  private static let englishMonths = [
    words(
      "January February March April May June July August September October November December"),
    words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
  ]

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
