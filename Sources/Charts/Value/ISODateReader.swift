/// Reads the date-time format of ECMA-262 (21.4.1.32): `YYYY[-MM[-DD]][THH:mm[:ss[.sss]]][Z|±HH:mm]`.
enum ISODateReader {
  /// The moment in milliseconds since 1970, or nil where the text has another form.
  static func read(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { read(Scanner(bytes: $0)) }
  }

  private static func read(_ scanner: Scanner) -> Double? {
    var bytes = scanner
    guard let year = bytes.year() else { return nil }
    var time = CivilTime(year: year)
    if bytes.take("-") {
      guard let month = bytes.digits(2), (1...12).contains(month) else { return nil }
      time.month = month - 1
      if bytes.take("-") {
        guard let day = bytes.digits(2), (1...31).contains(day) else { return nil }
        time.day = day
      }
    }
    if bytes.isAtEnd { return time.milliseconds }
    guard bytes.take("T") || bytes.take("t") || bytes.take(" ") else { return nil }
    guard bytes.clock(&time), let offset = bytes.offset(), bytes.isAtEnd else { return nil }
    return time.milliseconds - offset
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0

    var isAtEnd: Bool { place == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard place < bytes.count, UInt32(bytes[place]) == character.value else { return false }
      place += 1
      return true
    }

    mutating func digits(_ count: Int) -> Int? {
      guard place + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[place..<place + count] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      place += count
      return value
    }

    mutating func year() -> Int? {
      if take("+") { return digits(6) }
      if take("-") { return digits(6).map { -$0 } }
      return digits(4)
    }

    /// Reads `HH:mm[:ss[.fraction]]`; 24:00 is the end of the day.
    mutating func clock(_ time: inout CivilTime) -> Bool {
      guard let hour = digits(2), hour <= 24, take(":"), let minute = digits(2), minute < 60 else {
        return false
      }
      time.hour = hour
      time.minute = minute
      if take(":") {
        guard let second = digits(2), second < 60 else { return false }
        time.second = second
        if take(".") || take(",") {
          guard let fraction = fraction() else { return false }
          time.millisecond = fraction
        }
      }
      return hour < 24 || (time.minute, time.second, time.millisecond) == (0, 0, 0)
    }

    /// The milliseconds of a fraction of any length; what is finer is cut off.
    mutating func fraction() -> Int? {
      var value = 0
      var count = 0
      while let digit = digits(1) {
        if count < 3 { value = value * 10 + digit }
        count += 1
      }
      guard count > 0 else { return nil }
      for _ in 0..<max(0, 3 - count) { value *= 10 }
      return value
    }

    /// The milliseconds of `Z`, `±HH:mm` or `±HHmm`; nothing is UTC.
    mutating func offset() -> Double? {
      if isAtEnd || take("Z") || take("z") { return 0 }
      let sign: Double
      if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
      guard let hours = digits(2) else { return nil }
      let hasColon = take(":")
      guard let minutes = digits(2) else {
        return hasColon || !isAtEnd ? nil : sign * Double(hours) * 3_600_000
      }
      return sign * Double(hours * 60 + minutes) * 60_000
    }
  }
}
