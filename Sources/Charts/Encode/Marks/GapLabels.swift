import Documents
import Tables

/// The marks `[c]` and `[x]` where bars would stand whose values are withheld or unknown: a gap without
/// a word would read as zero.
struct GapLabels {
  private let scope: UnitScope
  private let status: StatusPaint

  /// nil for anything but plain bars, and where no column tells a status.
  init?(_ scope: UnitScope) {
    guard scope.unit.mark.type == .bar, scope.unit.stack?.stackBy.isEmpty != false,
      let status = StatusPaint(scope)
    else { return nil }
    self.scope = scope
    self.status = status
  }

  /// One label for each gap, beside the line at which bars begin.
  func nodes() -> [SceneNode] {
    guard let column = scope.unit.column(status.channel) else { return [] }
    let value = scope.reader(column)
    let isHorizontal = status.channel == .x
    let positions = PositionEncoder(scope: scope)
    let across = positions.point(isHorizontal ? .y : .x, or: .middle, band: 0.5)
    let start = positions.standard(status.channel, .zeroOrStart)
    let font = Font(
      family: scope.config.node["font"]?.string ?? "sans-serif",
      size: scope.config.style("guide-label").number("fontSize") ?? 10)
    return scope.table.indices.compactMap { row in
      guard value(row).isMissing, let mark = word(row) else { return nil }
      let (place, base) = (across(row), start(row))
      guard place.isFinite, base.isFinite else { return nil }
      return .text(
        TextNode(
          lines: [mark], position: isHorizontal ? Point(base + 4, place) : Point(place, base - 4),
          align: isHorizontal ? .left : .center, baseline: isHorizontal ? .middle : .bottom,
          font: font, style: .filled(.token(.muted))))
    }
  }

  /// What cannot be has no label: its gap says enough.
  private func word(_ row: Row) -> String? {
    guard let status = status.status(row), status.meansNoValue, status != .notApplicable else {
      return nil
    }
    return status.mark
  }
}
