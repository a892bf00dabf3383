public import Documents

/// A date written as a mapping: `{year: 2012, month: "jan", date: 5}` (Vega-Lite's `DateTime`).
public struct DateTimeObject: Hashable, Sendable {
  /// The moment in milliseconds since 1970 UTC; parts that are missing are the first, the year is 2012.
  public let milliseconds: Double

  /// The date of a mapping that has only a date's parts, or nil.
  public init?(_ node: DocumentNode) {
    guard let entries = node.mapping?.entries, !entries.isEmpty,
      entries.allSatisfy({ Self.keys.contains($0.key) })
    else { return nil }
    func number(_ key: String) -> Double? { node[key]?.number }
    var time = CivilTime(year: number("year").flatMap(Self.whole) ?? TimeUnit.referenceYear)
    if let month = node["month"] {
      guard let value = Self.month(month) else { return nil }
      time.month = value
    } else if let quarter = number("quarter").flatMap(Self.whole) {
      time.month = (quarter - 1) * 3
    }
    if let date = number("date").flatMap(Self.whole) {
      time.day = date
    } else if let day = node["day"] {
      guard let value = Self.weekday(day) else { return nil }
      time.day = value + 1
    }
    time.hour = number("hours").flatMap(Self.whole) ?? 0
    time.minute = number("minutes").flatMap(Self.whole) ?? 0
    time.second = number("seconds").flatMap(Self.whole) ?? 0
    time.millisecond = number("milliseconds").flatMap(Self.whole) ?? 0
    milliseconds = time.milliseconds
  }

  /// The date of one part, as a number or a name stands for it beside a single time unit: month 1 or
  /// `jan` is January.
  init?(_ part: TimeUnit.Part, _ node: DocumentNode) {
    let mapping = DocumentMapping([.init(key: part.rawValue, value: node)])
    self.init(DocumentNode(.mapping(mapping), node.range))
  }

  private static let keys: Set<String> = [
    "year", "quarter", "month", "date", "day", "hours", "minutes", "seconds", "milliseconds", "utc",
  ]

  private static func whole(_ value: Double) -> Int? {
    value.magnitude < 1e7 ? Int(value.rounded(.down)) : nil
  }

  /// The month from 0, of a number from 1 or a name.
  private static func month(_ node: DocumentNode) -> Int? {
    node.number.flatMap(whole).map { $0 - 1 } ?? node.string.flatMap(DateText.month)
  }

  /// The day of the week from 0, Sunday, of a number (7 is Sunday too) or a name.
  private static func weekday(_ node: DocumentNode) -> Int? {
    if let number = node.number.flatMap(whole) { return ((number % 7) + 7) % 7 }
    let names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    return node.string.flatMap { names.firstIndex(of: String($0.lowercased().prefix(3))) }
  }
}
