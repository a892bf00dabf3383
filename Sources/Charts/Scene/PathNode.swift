/// A path. Symbols of one size and shape share one path and differ in where they are put.
struct PathNode: Hashable, Sendable {
  /// The geometry.
  var path: Path
  /// Where the path's origin is put; nil leaves it where it is.
  var position: Point?
  /// Turned about its origin, in degrees clockwise.
  var angle: Double = 0
  /// The paint.
  var style: MarkStyle
  /// The words.
  var accessibility: Accessibility?
  /// What it links to.
  var href: String?
}
