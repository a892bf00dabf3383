/// The title of a view, with a subtitle.
struct TitleModel: Hashable, Sendable {
  /// What the title is aligned with.
  enum Frame: String, Hashable, Sendable, CaseIterable {
    /// The view with its axes and legends.
    case bounds
    /// The plot.
    case group
  }

  /// The lines.
  var lines: [String]
  /// The font and colour: Vega's style `group-title`.
  var text = GuideText(font: Font(size: 13, weight: "bold"))
  /// The subtitle's lines; none for no subtitle.
  var subtitle: [String] = []
  /// The subtitle's font and colour: Vega's style `group-subtitle`.
  var subtitleText = GuideText(font: Font(size: 12))
  /// Between title and subtitle.
  var subtitlePadding = 3.0

  /// The side.
  var side = GuideSide.top
  /// Along the side.
  var anchor = GuideAnchor.middle
  /// What it is aligned with.
  var frame = Frame.bounds
  /// From the view.
  var offset = 4.0
  /// nil for what the anchor asks for.
  var align: TextAlign?
  /// In degrees clockwise; nil for along the side.
  var angle: Double?
  /// Of title and subtitle.
  var baseline = TextBaseline.top
  /// Moves title and subtitle.
  var shift = Point.zero
  /// 0 behind the marks, 1 before them.
  var zindex = 0

  /// A title of some lines.
  init(_ lines: [String]) { self.lines = lines }
}
