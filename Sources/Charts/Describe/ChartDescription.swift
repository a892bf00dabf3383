import Documents

/// What a chart shows, composed from its data: the kind of chart and its measure, then what a sighted
/// reader takes away, the first and last values, the extremes, the leaders.
struct ChartDescription {
  let model: ChartModel

  /// A name for the picture where it has no title.
  func name() -> String {
    guard let unit = unit else { return "Chart" }
    let (x, y) = (title(unit, .x), title(unit, .y))
    switch (x.isEmpty, y.isEmpty) {
    case (true, true): return "Chart"
    case (false, true): return x
    case (true, false): return y
    case (false, false): return "\(y) by \(x)"
    }
  }

  /// One to three sentences; empty where nothing is drawn.
  func text() -> String {
    guard let unit else { return "" }
    let kind = Self.kinds[unit.mark.type] ?? "Chart"
    let measure = measureChannel(unit)
    var sentences = ["\(kind): \(name().lowercasedStart)."]
    if let series = Series(unit, measure: measure, model: model) {
      sentences += series.sentences(measure: title(unit, measure))
    } else if let ranges = ranges(unit) {
      sentences.append(ranges)
    }
    return sentences.joined(separator: " ")
  }

  private static let kinds: [MarkType: String] = [
    .bar: "Bar chart", .line: "Line chart", .area: "Area chart", .point: "Scatter plot",
    .circle: "Scatter plot", .square: "Scatter plot", .tick: "Strip plot", .rect: "Heat map",
    .arc: "Pie chart", .boxplot: "Box plot", .geoshape: "Map", .trail: "Line chart",
  ]

  /// The mark that says most: the first that is no text and no rule.
  private var unit: UnitModel? {
    model.root.units.first { ![.text, .rule].contains($0.mark.type) } ?? model.root.units.first
  }

  private func measureChannel(_ unit: UnitModel) -> Channel {
    if unit.mark.type == .arc { return .theta }
    return unit.orient?.valueChannel ?? .y
  }

  private func title(_ unit: UnitModel, _ channel: Channel) -> String {
    guard let spec = unit.encoding[channel] else { return "" }
    let rules = TitleRules(config: model.config, columns: unit.columns)
    // A title that is switched off on the axis is still the name of what is shown.
    let title = rules.title(spec).joined(separator: " ")
    return title.isEmpty ? rules.standard(spec) : title
  }

  /// The extents of two measures, for scatter plots.
  private func ranges(_ unit: UnitModel) -> String? {
    let parts = [Channel.x, .y].compactMap { channel -> String? in
      guard let reading = Reading(unit, channel, model), let extent = reading.extent else {
        return nil
      }
      return "\(title(unit, channel)) from \(extent.low) to \(extent.high)"
    }
    guard !parts.isEmpty else { return nil }
    return "\(unit.table.count) points; " + parts.joined(separator: ", ") + "."
  }
}

/// The values of one channel as numbers and as they are shown.
private struct Reading {
  let numbers: [Double]
  let format: (ChartValue) -> String

  init?(_ unit: UnitModel, _ channel: Channel, _ model: ChartModel) {
    guard let spec = unit.encoding[channel], let column = FieldNames.column(spec),
      spec.type == .quantitative
    else { return nil }
    let accessor = unit.table.accessor(column)
    numbers = accessor.values(of: unit.table).map(\.toNumber)
    format = FormatRules(config: model.config, columns: unit.columns, context: model.context)
      .formatter(spec, isText: true)
  }

  var extent: (low: String, high: String)? {
    let finite = numbers.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    return (format(.number(low)), format(.number(high)))
  }
}

/// Values along a time or a list of names, one for each series.
private struct Series {
  private struct Point {
    var place: ChartValue
    var value: Double
  }

  private var series: [(name: String, points: [Point])] = []
  private let isTime: Bool
  private let show: (Double) -> String
  /// The name of a place; asked for only where it is told, because lines have many.
  private let name: (ChartValue) -> String

