import Documents

/// The date-time definitions of a specification: `{"year": 2012, "month": "jan", "date": 1}`.
enum DateTimeValue {
  private static let keys: Set<String> = [
    "year", "quarter", "month", "date", "day", "hours", "minutes", "seconds", "milliseconds", "utc",
  ]
  private static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  /// The moment of a mapping with such keys only; nil for any other node.
  static func moment(_ node: DocumentNode) -> Double? {
    guard let mapping = node.mapping, !mapping.entries.isEmpty,
      mapping.entries.allSatisfy({ keys.contains($0.key) })
    else { return nil }
    func whole(_ key: String) -> Int? {
      mapping[key]?.number.map { Int($0.clamped(to: -1e6...1e6)) }
    }
    var time = CivilTime(year: whole("year") ?? TimeUnit.referenceYear)
    if let quarter = whole("quarter") { time.month = (quarter - 1) * 3 }
    if let month = whole("month") {
      time.month = month - 1
    } else if let name = mapping["month"]?.string {
      time.month = DateText.month(name) ?? 0
    }
    time.day = whole("date") ?? 1
    if let day = weekday(mapping["day"]), mapping["date"] == nil {
      // Weekdays lie on the first week of the reference year, which begins on a Sunday.
      time.day = day + 1
    }
    time.hour = whole("hours") ?? 0
    time.minute = whole("minutes") ?? 0
    time.second = whole("seconds") ?? 0
    time.millisecond = whole("milliseconds") ?? 0
    return time.milliseconds
  }

  private static func weekday(_ node: DocumentNode?) -> Int? {
    if let number = node?.number { return Int(number.clamped(to: 0...7)) % 7 }
    guard let name = node?.string?.lowercased() else { return nil }
    return days.firstIndex { name.hasPrefix($0) }
  }
}
