/// What one view wants of a legend; channels of one field share one.
struct LegendPart {
  var channels: [Channel]
  /// As the author writes it.
  var written: Properties
  var titles: [[String]]
  var isTitleWritten: Bool
  var spec: ChannelSpec
  var unit: UnitModel
  /// The scales by channel.
  var scales: [Channel: ScaleModel]

  /// The scale of the first channel.
  var scale: ScaleModel? { channels.first.flatMap { scales[$0] } }

  /// Takes over what another view wants of the same channel.
  mutating func merge(_ other: LegendPart) {
    written = written.over(other.written)
    if isTitleWritten == other.isTitleWritten {
      titles += other.titles
    } else if other.isTitleWritten {
      titles = other.titles
      isTitleWritten = true
    }
    // Filled symbols say more than lines: a legend of points and lines shows points.
    if !unit.mark.type.isPointLike, other.unit.mark.type.isPointLike { unit = other.unit }
  }
}
