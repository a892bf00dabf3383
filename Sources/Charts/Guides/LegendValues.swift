import Documents
import Tables

/// The values that a legend names, with their labels.
struct LegendValues {
  struct Item {
    var value: ChartValue
    var label: String
  }

  let part: LegendPart
  let scale: ScaleModel
  let properties: Properties
  let config: Config
  let context: SpecContext

  /// How many labels a continuous scale is asked for where nothing is written.
  var standardCount = 5.0

  private var count: Double { properties.number("tickCount") ?? standardCount }

  /// The entries of a legend of symbols.
  func symbols() -> [Item] {
    if case .discretizing(let scale) = scale.scale, written == nil { return classes(scale) }
    if let bins = scale.bins, scale.type.isContinuous, written == nil { return ranges(bins) }
    var values = written ?? standard()
    let isSize = part.channels.contains(.size)
    if written == nil, isSize, let first = values.first, let model = part.scales[.size],
      ScaleLookup.number(model)(first) == 0
    {
      values.removeFirst()
    }
    let label = labels(values)
    return values.enumerated().map { Item(value: $1, label: label($1, $0, values.count)) }
  }

  /// The labels of a bar of colours.
  func ticks(_ scale: ColorScale) -> [Item] {
    var values = written ?? standard()
    if written == nil, values.count < 3, self.scale.type != .log, let first = scale.domain.first,
      let last = scale.domain.last,
      first != last
    {
      values = [first, last].map { isTime ? .time($0) : .number($0) }
    }
    let label = labels(values)
    return values.enumerated().map { Item(value: $1, label: label($1, $0, values.count)) }
  }

  private var isTime: Bool { scale.measurement == .temporal || scale.type.isTime }

  private var written: [ChartValue]? {
    properties["values"]?.list?.map { DomainBuilder.value($0, isTime: isTime) }
  }

  private func standard() -> [ChartValue] {
    switch scale.scale {
    case .ordinal(let scale): return scale.domain
    case .band(let scale): return scale.domain
    case .continuous(let scale): return ticks(scale.kind, scale.domain)
    case .color(let scale): return ticks(scale.kind, scale.domain)
    case .discretizing(let scale): return scale.thresholds.map(ChartValue.number)
    case .identity: return []
    }
  }

  private func ticks(_ kind: ContinuousScale.Kind, _ domain: [Double]) -> [ChartValue] {
    guard let first = domain.first, let last = domain.last else { return [] }
    if let bins = scale.bins, !part.channels.contains(where: \.isColour) {
      return bins.edges.map(ChartValue.number)
    }
    if let bins = scale.written.numbers("bins") { return bins.map(ChartValue.number) }
    let plain = ContinuousScale(kind, domain: [first, last], range: [0, 1])
    var wanted = count
    if let step = properties.number("tickMinStep"), step > 0 {
      wanted = min(wanted, (abs(last - first) / step).rounded(.down) + 1)
    }
    let ticks = LogTicks.shown(plain.ticks(wanted), count: wanted, kind)
    return ticks.map { isTime ? .time($0) : .number($0) }
  }

  // MARK: labels

  private func labels(_ values: [ChartValue]) -> (ChartValue, Int, Int) -> String {
    let format = formatter(values)
    guard let node = properties["labelExpr"], let text = node.string,
      let expression = Expression(text, node: node, path: context.path, into: context.collector)
    else { return { value, _, _ in format(value) } }
    return { value, index, count in
      expression.evaluate(
        datum: AxisConditions.datum(value, label: format(value), index: index, count: count),
        environment: part.unit.environment
      ).toText
    }
  }

