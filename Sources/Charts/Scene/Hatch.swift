/// Slanted lines on a ground: the paint of estimated bars and areas.
struct Hatch: Hashable, Sendable {
  /// The lines' colour.
  var color: SceneColor
  /// The ground's colour.
  var ground: SceneColor = .token(.paper)
  /// From line to line.
  var spacing: Double = 6
  /// The width of a line.
  var lineWidth: Double = 1.75
}
