import Documents

/// How guides look on pages: no turned labels, legends at the top left, titles only where the
/// subtitle does not hold the unit already.
struct PageRules {
  let width: ChartOptions.PageWidth
  let options: ChartOptions
  /// The subtitle of the chart, which may name the unit.
  let subtitle: String

  /// nil for pictures of their own.
  init?(options: ChartOptions, chart: ChartSpec) {
    guard case .page(let width) = options.mode else { return nil }
    self.width = width
    self.options = options
    subtitle = chart.root.title?.subtitle.joined(separator: " ") ?? ""
  }

  var legendOrient: String { "top" }

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

  /// A label of a discrete axis by its short name; nil where there is none.
  func label(_ text: String, _ spec: ChannelSpec) -> [String]? {
    guard width == .narrow, let field = spec.field else { return nil }
    return options.shortNames[field]?[text].map { [$0] }
  }

  /// Keeps labels level.
  func adjust(_ model: inout AxisModel, _ part: AxisPart, isAngleWritten: Bool) {
    if !isAngleWritten { model.labelAngle = 0 }
  }
}