  private func formatter(_ values: [ChartValue]) -> FormatRules.Formatter {
    let rules = FormatRules(config: config, columns: part.unit.columns, context: context)
    var spec = part.spec
    spec.formatType = properties.string("formatType") ?? spec.formatType
    let given = properties["format"]
    if rules.isTime(spec, format: given) {
      return rules.time(given ?? rules.timeUnitFormat(spec) ?? config.node["timeFormat"])
    }
    let ends: (Double, Double)?
    switch scale.scale {
    case .continuous(let scale): ends = (scale.domain.first ?? 0, scale.domain.last ?? 1)
    case .color(let scale): ends = (scale.domain.first ?? 0, scale.domain.last ?? 1)
    default: ends = nil
    }
    let specifier =
      given?.string ?? (spec.type == .quantitative ? config.node["numberFormat"]?.string : nil)
    guard let ends else {
      if let specifier { return rules.number(specifier, given) }
      return spec.type == .quantitative ? rules.number(",") : FormatRules.plain
    }
    if scale.type == .log {
      return { value in
        (try? TickFormat.float(specifier)).map { $0.format(value.toNumber) } ?? value.toText
      }
    }
    guard let format = try? TickFormat.guide(ends.0, ends.1, count: count, specifier: specifier)
    else {
      return FormatRules.plain
    }
    return { format.format($0.toNumber) }
  }

  /// The bins of a continuous scale, by their bounds.
  private func ranges(_ bins: BinRange) -> [Item] {
    let edges = bins.edges
    let format = try? TickFormat.span(
      bins.start, bins.stop, count: Double(edges.count), specifier: properties.string("format"))
    return zip(edges, edges.dropFirst()).map { low, high in
      let text = format.map { "\($0.format(low)) – \($0.format(high))" }
      return Item(value: .number(low), label: text ?? "")
    }
  }

  // MARK: classes

  /// The classes of a scale that puts numbers into intervals, by their bounds.
  private func classes(_ scale: DiscretizingScale) -> [Item] {
    let format = classFormat(scale)
    let count = scale.kind == .binOrdinal ? max(0, scale.domain.count - 1) : scale.range.count
    return (0..<count).map { index in
      let (low, high) = bounds(scale, index)
      // The lower bound belongs to its class; the lowest class reaches down without end.
      return Item(value: .number(low ?? -.greatestFiniteMagnitude), label: words(low, high, format))
    }
  }

  private func bounds(_ scale: DiscretizingScale, _ index: Int) -> (Double?, Double?) {
    if scale.kind == .binOrdinal { return (scale.domain[index], scale.domain[index + 1]) }
    let isFirst = index == 0
    let isLast = index == scale.range.count - 1
    let low = isFirst || index > scale.thresholds.count ? nil : scale.thresholds[index - 1]
    let high = isLast || index >= scale.thresholds.count ? nil : scale.thresholds[index]
    return (low, high)
  }

  private func words(_ low: Double?, _ high: Double?, _ format: (Double) -> String) -> String {
    switch (low, high) {
    case (let a?, let b?): "\(format(a)) – \(format(b))"
    case (nil, let b?): "< \(format(b))"
    case (let a?, nil): "≥ \(format(a))"
    default: ""
    }
  }

  func classFormat(_ scale: DiscretizingScale) -> (Double) -> String {
    let specifier = properties.string("format")
    let first = scale.domain.first ?? 0
    let last = scale.domain.last ?? 1
    let count = Double(max(1, scale.range.count))
    if let specifier,
      let format = FormatRules(
        config: config, columns: part.unit.columns, context: context
      ).numberFormat(specifier, properties["format"])
    {
      return { format.format($0) }
    }
    if scale.kind == .binOrdinal {
      let count = max(4, Double(scale.domain.count))
      return (try? TickFormat.span(first, last, count: count)).map { format in
        { format.format($0) }
      } ?? { JavaScriptNumber.text($0) }
    }
    if scale.kind == .threshold {
      return { value in (try? TickFormat.float()).map { $0.format(value) } ?? "" }
    }
    if scale.kind == .quantile { return Self.leastDecimals(scale.thresholds) }
    guard let format = try? TickFormat.span(first, last, count: max(count, 5), specifier: nil)
    else {
      return { JavaScriptNumber.text($0) }
    }
    return { format.format($0) }
  }

  /// Bounds with as many decimals as their least distance needs (Vega's `thresholdFormat`).
  private static func leastDecimals(_ bounds: [Double]) -> (Double) -> String {
    let distances = zip(bounds, bounds.dropFirst()).map { abs($1 - $0) }.filter { $0 > 0 }
    let least = distances.min() ?? bounds.first.map { abs($0) } ?? 1
    guard let precision = NumberPrecision.fixed(step: least),
      let format = try? NumberFormat(",.\(max(1, precision))f")
    else { return { JavaScriptNumber.text($0) } }
    return { format.format($0) }
  }
}
