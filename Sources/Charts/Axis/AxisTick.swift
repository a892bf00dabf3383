/// One tick of an axis, its label and its grid line.
struct AxisTick: Hashable, Sendable {
  /// What differs from the axis's own properties at this tick.
  struct Overrides: Hashable, Sendable {
    var tickLine: GuideLine?
    var tickSize: Double?
    var gridLine: GuideLine?
    var label: GuideText?
    var labelPadding: Double?
    var labelOffset: Double?
    var labelAlign: TextAlign?
    var labelBaseline: TextBaseline?
  }

  /// Where the scale puts the value: in a band scale, where its band begins.
  var position: Double
  /// The label's lines; none or one empty text shows nothing.
  var label: [String]
  /// One or none, in a list because it is large, rare, and copied with the tick.
  private var stored: [Overrides]

  /// What differs at this tick.
  var overrides: Overrides? {
    get { stored.first }
    set { stored = newValue.map { [$0] } ?? [] }
  }

  /// A tick.
  init(_ position: Double, label: [String], overrides: Overrides? = nil) {
    self.position = position
    self.label = label
    stored = overrides.map { [$0] } ?? []
  }

  /// A tick with a label of one line.
  init(_ position: Double, _ label: String) {
    self.init(position, label: [label])
  }
}
