/// The texts of a guide: labels and titles.
struct GuideText: Hashable, Sendable {
  /// The paint.
  var color: Paint? = .literal("#000")
  /// The font.
  var font: Font
  /// From 0 to 1.
  var opacity: Double?
  /// Where lines are cut, in pixels; 0 or less for nowhere.
  var limit = 0.0
  /// From line to line; the font's default where nil.
  var lineHeight: Double?

  /// Vega's style `guide-label`: 10 pixels.
  static let label = GuideText(font: Font(size: 10), limit: 180)
  /// Vega's style `guide-title`: 11 pixels, bold.
  static let title = GuideText(font: Font(size: 11, weight: "bold"))

  /// The paint of a mark.
  var style: MarkStyle { MarkStyle(fill: color, fillOpacity: opacity) }

  /// The lines cut to the limit.
  func fitted(_ lines: [String], _ metrics: TextMetrics) -> [String] {
    lines.map { metrics.truncated($0, to: limit, font: font) }
  }
}
