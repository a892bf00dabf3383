/// Reads dates and times of ISO 8601 from ASCII text.
struct ISOReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8.prefix(40))
  }

  /// Whether all of the text has been read.
  var isAtEnd: Bool { index == bytes.count }

  /// A whole text that is a year, month, date or date-time, in milliseconds since 1970 UTC.
  mutating func readTime() -> Double? {
    guard let (year, month, day) = readDate() else { return nil }
    guard month == nil || 1...12 ~= (month ?? 1), (day ?? 1) >= 1,
      (day ?? 1) <= CalendarTime.days(inMonth: month ?? 1, of: year)
    else { return nil }
    let date = CalendarTime.milliseconds(year: year, month: month ?? 1, day: day ?? 1)
    if isAtEnd { return date }
    guard day != nil, take("T"), let clock = readClock() else { return nil }
    guard !isAtEnd else { return date + clock }
    guard let offset = readOffset(), isAtEnd else { return nil }
    return date + clock - offset
  }

  /// `hh:mm`, with seconds and a fraction of them where given, in milliseconds.
  mutating func readClock() -> Double? {
    guard let hour = digits(2), hour < 24, take(":"), let minute = digits(2), minute < 60 else {
      return nil
    }
    var result = Double(hour * 3600 + minute * 60) * 1000
    guard take(":") else { return result }
    guard let second = digits(2), second < 60 else { return nil }
    result += Double(second) * 1000
    guard take(".") else { return result }
    var scale = 100.0
    var count = 0
    while let digit = digits(1) {
      result += Double(digit) * scale
      scale /= 10
      count += 1
    }
    return count > 0 ? result.rounded(.down) : nil
  }

  /// `Z`, `+hh:mm`, `+hhmm` or `+hh`, in milliseconds east of UTC.
  mutating func readOffset() -> Double? {
    if take("Z") { return 0 }
    let sign: Double
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hour = digits(2), hour < 24 else { return nil }
    if isAtEnd { return sign * Double(hour) * 3_600_000 }
    _ = take(":")
    guard let minute = digits(2), minute < 60 else { return nil }
    return sign * Double(hour * 60 + minute) * 60_000
  }

  private mutating func readDate() -> (Int, Int?, Int?)? {
    let year: Int
    if take("+") {
      guard let long = digits(6) else { return nil }
      year = long
    } else if take("-") {
      guard let long = digits(6) else { return nil }
      year = -long
    } else {
      guard let short = digits(4) else { return nil }
      year = short
    }
    guard take("-") else { return (year, nil, nil) }
    guard let month = digits(2) else { return nil }
    guard take("-") else { return (year, month, nil) }
    guard let day = digits(2) else { return nil }
    return (year, month, day)
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: scalar) else { return false }
    index += 1
    return true
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard index + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + count] {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    index += count
    return value
  }
}
