import Diagnostics
import Documents

/// How guides look on pages: no turned labels, legends at the top left, titles only where the
/// subtitle does not hold the unit already.
struct PageRules {
  let width: ChartOptions.PageWidth
  let options: ChartOptions
  /// The subtitle of the chart, which may name the unit.
  let subtitle: String
  private let context: SpecContext
  private let place: SourceLocation?

  /// nil for pictures of their own.
  init?(options: ChartOptions, chart: ChartSpec, context: SpecContext) {
    guard case .page(let width) = options.mode else { return nil }
    self.width = width
    self.options = options
    self.context = context
    subtitle = chart.root.title?.subtitle.joined(separator: " ") ?? ""
    place = nil
  }

  var legendOrient: String { "top" }

  /// What texts are measured with.
  var metrics: TextMetrics { options.theme?.metrics ?? TextMetrics() }

  /// The title of an axis; nil for the usual one.
  func title(_ part: AxisPart) -> [String]? {
    if part.isTitleWritten { return nil }
    // Time and named things explain themselves.
    if part.scale.type.hasDiscreteDomain || part.scale.type.isTime { return [] }
    if let unit = part.spec.field.flatMap({ part.unit.columns.units[$0] }), subtitle.contains(unit)
    {
      return []
    }
    return nil
  }

  /// A label of a discrete axis in the lines that its room allows; nil where it fits as it is.
  ///
  /// Below an axis a label is wrapped at blanks, then shortened by its field's short names; beside one
  /// it is shortened first, since a band has the height of one line.
  func label(_ text: String, _ part: AxisPart, font: Font) -> [String]? {
    guard part.scale.type.hasDiscreteDomain, let room = room(part) else { return nil }
    func fits(_ lines: [String]) -> Bool { metrics.width(lines, font: font) <= room }
    if fits([text]) { return nil }
    let wrapped = metrics.wrapped(text, to: room, font: font)
    let short = short(text, part.spec.field).map { metrics.wrapped($0, to: room, font: font) }
    let choices = part.channel == .x ? [wrapped, short] : [short, wrapped]
    return choices.compactMap { $0 }.first(where: fits) ?? short ?? wrapped
  }

  /// The label of a number without the plus that a format with signs writes before zero, too.
  static func unsignedZero(_ text: String, of value: ChartValue) -> String {
    value.double == 0 && text.hasPrefix("+") ? String(text.dropFirst()) : text
  }

  /// The short form of a value of a field.
  func short(_ text: String, _ field: String?) -> String? {
    field.flatMap { options.shortNames[$0]?[text] }
  }

  /// The share of the drawing's width that labels beside the plot may take.
  private var labelShare: Double { width == .wide ? 0.4 : 0.45 }

  /// The ticks of a continuous x axis whose number the author leaves open; nil for the scale's own.
  func ticks(
    _ scale: ContinuousScale, _ part: AxisPart, count: Double, font: Font,
    label: (Double) -> (Double) -> String
  ) -> [Double]? {
    guard part.channel == .x, !part.written.has("tickCount"), !part.written.has("tickMinStep"),
      part.scale.bins == nil, part.spec.timeUnit == nil
    else { return nil }
    let ticks = PageTicks(
      scale: scale, most: width == .wide ? 8 : 4, font: font, metrics: metrics)
    if scale.kind == .linear { return ticks.numbers(count: count, label: label) }
    let isYear = part.spec.field.map(part.unit.columns.years.contains) ?? false
    return isYear && !part.written.has("format") ? ticks.years() : nil
  }

  /// The room across that one label has.
  private func room(_ part: AxisPart) -> Double? {
    guard part.channel == .x else { return (width.total * labelShare).rounded() }
    guard case .band(let scale) = part.scale.scale else { return nil }
    return max(20, scale.step - 4)
  }

  /// Keeps labels level; of the numbers along a discrete axis, drops those that would touch.
  func adjust(_ model: inout AxisModel, _ part: AxisPart, isAngleWritten: Bool) {
    if !isAngleWritten { model.labelAngle = 0 }
    model.centersLines = true
    guard part.scale.type.hasDiscreteDomain else { return }
    guard part.channel == .x else {
      if !part.written.has("labelLimit") { model.labels?.limit = room(part) ?? 0 }
      return
    }
    let labels = model.ticks.map { $0.label.joined() }
    if labels.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) {
      model.labelOverlap = .parity
      return
    }
    warnOfNarrowBands(model, part)
  }

  /// Reports scales whose coloured values are more than a reader can tell apart; grey ones do not count.
  func warnOfColours(_ root: ViewNode) {
    guard width == .wide else { return }
    for plot in root.plots {
      guard let model = plot.plotScale(.color) ?? root.scale(.color),
        model.measurement == .nominal, case .ordinal(let scale) = model.scale
      else { continue }
      let coloured = scale.domain.filter { scale.value($0).text != "var(--context)" }
      guard coloured.count > Self.mostColours else { continue }
      context.collector.add(
        Diagnostic(
          .warning, "chart.many-colours", at: SourceLocation(context.path, root.spec.range),
          "more values are coloured than a reader tells apart", found: "\(coloured.count) colours",
          expected: "at most \(Self.mostColours)",
          remedy: "colour those that matter and leave the rest grey, or draw small multiples"))
      return
    }
  }

  private static let mostColours = 5

  private func warnOfNarrowBands(_ model: AxisModel, _ part: AxisPart) {
    guard let room = room(part), let font = model.labels?.font,
      let label = model.ticks.map(\.label).first(where: { metrics.width($0, font: font) > room + 4 }
      )
    else { return }
    context.collector.add(
      Diagnostic(
        .warning, "chart.labels-overlap", at: SourceLocation(context.path, part.spec.range),
        "labels below the axis do not fit the \(width == .wide ? "wide" : "narrow") drawing",
        found: "“\(label.joined(separator: " "))”",
        remedy: "put the names on y for horizontal bars, or give the field `short` names"))
  }
}
