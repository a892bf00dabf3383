/// The label of a row or a column of small multiples, or the title over all of them.
struct HeaderModel: Hashable, Sendable {
  /// The lines.
  var lines: [String]
  /// The font and colour.
  var text: GuideText
  /// The side of the plots at which it stands: for columns `top` or `bottom`, for rows `left` or
  /// `right`.
  var side: GuideSide
  /// From the plots with their axes.
  var padding = 10.0
  /// Along the side.
  var anchor = GuideAnchor.middle
  /// In degrees clockwise; nil for along the side.
  var angle: Double?
  /// nil for what anchor and angle ask for.
  var align: TextAlign?
  /// nil for what the angle asks for.
  var baseline: TextBaseline?

  /// The label of one row or column.
  static func label(_ lines: [String], side: GuideSide) -> HeaderModel {
    HeaderModel(
      lines: lines, text: GuideText(font: Font(size: 10)), side: side)
  }

  /// The title of all rows or columns.
  static func title(_ lines: [String], side: GuideSide) -> HeaderModel {
    HeaderModel(
      lines: lines, text: GuideText(font: Font(size: 11, weight: "bold")), side: side)
  }
}
