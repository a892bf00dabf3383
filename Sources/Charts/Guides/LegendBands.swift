import Documents

/// The bar of colour steps of a legend: of a scale that puts numbers into classes, if it decides on
/// colours alone.
struct LegendBands {
  let part: LegendPart
  let scale: ScaleModel
  let properties: Properties
  let config: Config
  let context: SpecContext

  /// The steps with the bounds between them; nil where symbols explain the classes.
  func content() -> LegendModel.Content? {
    guard part.channels.count == 1, !(part.fills && part.strokes), part.channels[0].isColour,
      part.written.string("type") != "symbol",
      case .discretizing(let classes) = scale.scale,
      let low = classes.domain.first, let high = classes.domain.last
    else { return nil }
    var (start, end) = (low, high)
    if classes.kind == .threshold {
      let share = classes.domain.count > 1 ? (high - low) / Double(classes.domain.count - 1) : 0.1
      (start, end) = (low - share, high + share)
    }
    guard end > start else { return nil }
    let places = [0] + classes.thresholds.map { ($0 - start) / (end - start) } + [1]
    let bands = zip(places, places.dropFirst()).enumerated().map { index, ends in
      let color = classes.range.isEmpty ? nil : classes.range[index % classes.range.count].text
      return LegendBand(start: ends.0, end: ends.1, paint: color.flatMap(Paint.init(css:)))
    }
    let values = LegendValues(
      part: part, scale: scale, properties: properties, config: config, context: context)
    let format = values.classFormat(classes)
    let labels = zip(classes.thresholds, places.dropFirst()).map {
      LegendLabel(fraction: $1, text: format($0))
    }
    return .bands(bands, labels: labels)
  }
}
