/// An upright rectangle.
struct RectNode: Hashable, Sendable {
  /// The left edge.
  var x: Double
  /// The upper edge.
  var y: Double
  /// At least 0.
  var width: Double
  /// At least 0.
  var height: Double
  /// The corners' radii.
  var corners = CornerRadii()
  /// The paint.
  var style: MarkStyle
  /// The words.
  var accessibility: Accessibility?
  /// What it links to.
  var href: String?
}
