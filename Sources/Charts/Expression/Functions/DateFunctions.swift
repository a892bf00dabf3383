extension ExpressionFunction {
  /// Dates: parts, construction, intervals. Local time is UTC, so each function has a twin with the
  /// prefix `utc` that does the same.
  static let dates: [ExpressionFunction] =
    parts.flatMap { name, part in
      [name, "utc" + name].map { name in
        ExpressionFunction(name, 1...1) { arguments in
          guard let time = CivilTime(arguments[0].moment) else { return .number(.nan) }
          return .number(Double(part(time)))
        }
      }
    } + [
      .init("datetime", 1...7) { arguments in
        arguments.count == 1 ? .time(arguments[0].moment) : .time(moment(arguments.map(\.toNumber)))
      },
      .init("utc", 1...7) { .number(moment($0.map(\.toNumber))) },
      .init("time", 1...1) { .number($0[0].moment) },
      .init("timezoneoffset", 1...1) { .number($0[0].moment.isNaN ? .nan : 0) },
      .init("timeOffset", 2...3, offset), .init("utcOffset", 2...3, offset),
      .init("timeSequence", 3...4, sequence), .init("utcSequence", 3...4, sequence),
    ]

  private static let parts: [(String, @Sendable (CivilTime) -> Int)] = [
    ("year", { $0.year }), ("quarter", { $0.month / 3 + 1 }), ("month", { $0.month }),
    ("date", { $0.day }), ("day", { $0.weekday }), ("dayofyear", { $0.dayOfYear }),
    ("week", { TimeUnit.weekNumber($0) }), ("hours", { $0.hour }), ("minutes", { $0.minute }),
    ("seconds", { $0.second }), ("milliseconds", { $0.millisecond }),
  ]

  /// `Date.UTC`: year, month from 0, day from 1, and the time; a year below 100 is one of the 20th century.
  private static func moment(_ parts: [Double]) -> Double {
    guard parts.count > 1 || parts.count == 1, parts.allSatisfy({ $0.magnitude < 1e9 }) else {
      return .nan
    }
    let whole = parts.map { Int($0.rounded(.towardZero)) }
    func part(_ place: Int, _ fallback: Int) -> Int {
      place < whole.count ? whole[place] : fallback
    }
    let year = part(0, 1970)
    return CivilTime(
      year: (0...99).contains(year) ? 1900 + year : year, month: part(1, 0), day: part(2, 1),
      hour: part(3, 0), minute: part(4, 0), second: part(5, 0), millisecond: part(6, 0)
    ).milliseconds
  }

  /// `timeOffset(unit, date, step)`.
  @Sendable private static func offset(_ arguments: [ChartValue]) -> ChartValue {
    guard let part = TimeUnit.Part(rawValue: arguments[0].toText) else { return .undefined }
    let step = arguments.count > 2 ? arguments[2].toNumber : 1
    guard step.magnitude < 1e9 else { return .time(.nan) }
    let count = Int(step.rounded(.down)) * (part == .quarter ? 3 : 1)
    return .time(CalendarInterval(part.interval).offset(arguments[1].moment, by: count))
  }

  /// `timeSequence(unit, start, stop, step)`: the beginnings of a unit from start up to and without stop.
  @Sendable private static func sequence(_ arguments: [ChartValue]) -> ChartValue {
    guard let part = TimeUnit.Part(rawValue: arguments[0].toText) else { return .undefined }
    let step = arguments.count > 3 ? arguments[3].toNumber : 1
    guard step >= 1, step < 1e9 else { return [] }
    let every =
      part == .quarter ? CalendarInterval(.month, step: 3) : CalendarInterval(part.interval)
    var moments: [ChartValue] = []
    var moment = every.ceiling(arguments[1].moment)
    let end = arguments[2].moment
    let count = Int(step) * (part == .quarter ? 3 : 1)
    while moment < end, moments.count < Ticks.limit {
      moments.append(.time(moment))
      moment = CalendarInterval(part.interval).offset(moment, by: count)
    }
    return .list(moments)
  }
}
