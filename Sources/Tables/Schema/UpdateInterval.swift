import Diagnostics
import Documents

/// How often data are replaced: `1 year`, `6 months`, `2 weeks`, `monthly`, or an ISO 8601 duration of one
/// part such as `P1Y`.
public struct UpdateInterval: Hashable, Sendable {
  /// How many units.
  public let count: Int
  /// Days, weeks, months, quarters or years.
  public let unit: CalendarUnit

  /// The longest that is sensible; longer ones are mistakes.
  private static let countLimit = 10_000

  /// The interval that a text means; nil for other texts.
  public init?(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    if words.count == 1, let unit = Self.adverbs[String(words[0])] {
      (count, self.unit) = (1, unit)
      return
    }
    let (number, unit) =
      words.count == 2 ? (words[0], Self.units[String(words[1])]) : Self.duration(text)
    guard let unit, number.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let count = Int(number), 1...Self.countLimit ~= count
    else { return nil }
    (self.count, self.unit) = (count, unit)
  }

  /// The interval in words: `6 months`.
  public var words: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }

  /// The day by which data read on a day are to be replaced, as `YYYY-MM-DD`; nil where the day is none. A
  /// year or a month counts from its last day.
  public func due(after day: String) -> String? {
    guard let day = VintageOrder.lastDay(day), let time = CalendarTime.parse(day) else {
      return nil
    }
    return CalendarTime.dateText(CalendarTime.adding(count, unit, to: time))
  }

  private static let adverbs: [String: CalendarUnit] = [
    "daily": .day, "weekly": .week, "monthly": .month, "quarterly": .quarter, "yearly": .year,
    "annually": .year,
  ]

  private static let units: [String: CalendarUnit] = [
    "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month,
    "quarter": .quarter, "quarters": .quarter, "year": .year, "years": .year,
  ]

  /// The parts of `P6M`.
  private static func duration(_ text: String) -> (Substring, CalendarUnit?) {
    let letters: [Character: CalendarUnit] = ["D": .day, "W": .week, "M": .month, "Y": .year]
    guard text.hasPrefix("P"), let last = text.last else { return ("", nil) }
    return (text.dropFirst().dropLast(), letters[last])
  }
}

extension DescriptorContext {
  /// The interval under `update_every`; what is none is reported.
  func updateEvery(_ reader: inout MappingReader) -> UpdateInterval? {
    guard let text = reader.string("update_every") else { return nil }
    if let interval = UpdateInterval(text) { return interval }
    error(
      "package.update-every", at: reader.location("update_every"),
      "`update_every` says how often data are replaced", found: "`\(text)`",
      expected: "such as `1 year` or `6 months`")
    return nil
  }
}
