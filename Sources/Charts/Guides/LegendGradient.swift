import Documents

/// The bar of colours of a legend.
struct LegendGradient {
  let part: LegendPart
  let scale: ScaleModel
  let properties: Properties
  let config: Config
  let context: SpecContext

  /// The bar with its labels; nil where the scale is not one of colours.
  func content(isVertical: Bool) -> LegendModel.Content? {
    guard case .color(let color) = scale.scale else { return nil }
    let values = LegendValues(
      part: part, scale: scale, properties: properties, config: config, context: context)
    let first = color.domain.first ?? 0
    let last = color.domain.last ?? 1
    let line = ContinuousScale(color.kind, domain: [first, last], range: [0, 1])
    let labels = values.ticks(color).map { item in
      LegendLabel(fraction: line.position(item.value), text: item.label)
    }.filter { $0.fraction >= -1e-9 && $0.fraction <= 1 + 1e-9 }
    let stops = stops(color, line)
    return .gradient(isVertical ? .vertical(stops) : .horizontal(stops), labels: labels)
  }

  /// The colours along the bar, at the places where Vega samples them.
  private func stops(_ color: ColorScale, _ line: ContinuousScale) -> [Gradient.Stop] {
    let count = 15
    return (0...count).compactMap { step in
      let place = Double(step) / Double(count)
      guard let value = color.color(line.invert(place)) else { return nil }
      return Gradient.Stop(offset: place, color: .literal(value.css))
    }
  }
}
