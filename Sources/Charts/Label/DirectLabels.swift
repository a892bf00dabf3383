/// Lays out labels at the ends of lines: none over another, none outside of the frame, a leader where
/// a label had to move away from its line.
struct DirectLabels: Hashable, Sendable {
  /// What texts are measured with; on pages the widest fallback, so that nothing is cut there.
  var metrics = TextMetrics(coverage: .widestFallback)
  /// Between the end of a line and its label, or its leader.
  var distance = 6.0
  /// Between labels.
  var gap = 2.0
  /// How far a label may stand from its line before a leader joins them.
  var leaderThreshold = 4.0
  /// The room across that a leader takes.
  var leaderLength = 14.0

  /// One label where it is drawn.
  struct Placed: Hashable, Sendable {
    /// The text.
    var text: TextNode
    /// The line to the end that it names; nil where the label stands beside it.
    var leader: PathNode?
  }

  /// The room that labels need to the right of their lines, with the leaders.
  func margin(for labels: [DirectLabel]) -> Double {
    guard !labels.isEmpty else { return 0 }
    let widest = labels.reduce(0) { max($0, metrics.width($1.text, font: $1.font)) }
    return (distance + leaderLength + widest).rounded(.up)
  }

  /// The room that labels need at least so that no word of them is cut.
  func leastMargin(for labels: [DirectLabel]) -> Double {
    let widest = labels.reduce(0) { max($0, metrics.leastWidth($1.text, font: $1.font)) }
    return (distance + leaderLength + widest).rounded(.up)
  }

  /// The labels in their order, between the top and the bottom of a frame and left of its right edge.
  ///
  /// Labels are wrapped at blanks where the frame leaves too little room, and cut only if one word is
  /// wider than it.
  func place(_ labels: [DirectLabel], in frame: Bounds) -> [Placed] {
    let shown = labels.filter { $0.anchor.isFinite && !$0.text.isEmpty }
    let right = shown.map(\.anchor.x).max() ?? 0
    let room = max(0, frame.x2 - right - distance - leaderLength)
    let lines = shown.map { label in
      metrics.wrapped(label.text, to: room, font: label.font).map {
        metrics.truncated($0, to: room, font: label.font)
      }
    }
    let items = zip(shown, lines).map { label, lines in
      LabelSpacing.Item(
        center: label.anchor.y, extent: height(lines.count, label.font))
    }
    let centers = LabelSpacing.centers(of: items, gap: gap, between: frame.y1, and: frame.y2)
    let needsLeaders = zip(items, centers).contains { abs($0.center - $1) > leaderThreshold }
    return shown.indices.map { index in
      placed(
        shown[index], lines[index], center: centers[index], column: right,
        needsLeaders: needsLeaders)
    }
  }

  /// The height of some lines from the top of the first to the bottom of the last.
  private func height(_ count: Int, _ font: Font) -> Double {
    font.size + Double(max(0, count - 1)) * (font.size + 2)
  }

  private func placed(
    _ label: DirectLabel, _ lines: [String], center: Double, column: Double, needsLeaders: Bool
  ) -> Placed {
    let isMoved = abs(center - label.anchor.y) > leaderThreshold
    // With leaders all labels of the column stand behind them, so that they stay aligned.
    let start = needsLeaders ? column + distance + leaderLength : label.anchor.x + distance
    let top = center - height(lines.count, label.font) / 2
    // The text's box begins four fifths of the size above its first baseline.
    let baseline = top + roundHalfUp(0.8 * label.font.size)
    let text = TextNode(
      lines: lines, position: Point(start, baseline), font: label.font,
      style: .filled(label.color))
    guard isMoved else { return Placed(text: text, leader: nil) }
    let leader = LineShape.path([
      Point(label.anchor.x + 2, label.anchor.y), Point(column + distance, label.anchor.y),
      Point(start - 2, center),
    ])
    return Placed(
      text: text,
      leader: PathNode(path: leader, style: .stroked(.token(.ruleStrong), width: 1)))
  }
}
