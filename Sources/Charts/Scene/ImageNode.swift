/// A picture of another file in an upright rectangle.
struct ImageNode: Hashable, Sendable {
  /// The address; unsafe ones are not written.
  var address: String
  /// Where it stands.
  var box: Bounds
  /// Whether its proportions are kept.
  var keepsAspect = true
  /// From 0 to 1.
  var opacity: Double?
  /// What it links to.
  var href: String?
}
