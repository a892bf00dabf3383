/// A label that stands beside the end of its line instead of in a legend.
struct DirectLabel: Hashable, Sendable {
  /// The text, with a value behind the name if wanted.
  var text: String
  /// The end of the line that it names.
  var anchor: Point
  /// The text's paint.
  var color: Paint
  /// The font, in the weight in which it is drawn.
  var font: Font
}
