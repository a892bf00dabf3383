/// A finished picture: absolute numbers, resolved paint, nothing left to decide.
struct Scene: Hashable, Sendable {
  /// In pixels.
  var width: Double
  /// In pixels.
  var height: Double
  /// Where the root's origin is put: the margins.
  var origin: Point = .zero
  /// What is under everything.
  var background: Paint?
  /// The picture's name for assistive technology.
  var title: String?
  /// What it shows, in sentences.
  var description: String?
  /// The family that texts use unless they say otherwise; written once.
  var fontFamily: String = "sans-serif"
  /// The nodes.
  var root: GroupNode
}
