/// Reads the directives of a time format from a text.
struct TimeReader {
  private var rest: Substring
  private let locale: TimeLocale
  /// What has been read.
  private(set) var fields = TimeFields()

  init(_ text: some StringProtocol, locale: TimeLocale) {
    rest = Substring(text)
    self.locale = locale
  }

  /// Whether all of the text has been read.
  var isAtEnd: Bool { rest.isEmpty }

  /// Reads a piece of a format; false where the text is another.
  mutating func read(_ piece: TimeFormat.Piece) -> Bool {
    switch piece {
    case .text(let literal):
      guard rest.hasPrefix(literal) else { return false }
      rest.removeFirst(literal.count)
      return true
    case .directive(let directive, _):
      return !rest.isEmpty && read(directive)
    }
  }

  private mutating func read(_ directive: TimeDirective) -> Bool {
    switch directive {
    case .shortDay: return name(locale.shortDays, \.weekday)
    case .dayName: return name(locale.days, \.weekday)
    case .shortMonth: return name(locale.shortMonths, \.month, from: 1)
    case .monthName: return name(locale.months, \.month, from: 1)
    case .period: return name(locale.periods, \.period)
    case .day, .blankPaddedDay: return number(2) { $0.day = $1 }
    case .dayOfYear:
      return number(3) {
        $0.month = 1
        $0.day = $1
        $0.isDayOfYear = true
      }
    case .microsecond: return number(6) { $0.millisecond = $1 / 1000 }
    case .millisecond: return number(3) { $0.millisecond = $1 }
    case .isoYear, .year: return number(4) { $0.year = $1 }
    case .shortISOYear, .shortYear: return number(2) { $0.year = $1 + ($1 > 68 ? 1900 : 2000) }
    case .hour, .hourOfTwelve: return number(2) { $0.hour = $1 }
    case .month: return number(2) { $0.month = $1 }
    case .minute: return number(2) { $0.minute = $1 }
    case .quarter: return number(1) { $0.quarter = $1 }
    case .second: return number(2) { $0.second = $1 }
    case .mondayBasedDay: return number(1) { $0.mondayBasedDay = $1 }
    case .sundayBasedDay: return number(1) { $0.weekday = $1 }
    case .sundayWeek: return number(2) { $0.sundayWeek = $1 }
    case .mondayWeek: return number(2) { $0.mondayWeek = $1 }
    case .isoWeek: return number(2) { $0.isoWeek = $1 }
    case .unixMilliseconds: return number(15) { $0.unixMilliseconds = Double($1) }
    case .unixSeconds: return number(15) { $0.unixSeconds = Double($1) }
    case .zone: return zone()
    }
  }

  /// Reads blanks and digits, of at most `width` characters in all.
  private mutating func number(_ width: Int, set: (inout TimeFields, Int) -> Void) -> Bool {
    let window = rest.prefix(width)
    let digits = window.drop(while: \.isWhitespace).prefix { $0.isASCII && $0.isNumber }
    guard let value = Int(digits) else { return false }
    set(&fields, value)
    rest = rest[digits.endIndex...]
    return true
  }

  /// Reads one of the names, the first that fits; case does not count.
  private mutating func name(
    _ names: [String], _ field: WritableKeyPath<TimeFields, Int?>, from first: Int = 0
  ) -> Bool {
    for (index, name) in names.enumerated()
    where rest.prefix(name.count).lowercased() == name.lowercased() {
      fields[keyPath: field] = index + first
      rest.removeFirst(name.count)
      return true
    }
    return false
  }

  /// Reads `Z`, `+hh`, `+hhmm` or `+hh:mm`.
  private mutating func zone() -> Bool {
    if rest.first == "Z" {
      rest.removeFirst()
      return true
    }
    guard let sign = rest.popFirst(), sign == "+" || sign == "-", let hours = twoDigits() else {
      return false
    }
    let before = rest
    if rest.first == ":" { rest.removeFirst() }
    let minutes = twoDigits()
    if minutes == nil { rest = before }
    fields.zone = (hours * 100 + (minutes ?? 0)) * (sign == "+" ? -1 : 1)
    return true
  }

  private mutating func twoDigits() -> Int? {
    let digits = rest.prefix(2)
    guard digits.count == 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    rest.removeFirst(2)
    return Int(digits)
  }
}
