/// How a line ends.
enum LineCap: String, Hashable, Sendable, CaseIterable {
  case butt, round, square
}

/// How two stretches of a line meet.
enum LineJoin: String, Hashable, Sendable, CaseIterable {
  case miter, round, bevel
}

/// The paint of one mark. What is nil is not written, and then SVG's default holds, except that the
/// fill is none.
struct MarkStyle: Hashable, Sendable {
  /// The paint of the inside.
  var fill: Paint?
  /// From 0 to 1.
  var fillOpacity: Double?
  /// The paint of the outline.
  var stroke: Paint?
  /// From 0 to 1.
  var strokeOpacity: Double?
  /// In pixels; 1 where nil.
  var strokeWidth: Double?
  /// The lengths of dashes and gaps; empty for a solid line.
  var strokeDash: [Double] = []
  /// Where in the dashes the line begins.
  var strokeDashOffset: Double?
  /// How lines end.
  var strokeCap: LineCap?
  /// How lines meet.
  var strokeJoin: LineJoin?
  /// Where a sharp corner is cut; 10 where nil.
  var strokeMiterLimit: Double?
  /// Of the whole mark, from 0 to 1.
  var opacity: Double?
  /// Whether the stroke lies under the fill: the halo of text over marks.
  var strokesFirst = false
  /// CSS's `mix-blend-mode`; written only in files that stand alone.
  var blend: String?

  /// A fill and nothing else.
  static func filled(_ paint: Paint?) -> MarkStyle { MarkStyle(fill: paint) }

  /// A stroke and nothing else.
  static func stroked(_ paint: Paint?, width: Double? = nil, dash: [Double] = []) -> MarkStyle {
    MarkStyle(stroke: paint, strokeWidth: width, strokeDash: dash)
  }

  /// How far the stroke reaches beyond the geometry when extents are taken: its whole width, Vega's
  /// rule, on which the references' margins rest.
  var reach: Double {
    guard stroke != nil, opacity != 0, strokeOpacity != 0 else { return 0 }
    return strokeWidth ?? 1
  }
}
