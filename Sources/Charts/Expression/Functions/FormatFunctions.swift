import Tables

extension ExpressionFunction {
  /// Numbers and dates as texts, and texts as dates (d3-format, d3-time-format, English).
  static let formats: [ExpressionFunction] =
    [
      .init("format", 1...2) { arguments in
        let specifier = arguments.count > 1 && !arguments[1].isMissing ? arguments[1].toText : ""
        guard let format = try? NumberFormat(specifier) else { return arguments[0] }
        return .text(format.format(arguments[0].toNumber))
      },
      .init("monthFormat", 1...1) { named($0[0], "%B", month: true) },
      .init("monthAbbrevFormat", 1...1) { named($0[0], "%b", month: true) },
      .init("dayFormat", 1...1) { named($0[0], "%A", month: false) },
      .init("dayAbbrevFormat", 1...1) { named($0[0], "%a", month: false) },
      .init("timeUnitSpecifier", 1...2) { arguments in
        let units = arguments[0].list?.map(\.toText) ?? [arguments[0].toText]
        let forms = arguments.argument(1).record ?? [:]
        return .text(
          TimeUnit.formatSpecifier(
            TimeUnit(units.compactMap(TimeUnit.Part.init)).parts,
            overrides: forms.compactMapValues(\.text)))
      },
    ]
    + ["timeFormat", "utcFormat"].map { name in
      .init(name, 1...2) { arguments in
        if arguments[0].isMissing { return .null }
        let moment = arguments[0].moment
        guard arguments.count > 1, let specifier = arguments[1].text else {
          return .text(TimeText.multi(moment))
        }
        return .text(TimeText.format(moment, specifier))
      }
    }
    + ["timeParse", "utcParse"].map { name in
      .init(name, 2...2) { arguments in
        if arguments[0].isMissing { return .null }
        let format = try? TimeFormat(arguments[1].toText)
        return format?.parse(arguments[0].toText).map { .time($0) } ?? .null
      }
    }

  /// The name of a month (from 0) or a weekday (from 0, Sunday).
  private static func named(_ value: ChartValue, _ specifier: String, month: Bool) -> ChartValue {
    let number = value.toNumber
    guard number.magnitude < 1e6 else { return .text("") }
    let whole = Int(number.rounded(.down))
    let moment =
      month ? CivilTime(year: 2000, month: whole) : CivilTime(year: 2006, month: 0, day: 1 + whole)
    return .text(TimeText.format(moment.milliseconds, specifier))
  }
}
