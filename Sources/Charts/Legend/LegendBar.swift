/// The bar of a gradient legend, in one piece or in steps, with its labels.
struct LegendBar {
  /// The legend.
  let model: LegendModel
  /// What texts are measured with.
  let metrics: TextMetrics

  /// The bar, then the labels, both below the legend's origin.
  func nodes() -> [SceneNode] {
    switch model.content {
    case .symbols: return []
    case .gradient(let gradient, let labels):
      return [
        .group(.marks("rect", role: "legend-gradient", [.rect(bar(gradient))])),
        self.labels(labels),
      ]
    case .bands(let bands, let labels):
      return [
        .group(.marks("rect", role: "legend-band", bands.map { .rect(band($0)) })),
        self.labels(labels),
      ]
    }
  }

  private func bar(_ gradient: Gradient) -> RectNode {
    let (length, thickness) = (model.gradientLength, model.gradientThickness)
    var turned = gradient
    turned.form =
      model.isVertical
      ? .linear(from: Point(0, 1), to: Point(0, 0)) : .linear(from: Point(0, 0), to: Point(1, 0))
    return RectNode(
      x: 0, y: 0, width: model.isVertical ? thickness : length,
      height: model.isVertical ? length : thickness, style: style(.gradient(turned)))
  }

  private func band(_ band: LegendBand) -> RectNode {
    let (length, thickness) = (model.gradientLength, model.gradientThickness)
    let extent = (band.end - band.start) * length
    return model.isVertical
      ? RectNode(
        x: 0, y: (1 - band.end) * length, width: thickness, height: extent,
        style: style(band.paint))
      : RectNode(
        x: band.start * length, y: 0, width: extent, height: thickness, style: style(band.paint))
  }

  private func style(_ paint: Paint?) -> MarkStyle {
    var style = MarkStyle(fill: paint, opacity: model.gradientOpacity)
    if model.gradientStrokeWidth > 0 {
      style.stroke = model.gradientStroke
      style.strokeWidth = model.gradientStrokeWidth
    }
    return style
  }

  private func labels(_ labels: [LegendLabel]) -> SceneNode {
    let nodes = labels.map(label)
    let boxes = nodes.map { SceneBounds(metrics: metrics).bounds(of: $0) }
    let isShown =
      model.labelOverlap?.visible(boxes, separation: model.labelSeparation)
      ?? nodes.map { _ in true }
    let shown = nodes.indices.filter { isShown[$0] }.map { SceneNode.text(nodes[$0]) }
    return .group(.marks("text", role: "legend-label", shown))
  }

  /// A label beside the bar; those at its ends do not reach beyond it.
  private func label(_ label: LegendLabel) -> TextNode {
    let aside = model.gradientThickness + (model.labelOffset ?? 2)
    let isFirst = label.fraction <= 0
    let isLast = label.fraction >= 1
    var text = TextNode(
      lines: model.labelText.fitted([label.text], metrics), position: .zero,
      font: model.labelText.font, style: model.labelText.style)
    if model.isVertical {
      text.position = Point(aside, (1 - label.fraction) * model.gradientLength)
      text.align = .left
      text.baseline = isFirst ? .bottom : isLast ? .top : .middle
    } else {
      text.position = Point(label.fraction * model.gradientLength, aside)
      text.align = isFirst ? .left : isLast ? .right : .center
      text.baseline = .top
    }
    return text
  }
}
