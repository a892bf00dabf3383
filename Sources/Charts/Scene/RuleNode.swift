/// A straight line between two places.
struct RuleNode: Hashable, Sendable {
  /// One end.
  var from: Point
  /// The other end.
  var to: Point
  /// The paint.
  var style: MarkStyle
  /// The words.
  var accessibility: Accessibility?
  /// What it links to.
  var href: String?
}
