/// The lines of a guide: domain, ticks, grid.
struct GuideLine: Hashable, Sendable {
  /// The paint; nil draws nothing but keeps the room.
  var color: Paint?
  /// In pixels.
  var width = 1.0
  /// The lengths of dashes and gaps; empty for a solid line.
  var dash: [Double] = []
  /// Where in the dashes the line begins.
  var dashOffset: Double?
  /// How lines end.
  var cap: LineCap?
  /// From 0 to 1.
  var opacity: Double?

  /// The paint of a mark.
  var style: MarkStyle {
    MarkStyle(
      stroke: color, strokeOpacity: opacity, strokeWidth: width, strokeDash: dash,
      strokeDashOffset: dashOffset, strokeCap: cap)
  }
}
