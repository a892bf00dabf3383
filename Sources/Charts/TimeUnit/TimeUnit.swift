/// A time unit of Vega-Lite: the parts of a date that are kept, such as `yearmonth`, with a step.
public struct TimeUnit: Hashable, Sendable {
  /// One part of a date, from coarse to fine, by Vega's names.
  public enum Part: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The year.
    case year
    /// Three months.
    case quarter
    /// The month.
    case month
    /// The week, which begins on Sunday; week 1 has the first Sunday.
    case week
    /// The day of the month.
    case date
    /// The day of the week, from Sunday.
    case day
    /// The day of the year.
    case dayofyear
    /// The hour.
    case hours
    /// The minute.
    case minutes
    /// The second.
    case seconds
    /// The millisecond.
    case milliseconds

    /// The coarser part is the smaller.
    public static func < (a: Part, b: Part) -> Bool {
      (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }

    /// The interval of the calendar that the part counts.
    var interval: CalendarInterval.Unit {
      switch self {
      case .year: .year
      case .quarter, .month: .month
      case .week: .week
      case .date, .day, .dayofyear: .day
      case .hours: .hour
      case .minutes: .minute
      case .seconds: .second
      case .milliseconds: .millisecond
      }
    }
  }

  /// The parts, from coarse to fine.
  public let parts: [Part]
  /// How many of the finest part make one interval.
  public let step: Int
  /// Whether the name began with `utc`; the results are the same, as local time is UTC.
  public let isUTC: Bool
  /// Whether the name began with `binned`: the data is cut already.
  public let isBinned: Bool

  /// A time unit of at least one part.
  public init(_ parts: [Part], step: Int = 1, isUTC: Bool = false, isBinned: Bool = false) {
    self.parts = Set(parts).sorted()
    self.step = min(max(1, step), 1 << 31)
    self.isUTC = isUTC
    self.isBinned = isBinned
  }

  /// A time unit by its name, such as `utcyearmonth` or `binnedyear`; nil for any other text.
  public init?(name: String, step: Int = 1) {
    var rest = Substring(name)
    func take(_ prefix: String) -> Bool {
      guard rest.hasPrefix(prefix) else { return false }
      rest = rest.dropFirst(prefix.count)
      return true
    }
    let isBinned = take("binned")
    let isUTC = take("utc")
    var parts: [Part] = []
    while !rest.isEmpty {
      guard let part = Self.named.first(where: { rest.hasPrefix($0.rawValue) }) else { return nil }
      if let last = parts.last, part <= last { return nil }
      parts.append(part)
      rest = rest.dropFirst(part.rawValue.count)
    }
    if parts.isEmpty { return nil }
    self.init(parts, step: step, isUTC: isUTC, isBinned: isBinned)
  }

  /// The parts with the longer of two names that begin alike first.
  private static let named: [Part] = [.dayofyear] + Part.allCases.filter { $0 != .dayofyear }

  /// The name without prefixes, as in names of fields: `yearmonth`.
  public var name: String { parts.map(\.rawValue).joined() }

  /// The name with prefixes and step, as Vega-Lite puts it into the names of derived fields.
  public var fullName: String {
    let prefix = (isBinned ? "binned" : "") + (isUTC ? "utc" : "")
    return prefix + name + (step > 1 ? "_step_\(step)" : "")
  }

  /// Whether a part is among the unit's.
  public func contains(_ part: Part) -> Bool { parts.contains(part) }

  /// The names of all single units and the usual combinations, for suggestions.
  public static let names: [String] = {
    let singles = Part.allCases.map(\.rawValue)
    let combinations = [
      "yearquarter", "yearquartermonth", "yearmonth", "yearmonthdate", "yearmonthdatehours",
      "yearmonthdatehoursminutes", "yearmonthdatehoursminutesseconds", "yearweek", "yearweekday",
      "yearweekdayhours", "yearweekdayhoursminutes", "yearweekdayhoursminutesseconds",
      "yeardayofyear", "quartermonth", "monthdate", "monthdatehours", "monthdatehoursminutes",
      "monthdatehoursminutesseconds", "weekday", "weekdayhours", "weekdayhoursminutes",
      "weekdayhoursminutesseconds", "dayhours", "dayhoursminutes", "dayhoursminutesseconds",
      "hoursminutes", "hoursminutesseconds", "minutesseconds", "secondsmilliseconds",
    ]
    let all = singles + combinations
    return all + all.map { "utc" + $0 } + all.map { "binned" + $0 } + all.map { "binnedutc" + $0 }
  }()
}
