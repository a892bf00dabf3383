import Documents

/// The bar of colours of a legend.
struct LegendGradient {
  let part: LegendPart
  let scale: ScaleModel
  let properties: Properties
  let config: Config
  let context: SpecContext

  /// The bar with its labels; nil where the scale is not one of colours.
  func content(isVertical: Bool, length: Double) -> LegendModel.Content? {
    guard case .color(let color) = scale.scale else { return nil }
    var values = LegendValues(
      part: part, scale: scale, properties: properties, config: config, context: context)
    values.standardCount = max(2, 2 * (length / 100).rounded(.down))
    let first = color.domain.first ?? 0
    let last = color.domain.last ?? 1
    let line = ContinuousScale(color.kind, domain: [first, last], range: [0, 1])
    let labels = values.ticks(color).map { item in
      LegendLabel(fraction: line.position(item.value), text: item.label)
    }.filter { $0.fraction >= -1e-9 && $0.fraction <= 1 + 1e-9 }
    let stops = stops(color, line)
    return .gradient(isVertical ? .vertical(stops) : .horizontal(stops), labels: labels)
  }

  /// The colours along the bar: at its ends and at fifteen round values, as Vega samples them.
  private func stops(_ color: ColorScale, _ line: ContinuousScale) -> [Gradient.Stop] {
    if line.domain[0] == line.domain[1] {
      // Of one value only, the bar shows the whole way of the colours.
      return (0...20).map { place in
        let fraction = Double(place) / 20
        return Gradient.Stop(
          offset: fraction, color: .literal(color.color(atFraction: fraction).css))
      }
    }
    let inner = line.ticks(15).filter { place in
      let fraction = line.position(place)
      return fraction > 0 && fraction < 1
    }
    let ends = (line.domain[0], line.domain[1])
    return ([ends.0] + inner + [ends.1]).compactMap { value in
      color.color(value).map {
        Gradient.Stop(offset: line.position(value), color: .literal($0.css))
      }
    }
  }
}
