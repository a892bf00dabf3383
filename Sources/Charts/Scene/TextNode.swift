/// Text at a place: lines that are already wrapped and cut.
struct TextNode: Hashable, Sendable {
  /// The lines from the top.
  var lines: [String]
  /// The anchor's place.
  var position: Point
  /// Moved by this after turning.
  var offset: Point = .zero
  /// Which part of the text stands at the anchor.
  var align: TextAlign = .left
  /// Which height of the text stands at the anchor.
  var baseline: TextBaseline = .alphabetic
  /// Turned about the anchor, in degrees clockwise.
  var angle: Double = 0
  /// The font.
  var font: Font
  /// From line to line; the font's default where nil.
  var lineHeight: Double?
  /// The paint.
  var style: MarkStyle
  /// The words.
  var accessibility: Accessibility?
  /// What it links to.
  var href: String?

  /// From line to line.
  var leading: Double { lineHeight ?? font.size + 2 }
  /// How far the alphabetic baseline of the first line lies below the anchor.
  var baselineShift: Double { baseline.shift(fontSize: font.size, lineHeight: leading) }
  /// How far the last line lies below the first.
  var extraHeight: Double { Double(max(0, lines.count - 1)) * leading }
}
