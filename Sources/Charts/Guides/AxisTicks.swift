import Documents

/// The ticks of an axis: their values, places and labels.
struct AxisTicks {
  let part: AxisPart
  let properties: Properties
  let length: Double
  let config: Config
  let context: SpecContext
  let page: PageRules?

  /// What expressions of labels read beside the tick.
  private var environment: ExpressionEnvironment { part.unit.environment }

  func ticks() -> [AxisTick] {
    let values = values()
    let label = labels(values)
    let overrides = AxisConditions(
      part: part, properties: properties, config: config, context: context)
    let position = ScaleLookup.number(part.scale)
    return values.enumerated().map { index, value in
      AxisTick(
        position(value), label: label(value, index, values.count),
        overrides: overrides.overrides(value, index: index, count: values.count))
    }
  }

  // MARK: values

  /// The values of the ticks in the order of the scale.
  private func values() -> [ChartValue] {
    let isTime = part.scale.measurement == .temporal || part.scale.type.isTime
    if let list = properties["values"]?.list {
      let values = list.map { DomainBuilder.value($0, isTime: isTime) }
      if case .band(let scale) = part.scale.scale {
        return values.filter { scale.index(of: $0) != nil }
      }
      return inside(values.compactMap(\.double)).map { isTime ? .time($0) : .number($0) }
    }
    switch part.scale.scale {
    case .band(let scale):
      return scale.domain
    case .continuous(let scale):
      return ticks(scale).map { scale.isTime ? .time($0) : .number($0) }
    case .discretizing(let scale):
      return scale.thresholds.map(ChartValue.number)
    default:
      return []
    }
  }

  private func ticks(_ scale: ContinuousScale) -> [Double] {
    if let bins = part.scale.bins, part.spec.isBinned { return inside(bins.edges) }
    if let step = part.spec.bin?.parametersOfBinned?.number("step"), let start = scale.domain.first,
      let stop = scale.domain.last
    {
      return inside(BinRange(start: start, stop: stop, step: step).edges)
    }
    if let list = part.scale["bins"]?.list { return inside(list.compactMap(\.number)) }
    if scale.isTime, let interval = interval() {
      return TimeTicks.values(
        scale.domain[0], scale.domain[scale.domain.count - 1], every: interval)
    }
    return pageTicks(scale) ?? scale.ticks(count(scale))
  }

  private func pageTicks(_ scale: ContinuousScale) -> [Double]? {
    page?.ticks(scale, part, count: count(scale), font: font) { count in
      let text = format.formatter(count: count)
      return { text(.number($0)) }
    }
  }

  /// The number of ticks asked for: about one for each 40 pixels.
  private func count(_ scale: ContinuousScale) -> Double {
    var count = properties.number("tickCount") ?? standardCount
    if let bins = part.scale.bins, part.spec.isBinned {
      count = max(count, Double(bins.edges.count))
    }
    if let step = minStep {
      let span = abs((scale.domain.last ?? 1) - (scale.domain.first ?? 0))
      let steps = span / step
      count = min(count, (steps == 0 || steps.isNaN ? 1 : steps.rounded(.down)) + 1)
    }
    return count
  }

  private var standardCount: Double {
    if part.scale.type == .log { return 10 }
    if let parts = part.spec.timeUnit?.unit?.parts, parts.count == 1,
      [.month, .hours, .day, .quarter].contains(parts[0])
    {
      return 10
    }
    return (length / (part.spec.isBinned ? 10 : 40)).rounded(.up)
  }

  /// The least distance of ticks: whole numbers for counts of format `d`, the unit for time units.
  private var minStep: Double? {
    if let step = properties.number("tickMinStep") { return step }
    if properties.string("format") == "d" { return 1 }
    guard let unit = part.spec.timeUnit?.unit, unit.parts.last != .day, part.scale.type.isTime
    else {
      return nil
    }
    return Self.duration(unit)
  }

  static func duration(_ unit: TimeUnit) -> Double {
    // Measured from a month of 31 days in a common year, as the reference does.
    let start = CivilTime(year: 2001).milliseconds
    let plain = TimeUnit(unit.parts.suffix(1), step: unit.step)
    return plain.end(of: start) - start
  }

  /// The calendar interval that `tickCount` names.
  private func interval() -> CalendarInterval? {
    guard let node = properties["tickCount"] else { return nil }
    let name = node.string ?? node["interval"]?.string
    guard let unit = name.flatMap(CalendarInterval.Unit.init(rawValue:)) else { return nil }
    return CalendarInterval(unit, step: Int((node["step"]?.number ?? 1).clamped(to: 1...1e6)))
  }

  /// The values that lie inside of the scale's domain.
  private func inside(_ values: [Double]) -> [Double] {
    guard case .continuous(let scale) = part.scale.scale else { return values }
    let (low, high) = (scale.range.min() ?? 0, scale.range.max() ?? 0)
    return values.filter {
      let place = scale.position($0)
      return place >= low - 1e-6 && place <= high + 1e-6
    }
  }

  // MARK: labels

  private func labels(_ values: [ChartValue]) -> (ChartValue, Int, Int) -> [String] {
    let format = format.formatter(count: tickCount(values))
    guard let node = properties["labelExpr"], let text = node.string,
      let expression = Expression(text, node: node, path: context.path, into: context.collector)
    else {
      guard let page else { return { value, _, _ in Self.lines(format(value)) } }
      let (part, font) = (part, font)
      return { value, _, _ in
        let text = PageRules.unsignedZero(format(value), of: value)
        return page.label(text, part, font: font) ?? Self.lines(text)
      }
    }
    return { value, index, count in
      let datum = AxisConditions.datum(value, label: format(value), index: index, count: count)
      let result = expression.evaluate(datum: datum, environment: environment)
      if case .list(let lines) = result { return lines.map(\.toText) }
      return Self.lines(result.isMissing ? "" : result.toText)
    }
  }

  private var format: AxisFormat {
    AxisFormat(part: part, properties: properties, config: config, context: context)
  }

  private var font: Font {
    GuideStyle(config: config).text(properties, "label", style: "guide-label", limit: 180).font
  }

  private static func lines(_ text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return [text] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func tickCount(_ values: [ChartValue]) -> Double {
    if case .continuous(let scale) = part.scale.scale { return count(scale) }
    return Double(values.count)
  }
}
