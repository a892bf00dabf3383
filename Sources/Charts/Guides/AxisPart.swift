import Documents

/// What one view wants of an axis; the parts of views that share it are merged.
struct AxisPart {
  var channel: Channel
  /// As the author writes it.
  var written: Properties
  /// The titles of the views, in order; a written title of the axis counts alone.
  var titles: [[String]]
  /// Whether a title is written for the axis or its channel.
  var isTitleWritten: Bool
  /// The definition of the first view.
  var spec: ChannelSpec
  var unit: UnitModel
  var scale: ScaleModel

  /// Whether an axis is wanted.
  static func isOff(_ spec: ChannelSpec) -> Bool { spec.axis.isOff }

  /// Takes over what another view wants of the same axis.
  mutating func merge(_ other: AxisPart) {
    written = written.over(other.written)
    if spec.timeUnit == nil { spec.timeUnit = other.spec.timeUnit }
    if isTitleWritten == other.isTitleWritten {
      titles += other.titles
    } else if other.isTitleWritten {
      titles = other.titles
      isTitleWritten = true
    }
  }

  /// The side that is written, if any.
  var orient: GuideSide? { written.string("orient").flatMap(GuideSide.init(rawValue:)) }
}
