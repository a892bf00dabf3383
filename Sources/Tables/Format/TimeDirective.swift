/// The directives of d3-time-format and how each is written.
enum TimeDirective: Character, Hashable, Sendable {
  case shortDay = "a"
  case dayName = "A"
  case shortMonth = "b"
  case monthName = "B"
  case day = "d"
  case blankPaddedDay = "e"
  case microsecond = "f"
  case shortISOYear = "g"
  case isoYear = "G"
  case hour = "H"
  case hourOfTwelve = "I"
  case dayOfYear = "j"
  case millisecond = "L"
  case month = "m"
  case minute = "M"
  case period = "p"
  case quarter = "q"
  case unixMilliseconds = "Q"
  case unixSeconds = "s"
  case second = "S"
  case mondayBasedDay = "u"
  case sundayWeek = "U"
  case isoWeek = "V"
  case sundayBasedDay = "w"
  case mondayWeek = "W"
  case shortYear = "y"
  case year = "Y"
  case zone = "Z"

  /// The text of the directive for a time; `padding` is `-`, `_` or `0` where written.
  func text(
    _ time: CalendarParts, milliseconds: Double, padding: Character?, locale: TimeLocale
  ) -> String {
    func number(_ value: Int, _ width: Int) -> String { pad(value, width, padding) }
    switch self {
    case .shortDay: return locale.shortDays[time.weekday]
    case .dayName: return locale.days[time.weekday]
    case .shortMonth: return locale.shortMonths[time.month - 1]
    case .monthName: return locale.months[time.month - 1]
    case .day: return number(time.day, 2)
    case .blankPaddedDay: return pad(time.day, 2, padding ?? "_")
    case .microsecond: return number(time.millisecond, 3) + "000"
    case .shortISOYear: return number(time.isoWeek.year % 100, 2)
    case .isoYear: return number(time.isoWeek.year % 10_000, 4)
    case .hour: return number(time.hour, 2)
    case .hourOfTwelve: return number((time.hour + 11) % 12 + 1, 2)
    case .dayOfYear: return number(time.dayOfYear, 3)
    case .millisecond: return number(time.millisecond, 3)
    case .month: return number(time.month, 2)
    case .minute: return number(time.minute, 2)
    case .period: return locale.periods[time.hour < 12 ? 0 : 1]
    case .quarter: return String(time.quarter)
    case .unixMilliseconds: return PlainNumber.text(milliseconds)
    case .unixSeconds: return PlainNumber.text((milliseconds / 1000).rounded(.down))
    case .second: return number(time.second, 2)
    case .mondayBasedDay: return String((time.weekday + 6) % 7 + 1)
    case .sundayWeek: return number(time.weekFromSunday, 2)
    case .isoWeek: return number(time.isoWeek.week, 2)
    case .sundayBasedDay: return String(time.weekday)
    case .mondayWeek: return number(time.weekFromMonday, 2)
    case .shortYear: return number(time.year % 100, 2)
    case .year: return number(time.year % 10_000, 4)
    case .zone: return "+0000"
    }
  }

  private func pad(_ value: Int, _ width: Int, _ padding: Character?) -> String {
    let digits = String(abs(value))
    let missing = padding == "-" ? 0 : max(0, width - digits.utf8.count)
    return (value < 0 ? "-" : "") + String(repeating: padding == "_" ? " " : "0", count: missing)
      + digits
  }
}
