import Documents

/// Names series beside the ends of their lines, so that no reader has to match colours.
enum SeriesLabels {
  /// More series than this need a legend.
  private static let most = 8

  /// Takes legends away from a plot whose lines can wear their names, and notes whose names they are.
  static func replaceLegends(of node: ViewNode) {
    guard node.isPlot, let scale = node.plotScale(.x), !scale.type.hasDiscreteDomain,
      let index = node.legends.firstIndex(where: { canBeReplaced($0, in: node) })
    else { return }
    node.labelledScale = node.legends[index].scale
    node.legends.remove(at: index)
  }

  private static func canBeReplaced(_ part: LegendPart, in node: ViewNode) -> Bool {
    guard part.channels.allSatisfy({ [.color, .stroke, .strokeDash, .shape].contains($0) }),
      let scale = part.scale, scale.type.hasDiscreteDomain, part.written.values.isEmpty,
      case .unset = part.spec.legend, case .ordinal(let ordinal) = scale.scale
    else { return false }
    guard (2...most).contains(ordinal.domain.count) else { return false }
    return node.units.contains {
      $0.mark.type == .line && $0.column(.color) == part.unit.column(.color)
    }
      && !node.units.contains { $0.mark.type == .text }
  }

  /// The labels of a unit's lines in the plot's coordinates, and the room to the right that they take.
  static func nodes(_ scope: UnitScope, in plot: ViewNode, page: PageRules) -> [SceneNode] {
    let font = Font(family: scope.config.node["font"]?.string ?? "sans-serif", size: 14)
    let labels = labels(scope, page: page, font: font)
    guard !labels.isEmpty else { return [] }
    let layout = DirectLabels(metrics: page.metrics)
    // A third of the width, and more only where a single word needs it.
    let wished = max(
      page.width.total * 0.34, min(page.width.total * 0.45, layout.leastMargin(for: labels)))
    let margin = min(layout.margin(for: labels), wished.rounded())
    let frame = Bounds(x1: 0, y1: -8, x2: plot.width + margin, y2: plot.height + 8)
    return layout.place(labels, in: frame).flatMap { placed -> [SceneNode] in
      [.text(placed.text)] + (placed.leader.map { [.path($0)] } ?? [])
    }
  }

  private static func labels(_ scope: UnitScope, page: PageRules, font: Font) -> [DirectLabel] {
    guard let spec = scope.encoding[.color], let column = FieldNames.column(spec) else { return [] }
    let name = scope.reader(column)
    let place = PlaceEncoder(scope).place()
    let style = PaintEncoder(scope).style()
    let gaps = PathGaps(scope)
    return RowOrder(scope: scope).series().compactMap { rows in
      guard let last = rows.last(where: { !gaps.breaks($0) }) else { return nil }
      let text = name(last).toText
      let shown = page.width == .narrow ? page.short(text, spec.field) ?? text : text
      return DirectLabel(
        text: shown, anchor: place(last), color: labelPaint(style(last).stroke), font: font)
    }
  }

  /// The series' own colour; the grey of context is too light for text.
  private static func labelPaint(_ paint: Paint?) -> Paint {
    guard let paint else { return .token(.ink) }
    return paint == .token(.context) ? .token(.muted) : paint
  }
}
