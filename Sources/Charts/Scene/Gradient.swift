/// Colours that pass into each other over a shape's box.
struct Gradient: Hashable, Sendable {
  /// A colour at a part of the way.
  struct Stop: Hashable, Sendable {
    /// From 0 to 1.
    var offset: Double
    /// The colour there.
    var color: SceneColor
  }

  /// The form: along a line, or round a centre.
  enum Form: Hashable, Sendable {
    /// From one place to another, both in parts of the box (0 to 1).
    case linear(from: Point, to: Point)
    /// From a circle to a larger one, in parts of the box.
    case radial(innerCenter: Point, innerRadius: Double, outerCenter: Point, outerRadius: Double)
  }

  /// The form.
  var form: Form
  /// The colours, by offset.
  var stops: [Stop]

  /// A gradient from left to right.
  static func horizontal(_ stops: [Stop]) -> Gradient {
    Gradient(form: .linear(from: Point(0, 0), to: Point(1, 0)), stops: stops)
  }

  /// A gradient from the bottom to the top.
  static func vertical(_ stops: [Stop]) -> Gradient {
    Gradient(form: .linear(from: Point(0, 1), to: Point(0, 0)), stops: stops)
  }
}
