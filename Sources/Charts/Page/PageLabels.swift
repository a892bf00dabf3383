/// Texts of a layer over points, on pages: each is put to a free side of its point, so that none lies over
/// another. What finds no room is left out; the table below the figure names every point.
enum PageLabels {
  /// The group of a text layer; nil where nothing is drawn.
  static func group(_ scope: UnitScope, metrics: TextMetrics) -> SceneNode? {
    let texts = TextMark(scope).nodes().compactMap { node -> TextNode? in
      if case .text(let text) = node { text } else { nil }
    }
    let items = texts.map { text in
      PointLabels.Item(
        label: DirectLabel(
          text: text.lines.joined(separator: " "), anchor: text.position,
          color: text.style.fill ?? .token(.ink), font: text.font),
        radius: 4)
    }
    let frame = Bounds(x1: 0, y1: -4, x2: scope.width, y2: scope.height + 4)
    let placed = PointLabels(metrics: metrics).place(items, in: frame)
    let nodes = zip(texts, placed).compactMap { text, label -> SceneNode? in
      guard var label else { return nil }
      label.style = text.style
      return .text(label)
    }
    return nodes.isEmpty ? nil : .group(GroupNode.marks("text", nodes))
  }
}
