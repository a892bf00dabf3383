import Charts

extension ScaleVector {
  private var kind: ContinuousScale.Kind {
    switch scale {
    case "log": .log(base: number("base") ?? 10)
    case "pow": .pow(exponent: number("exponent") ?? 1)
    case "sqrt": .pow(exponent: number("exponent") ?? 0.5)
    case "symlog": .symlog(constant: number("constant") ?? 1)
    case "utc": .time
    case "identity": .identity
    default: .linear
    }
  }

  /// The answer of a continuous scale, of numbers or of colours.
  var continuous: ChartValue? {
    let defaults: [ChartValue] =
      scale == "log" ? [1, 10] : scale == "utc" ? [946_684_800_000, 946_771_200_000] : [0, 1]
    let values = (domain ?? defaults).map(moment)
    guard values.allSatisfy({ !$0.isNaN }), values.count > 1, settings["interpolate"] == nil else {
      return nil
    }
    let outputs = range ?? [0, 1]
    // The cases with dates elsewhere were written in another time zone.
    let isDated = ((domain ?? []) + outputs + arguments).contains {
      $0.text?.contains("T") ?? false
    }
    if isDated, scale != "utc", scale != "identity" { return nil }
    if outputs.contains(where: { $0.record != nil || $0.list != nil }) { return nil }
    if outputs.allSatisfy({ $0.text.map { ChartColor(css: $0) != nil } ?? false }) {
      return color(values, outputs.compactMap(\.text))
    }
    let numbers = outputs.map(moment)
    guard numbers.allSatisfy({ !$0.isNaN }) else { return nil }
    var scale = ContinuousScale(
      kind, domain: values, range: numbers, clamp: settings["clamp"]?.toBoolean ?? false,
      round: settings["round"]?.toBoolean ?? false)
    for nice in nices { scale = niced(scale, nice) }
    return answer(scale)
  }

  private func answer(_ scale: ContinuousScale) -> ChartValue? {
    switch query {
    case "call":
      let value = moment(arguments[0])
      return value.isNaN ? settings["unknown"] : .number(scale.position(value))
    case "invert":
      let value = scale.invert(moment(arguments[0]))
      return scale.isTime ? .text(iso(value)) : .number(value)
    case "domain" where !nices.isEmpty:
      return .list(scale.domain.map { scale.isTime ? .text(iso($0)) : .number($0) })
    case "ticks": return ticks(scale)
    case "tickFormat": return formatted(scale)
    default: return nil
    }
  }

  private func ticks(_ scale: ContinuousScale) -> ChartValue? {
    if let interval = arguments.first?.text.flatMap(interval) {
      let (start, stop) = (scale.domain[0], scale.domain[scale.domain.count - 1])
      return .list(TimeTicks.values(start, stop, every: interval).map { .text(iso($0)) })
    }
    let values = scale.ticks(arguments.first?.toNumber ?? 10)
    if after == ".map(<round>)" || after.isEmpty {
      return .list(values.map { scale.isTime ? .text(iso($0)) : .number($0) })
    }
    guard let call = after.firstMatch(of: /, \[([^\]]*)\]\)\)/), !after.contains("format(") else {
      return nil
    }
    let options = Vectors.value("[\(call.output.1)]")?.list ?? []
    let count = options.first?.toNumber ?? 10
    let specifier =
      options.count > 1
      ? options[1].text : self.scale == "log" ? number("base") ?? 10 == 10 ? "~s" : "," : nil
    guard let write = try? scale.tickFormat(count, specifier: specifier) else { return nil }
    let texts = values.map(write)
    return .list(
      (after.hasSuffix(".filter(<String>)") ? texts.filter { !$0.isEmpty } : texts).map {
        .text($0)
      })
  }

  private func formatted(_ scale: ContinuousScale) -> ChartValue? {
    guard let options = arguments[0].list, arguments.count > 1, arguments[1] != .undefined,
      scale.domain.allSatisfy(\.isFinite)
    else { return nil }
    let count = options.first?.toNumber ?? 10
    let specifier = options.count > 1 ? options[1].text : nil
    guard let write = try? scale.tickFormat(count, specifier: specifier) else { return nil }
    return .text(write(moment(arguments[1])))
  }

  private func color(_ values: [Double], _ texts: [String]) -> ChartValue? {
    let colors = texts.compactMap { ChartColor(css: $0) }
    guard query == "call", nices.isEmpty else { return nil }
    let scale = ColorScale(
      kind, domain: values, colors: colors, clamp: settings["clamp"]?.toBoolean ?? false)
    return scale.color(moment(arguments[0])).map { .text($0.css) }
  }

  private func niced(_ scale: ContinuousScale, _ option: ChartValue?) -> ContinuousScale {
    if let interval = option?.text.flatMap(interval) { return scale.nice(interval) }
    return scale.nice(option?.toNumber ?? 10)
  }

  /// `<utcDay.every(3)>` as an interval.
  private func interval(_ text: String) -> CalendarInterval? {
    guard let match = text.wholeMatch(of: /<utc([A-Z]\w+?)(?:\.every\((\d+)\))?>/),
      let unit = CalendarInterval.Unit(rawValue: match.output.1.lowercased())
    else { return nil }
    return CalendarInterval(unit, step: match.output.2.flatMap { Int($0) } ?? 1)
  }

  private func moment(_ value: ChartValue) -> Double {
    if case .text(let text) = value, text.contains("T") { return value.moment }
    return value.toNumber
  }

  private func iso(_ moment: Double) -> String {
    TimeText.format(moment, "%Y-%m-%dT%H:%M:%S.%LZ")
  }
}
