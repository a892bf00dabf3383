/// A legend with everything decided that does not depend on the extent of its texts.
///
/// The defaults are those of Vega 6 and Vega-Lite 6.
struct LegendModel: Hashable, Sendable {
  /// What explains the values.
  enum Content: Hashable, Sendable {
    /// Symbols with labels beside them.
    case symbols([LegendEntry])
    /// A bar of passing colours.
    case gradient(Gradient, labels: [LegendLabel])
    /// A bar of steps.
    case bands([LegendBand], labels: [LegendLabel])
  }

  /// What explains the values.
  var content: Content
  /// Where it stands.
  var orient = LegendOrient.right
  /// Whether entries, or the bar, run downwards.
  var isVertical = true
  /// From the plot; nil for the layout's 18 pixels.
  var offset: Double?
  /// Round the content.
  var padding = 0.0
  /// A fixed place for `orient` none.
  var place = Point.zero

  /// The box behind it.
  var fill: Paint?
  /// The line round it.
  var stroke: Paint?
  /// The width of the line round it; nil for 1.
  var strokeWidth: Double?
  /// Of the line round it.
  var strokeDash: [Double] = []
  /// Of the box.
  var cornerRadius = 0.0

  /// The title's lines; none for no title.
  var title: [String] = []
  /// The title's font and colour.
  var titleText = GuideText(font: Font(size: 11, weight: "bold"), limit: 180)
  /// The side of the content at which the title stands.
  var titleSide = GuideSide.top
  /// nil for the side's default: start above and below, else the middle.
  var titleAnchor: GuideAnchor?
  /// nil for what the anchor asks for.
  var titleAlign: TextAlign?
  /// nil for what the side asks for.
  var titleBaseline: TextBaseline?
  /// Between title and content.
  var titlePadding = 5.0

  /// The labels' font and colour.
  var labelText = GuideText(font: Font(size: 10), limit: 160)
  /// Of symbol legends' labels.
  var labelAlign = TextAlign.left
  /// Of symbol legends' labels.
  var labelBaseline = TextBaseline.middle
  /// From symbol or bar to label; nil for 4 and 2.
  var labelOffset: Double?
  /// How a bar's labels that run into each other are hidden; nil for not at all.
  var labelOverlap: LabelOverlap? = .parity
  /// What must be free between a bar's labels.
  var labelSeparation = 0.0

  /// How many columns entries stand in; 0 for one row, nil for one column downwards, one row across.
  var columns: Int?
  /// Between columns.
  var columnPadding = 10.0
  /// Between rows.
  var rowPadding = 2.0
  /// How entries of a row and a column share their extent.
  var gridAlign = GridPlacement.Alignment.each
  /// Moves symbols and labels to the right.
  var symbolOffset = 0.0
  /// The height that entries are clipped to; nil for none.
  var clipHeight: Double?

  /// How long the bar is.
  var gradientLength = 200.0
  /// How thick the bar is.
  var gradientThickness = 16.0
  /// The line round the bar.
  var gradientStroke: Paint? = .literal("#ddd")
  /// Of the line round the bar.
  var gradientStrokeWidth = 0.0
  /// Of the bar, from 0 to 1.
  var gradientOpacity: Double?

  /// 0 behind the marks, 1 before them.
  var zindex = 0
  /// The words for assistive technology.
  var accessibility: Accessibility?

  /// A legend of some content.
  init(_ content: Content) { self.content = content }
}

/// Where a legend stands.
enum LegendOrient: String, Hashable, Sendable, CaseIterable {
  case left, right, top, bottom
  case topLeft = "top-left"
  case topRight = "top-right"
  case bottomLeft = "bottom-left"
  case bottomRight = "bottom-right"
  /// At a place that the author gives.
  case none
}
