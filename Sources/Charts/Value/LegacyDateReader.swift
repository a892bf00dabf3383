/// Reads dates outside ISO 8601 as browsers do: words and numbers in any of the usual orders.
///
/// The rules are those that V8's legacy parser and Firefox share: three numbers are month/day/year, or
/// year/month/day where the first has more than two digits; a month's name frees the others; years of
/// two digits lie between 1950 and 2049.
enum LegacyDateReader {
  private struct Parts {
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    var clock: [Int] = []
    var millisecond = 0
    var isAfternoon: Bool?
    var offset = 0.0
  }

  /// The moment in milliseconds since 1970, or nil where the text is no date.
  static func read(_ text: String) -> Double? {
    guard let parts = parts(of: Array(text.unicodeScalars)), var time = date(parts) else {
      return nil
    }
    guard setClock(of: &time, parts) else { return nil }
    return time.milliseconds - parts.offset
  }

  private static func parts(of scalars: [Unicode.Scalar]) -> Parts? {
    var parts = Parts()
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if isDigit(scalar) {
        guard readNumber(scalars, &place, &parts) else { return nil }
      } else if isLetter(scalar) {
        let start = place
        while place < scalars.count, isLetter(scalars[place]) { place += 1 }
        guard readWord(String(String.UnicodeScalarView(scalars[start..<place])), &parts) else {
          return nil
        }
      } else if scalar == "(" {
        while place < scalars.count, scalars[place] != ")" { place += 1 }
        place += 1
      } else if scalar == "+" || scalar == "-", !parts.clock.isEmpty {
        guard readOffset(scalars, &place, &parts) else { return nil }
      } else if scalar == " " || scalar == "," || scalar == "/" || scalar == "-" || scalar == "." {
        place += 1
      } else {
        return nil
      }
    }
    return parts
  }

  /// Reads a number of the date, or a whole clock time where a colon follows.
  private static func readNumber(
    _ scalars: [Unicode.Scalar], _ place: inout Int, _ parts: inout Parts
  ) -> Bool {
    guard let first = digits(scalars, &place) else { return false }
    guard place < scalars.count, scalars[place] == ":" else {
      parts.numbers.append(first)
      return parts.numbers.count <= 4
    }
    guard parts.clock.isEmpty else { return false }
    parts.clock = [first.value]
    while place < scalars.count, scalars[place] == ":" {
      place += 1
      guard let next = digits(scalars, &place), parts.clock.count < 3 else { return false }
      parts.clock.append(next.value)
    }
    if place < scalars.count, scalars[place] == "." {
      place += 1
      guard let fraction = digits(scalars, &place) else { return false }
      var value = fraction.value
      for _ in 0..<max(0, 3 - fraction.digits) { value *= 10 }
      for _ in 0..<max(0, fraction.digits - 3) { value /= 10 }
      parts.millisecond = value
    }
    return true
  }

  private static func readWord(_ word: String, _ parts: inout Parts) -> Bool {
    switch word.uppercased() {
    case "AM": parts.isAfternoon = false
    case "PM": parts.isAfternoon = true
    case "Z", "UTC", "GMT", "UT", "T": break
    case "EST": parts.offset = -5 * 3_600_000
    case "EDT": parts.offset = -4 * 3_600_000
    case "CST": parts.offset = -6 * 3_600_000
    case "CDT": parts.offset = -5 * 3_600_000
    case "MST": parts.offset = -7 * 3_600_000
    case "MDT": parts.offset = -6 * 3_600_000
    case "PST": parts.offset = -8 * 3_600_000
    case "PDT": parts.offset = -7 * 3_600_000
    default:
      if let month = DateText.month(word), parts.month == nil {
        parts.month = month
      } else if !DateText.isWeekday(word) {
        return false
      }
    }
    return true
  }

  private static func readOffset(
    _ scalars: [Unicode.Scalar], _ place: inout Int, _ parts: inout Parts
  ) -> Bool {
    let sign = scalars[place] == "-" ? -1.0 : 1.0
    place += 1
    guard let first = digits(scalars, &place) else { return false }
    var (hours, minutes) =
      first.digits > 2 ? (first.value / 100, first.value % 100) : (first.value, 0)
    if place < scalars.count, scalars[place] == ":" {
      place += 1
      guard let second = digits(scalars, &place) else { return false }
      (hours, minutes) = (first.value, second.value)
    }
    parts.offset = sign * Double(hours * 60 + minutes) * 60_000
    return true
  }

  private static func date(_ parts: Parts) -> CivilTime? {
    let numbers = parts.numbers
    var year = (value: 2001, digits: 4)
    let month: Int
    var day = 1
    if let named = parts.month {
      month = named
      switch numbers.count {
      case 1 where numbers[0].digits > 2: year = numbers[0]
      case 1: day = numbers[0].value
      case 2 where numbers[0].digits > 2: (year, day) = (numbers[0], numbers[1].value)
      case 2: (day, year) = (numbers[0].value, numbers[1])
      default: return nil
      }
    } else {
      guard numbers.count == 3 || (numbers.count == 2 && numbers[0].digits == 4) else { return nil }
      if numbers[0].digits > 2 {
        year = numbers[0]
        month = numbers[1].value - 1
        if numbers.count == 3 { day = numbers[2].value }
      } else {
        month = numbers[0].value - 1
        day = numbers[1].value
        year = numbers[2]
      }
    }
    guard (0...11).contains(month), (1...31).contains(day) else { return nil }
    let full = year.digits <= 2 ? year.value + (year.value < 50 ? 2000 : 1900) : year.value
    return CivilTime(year: full, month: month, day: day)
  }

  private static func setClock(of time: inout CivilTime, _ parts: Parts) -> Bool {
    guard !parts.clock.isEmpty else { return parts.isAfternoon == nil }
    guard parts.clock.count >= 2 else { return false }
    var hour = parts.clock[0]
    if let isAfternoon = parts.isAfternoon {
      guard (1...12).contains(hour) else { return false }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    let second = parts.clock.count > 2 ? parts.clock[2] : 0
    guard hour < 25, parts.clock[1] < 60, second < 60 else { return false }
    time.hour = hour
    time.minute = parts.clock[1]
    time.second = second
    time.millisecond = parts.millisecond
    return true
  }

  private static func digits(
    _ scalars: [Unicode.Scalar], _ place: inout Int
  ) -> (value: Int, digits: Int)? {
    let start = place
    var value = 0
    while place < scalars.count, isDigit(scalars[place]) {
      guard place - start < 9 else { return nil }
      value = value * 10 + Int(scalars[place].value - 48)
      place += 1
    }
    return place > start ? (value, place - start) : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (scalar.value | 0x20) >= 0x61 && (scalar.value | 0x20) <= 0x7A }
    return scalar.properties.isAlphabetic
  }
}
