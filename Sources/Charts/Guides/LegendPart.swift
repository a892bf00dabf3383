/// What one view wants of a legend; channels of one field share one.
struct LegendPart {
  var channels: [Channel]
  /// As the author writes it.
  var written: Properties
  var titles: [[String]]
  var isTitleWritten: Bool
  var spec: ChannelSpec
  var unit: UnitModel
  /// The marks of all views that share the legend.
  var units: [UnitModel]
  /// The scales by channel.
  var scales: ChannelMap<ScaleModel>

  /// The scale whose values are named: that of the size before shape, colour and the rest.
  var scale: ScaleModel? { primary.flatMap { scales[$0] } }

  private var primary: Channel? {
    let order: [Channel] = [
      .size, .shape, .color, .fill, .stroke, .strokeWidth, .strokeDash, .opacity, .fillOpacity,
      .strokeOpacity, .angle,
    ]
    return order.first { scales[$0] != nil } ?? channels.first
  }

  /// Whether a channel's legend alone would be a bar of passing colours: not of quarters, months and days,
  /// which are few.
  func isGradient(_ channel: Channel) -> Bool {
    if let type = written.string("type") { return type == "gradient" }
    guard channel.isColour, scales[channel]?.type.isContinuous == true else { return false }
    let coarse: [TimeUnit.Part] = [.quarter, .month, .day]
    if let parts = spec.timeUnit?.unit?.parts, parts.count == 1 {
      return !coarse.contains(parts[0])
    }
    return true
  }

  /// Whether the scale of colours fills symbols.
  var fills: Bool {
    channels.contains(.fill)
      || (channels.contains(.color)
        && units.contains { $0.isFilled && $0.mark.type != .trail })
  }

  /// Whether the scale of colours paints outlines.
  var strokes: Bool {
    channels.contains(.stroke)
      || (channels.contains(.color)
        && units.contains { !$0.isFilled || $0.mark.type == .trail })
  }

  /// Takes over what another view wants of the same channel.
  mutating func merge(_ other: LegendPart) {
    written = written.over(other.written)
    if isTitleWritten == other.isTitleWritten {
      titles += other.titles
    } else if other.isTitleWritten {
      titles = other.titles
      isTitleWritten = true
    }
    units += other.units
  }
}
