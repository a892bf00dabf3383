/// An axis with everything decided that does not depend on the extent of its labels.
///
/// The defaults are those of Vega 6 and Vega-Lite 6.
struct AxisModel: Hashable, Sendable {
  /// The side it stands at.
  var side: GuideSide
  /// Where the scale's range begins: 0 for x, the height of the plot for y.
  var rangeStart: Double
  /// Where the scale's range ends.
  var rangeEnd: Double
  /// The width of a band; 0 for scales without bands.
  var bandwidth = 0.0
  /// Whether the scale is a band scale: Vega moves its ticks by half a pixel.
  var isBand = false
  /// The ticks in the order of the scale.
  var ticks: [AxisTick]

  /// Away from the plot, in pixels.
  var offset = 0.0
  /// Along the plot's other direction: where an axis that is drawn inside of the plot stands.
  var position = 0.0
  /// What puts lines of one pixel on the pixel grid.
  var translate = 0.5
  /// The least room that ticks and labels take.
  var minExtent = 0.0
  /// The most room that ticks and labels take.
  var maxExtent = 200.0
  /// 0 behind the marks, 1 before them.
  var zindex = 0

  /// The line along the axis; nil for none.
  var domain: GuideLine? = GuideLine(color: .literal("#888"))
  /// The ticks; nil for none.
  var tickLine: GuideLine? = GuideLine(color: .literal("#888"))
  /// In pixels.
  var tickSize = 5.0
  /// Moves ticks along the axis; nil for the default.
  var tickOffset: Double?
  /// Whether ticks stand at whole pixels.
  var roundsTicks = true
  /// The part of the band at which ticks stand.
  var bandPosition = 0.5
  /// Whether ticks stand between bands, one more than there are bands.
  var ticksAtBandExtents = false
  /// The grid; nil for none.
  var grid: GuideLine?
  /// How far grid lines go: the plot's extent in the other direction.
  var gridLength = 0.0

  /// The labels' font and colour; nil for no labels.
  var labels: GuideText? = .label
  /// In degrees clockwise.
  var labelAngle = 0.0
  /// nil for what the side and the angle ask for.
  var labelAlign: TextAlign?
  /// nil for what the side and the angle ask for.
  var labelBaseline: TextBaseline?
  /// Between ticks and labels.
  var labelPadding = 2.0
  /// Moves labels along the axis.
  var labelOffset = 0.0
  /// Labels nearer to an end of the axis than this many pixels stand flush with it; nil for none.
  var labelFlush: Double?
  /// Moves flush labels outwards.
  var labelFlushOffset = 0.0
  /// Labels that reach further beyond the axis than this many pixels are hidden; nil for none.
  var labelBound: Double?
  /// Whether labels of several lines beside the plot stand with their middle at the tick.
  var centersLines = false
  /// How labels that run into each other are hidden; nil for not at all.
  var labelOverlap: LabelOverlap?
  /// What must be free between labels.
  var labelSeparation = 0.0

  /// The title's lines; none for no title.
  var title: [String] = []
  /// The title's font and colour.
  var titleText: GuideText = .title
  /// Along the axis.
  var titleAnchor = GuideAnchor.middle
  /// nil for what the anchor asks for.
  var titleAlign: TextAlign?
  /// In degrees clockwise; nil for along the axis.
  var titleAngle: Double?
  /// nil for towards the plot.
  var titleBaseline: TextBaseline?
  /// A fixed place instead of one beyond the labels.
  var titleX: Double?
  /// A fixed place instead of one beyond the labels.
  var titleY: Double?
  /// Between labels and title.
  var titlePadding = 4.0

  /// The words for assistive technology.
  var accessibility: Accessibility?

  /// An axis at a side, over a range.
  init(side: GuideSide, range: (Double, Double), ticks: [AxisTick]) {
    self.side = side
    rangeStart = range.0
    rangeEnd = range.1
    self.ticks = ticks
  }
}
