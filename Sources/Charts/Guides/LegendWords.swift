/// What assistive technology hears of a legend.
enum LegendWords {
  /// The order in which channels are named, and their names.
  private static let names: [(channel: Channel, name: String)] = [
    (.size, "size"), (.shape, "shape"), (.fill, "fill color"), (.stroke, "stroke color"),
    (.strokeWidth, "strokeWidth"), (.strokeDash, "strokeDash"), (.opacity, "opacity"),
    (.fillOpacity, "fillOpacity"), (.strokeOpacity, "strokeOpacity"),
  ]

  static func accessibility(_ part: LegendPart, _ model: LegendModel) -> Accessibility {
    var channels = Set(part.channels)
    if channels.remove(.color) != nil {
      let filled = part.units.map { $0.isFilled && $0.mark.type != .trail }
      if filled.contains(true) { channels.insert(.fill) }
      if filled.contains(false) { channels.insert(.stroke) }
    }
    let kind: String
    let labels: [String]
    switch model.content {
    case .symbols(let entries): (kind, labels) = ("Symbol", entries.map(\.label))
    case .gradient(_, let marks): (kind, labels) = ("Gradient", marks.map(\.text))
    case .bands(_, let marks): (kind, labels) = ("Discrete", marks.map(\.text))
    }
    return GuideDescription.legend(
      kind: kind, title: model.title,
      channels: names.filter { channels.contains($0.channel) }.map(\.name),
      domain: domain(part, labels))
  }

  private static func domain(_ part: LegendPart, _ labels: [String]) -> GuideDescription.Domain {
    let isTime = part.scale?.type.isTime == true
    func span(_ domain: [Double]) -> GuideDescription.Domain {
      .continuous(
        from: AxisWords.word(domain.first, isTime), to: AxisWords.word(domain.last, isTime))
    }
    switch part.scale?.scale {
    case .continuous(let scale): return span(scale.domain)
    case .color(let scale): return span(scale.domain)
    case .discretizing(let scale):
      return .boundaries(scale.thresholds.map(JavaScriptNumber.text))
    default: return .discrete(labels)
    }
  }
}