  /// nil where the chart has no measure along one dimension.
  init?(_ unit: UnitModel, measure: Channel, model: ChartModel) {
    let dimension: Channel = measure == .theta ? .color : measure == .x ? .y : .x
    guard let reading = Reading(unit, measure, model), let along = unit.encoding[dimension],
      along.type != .quantitative, let column = FieldNames.column(along)
    else { return nil }
    isTime = along.type == .temporal || along.timeUnit != nil
    show = { reading.format(.number($0)) }
    let formats = FormatRules(config: model.config, columns: unit.columns, context: model.context)
    let plain = formats.formatter(along, isText: true)
    name = isTime ? { Self.moment($0, plain) } : plain
    let place = unit.table.accessor(column)
    let colour = unit.encoding[.color].flatMap { $0.type == .quantitative ? nil : $0 }
    let parts = colour.flatMap(FieldNames.column).map(unit.table.accessor)
    let isParted = measure != .theta && colour?.field != along.field
    var order: [String: Int] = [:]
    for (row, value) in zip(unit.table.indices, reading.numbers) where value.isFinite {
      let key = isParted ? parts?.value(in: row).toText ?? "" : ""
      if order[key] == nil {
        order[key] = series.count
        series.append((key, []))
      }
      series[order[key] ?? 0].points.append(Point(place: place.value(in: row), value: value))
    }
    if series.isEmpty { return nil }
  }

  /// A year alone where the moment is the beginning of one.
  private static func moment(_ value: ChartValue, _ format: (ChartValue) -> String) -> String {
    guard let time = value.double, time.isFinite else { return format(value) }
    let text = DateText.iso(time)
    return text.hasPrefix("-") || !text.dropFirst(4).hasPrefix("-01-01T00:00")
      ? format(value) : String(text.prefix(4))
  }

  func sentences(measure: String) -> [String] {
    isTime ? course() : ranking()
  }

  /// First, last and extreme values; of several series, the leaders at the end.
  private func course() -> [String] {
    guard series.count == 1, let points = series.first?.points, let first = points.first,
      let last = points.last
    else { return leaders() }
    var text =
      "From \(show(first.value)) in \(name(first.place)) to \(show(last.value)) in "
      + name(last.place)
    if let high = points.max(by: { $0.value < $1.value }),
      let low = points.min(by: { $0.value < $1.value }), points.count > 2
    {
      text +=
        "; highest \(show(high.value)) (\(name(high.place))), lowest \(show(low.value)) "
        + "(\(name(low.place)))"
    }
    return [text + "."]
  }

  private func leaders() -> [String] {
    let last = series.compactMap { entry in entry.points.last.map { (entry.name, $0) } }
      .sorted { $0.1.value > $1.1.value }
    guard let lead = last.first,
      let start = series.first(where: { $0.name == lead.0 })?.points.first
    else { return [] }
    let named = last.prefix(4).map { "\($0.0) \(show($0.1.value))" }.joined(separator: ", ")
    let rest = last.count > 4 ? " and \(last.count - 4) more" : ""
    return [
      "Latest (\(name(lead.1.place))): \(named)\(rest).",
      "\(lead.0) was at \(show(start.value)) in \(name(start.place)).",
    ]
  }

  /// The largest and the smallest of named values, sums where a bar has parts.
  private func ranking() -> [String] {
    var order: [String] = []
    var totals: [String: Double] = [:]
    for point in series.flatMap(\.points) {
      let name = self.name(point.place)
      if totals[name] == nil { order.append(name) }
      totals[name, default: 0] += point.value
    }
    let ranked = order.map { ($0, totals[$0] ?? 0) }.enumerated()
      .sorted { ($0.element.1, $1.offset) > ($1.element.1, $0.offset) }.map(\.element)
    guard let least = ranked.last, ranked.count > 1 else {
      return ranked.map { "\($0.0): \(show($0.1))." }
    }
    let named = ranked.prefix(3).map { "\($0.0) \(show($0.1))" }.joined(separator: ", ")
    let parts = series.count > 1 ? " Each is made of up to \(series.count) parts." : ""
    guard ranked.count > 3 else { return ["\(named)." + parts] }
    return [
      "Of \(ranked.count), the largest: \(named); the smallest: \(least.0) \(show(least.1))."
        + parts
    ]
  }
}

extension String {
  /// The text with a small first letter, unless its first word is an abbreviation.
  fileprivate var lowercasedStart: String {
    guard let first, dropFirst().first?.isLowercase == true else { return self }
    return first.lowercased() + dropFirst()
  }
}
