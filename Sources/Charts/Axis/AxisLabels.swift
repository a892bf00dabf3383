/// Makes the labels of an axis and hides those that have no room.
struct AxisLabels {
  /// The axis.
  let model: AxisModel
  /// What texts are measured with.
  let metrics: TextMetrics

  /// The labels that are shown, in the order of the ticks.
  func visible() -> [TextNode] {
    guard let text = model.labels else { return [] }
    let nodes = model.ticks.filter { $0.position.isFinite }.map { label($0, text) }
    let boxes = nodes.map { SceneBounds(metrics: metrics).bounds(of: $0) }
    var isShown =
      model.labelOverlap?.visible(boxes, separation: model.labelSeparation)
      ?? nodes.map { _ in true }
    if let tolerance = model.labelBound {
      let room = range(expandedBy: tolerance == 0 ? 1 : tolerance)
      for index in nodes.indices where !boxes[index].isEmpty && !room.encloses(boxes[index]) {
        isShown[index] = false
      }
    }
    return nodes.indices.filter { isShown[$0] && !boxes[$0].isEmpty }.map { nodes[$0] }
  }

  /// The strip of the plot beside the axis.
  private func range(expandedBy tolerance: Double) -> Bounds {
    let low = min(model.rangeStart, model.rangeEnd) - tolerance
    let high = max(model.rangeStart, model.rangeEnd) + tolerance
    return model.side.isHorizontal
      ? Bounds(x1: low, y1: -.infinity, x2: high, y2: .infinity)
      : Bounds(x1: -.infinity, y1: low, x2: .infinity, y2: high)
  }

  private func label(_ tick: AxisTick, _ standard: GuideText) -> TextNode {
    let side = model.side
    let overrides = tick.overrides
    let text = overrides?.label ?? standard
    let flush = flushEnd(tick.position)
    let tickSize = model.tickLine == nil ? 0 : overrides?.tickSize ?? model.tickSize
    let away = side.sign * (tickSize + (overrides?.labelPadding ?? model.labelPadding))
    let along =
      tick.position + model.bandwidth / 2 + model.bandOffset
      + (overrides?.labelOffset ?? model.labelOffset)

    let setAlign = overrides?.labelAlign ?? model.labelAlign
    let setBaseline = overrides?.labelBaseline ?? model.labelBaseline
    let turnedAlign = AxisLabelPlacement.align(angle: model.labelAngle, side: side)
    let turnedBaseline = AxisLabelPlacement.baseline(angle: model.labelAngle, side: side)
    let align: TextAlign
    let baseline: TextBaseline
    var shift = Point.zero
    if side.isHorizontal {
      align = setAlign ?? turnedAlign ?? [.left, .center, .right][flush + 1]
      baseline = setBaseline ?? turnedBaseline ?? (side == .top ? .bottom : .top)
      if setAlign == nil, turnedAlign == nil {
        shift.x = Double(flush) * model.labelFlushOffset
      }
    } else {
      align = setAlign ?? turnedAlign ?? (side == .right ? .left : .right)
      baseline = setBaseline ?? turnedBaseline ?? [.top, .middle, .bottom][flush + 1]
      if setBaseline == nil, turnedBaseline == nil {
        shift.y = Double(flush) * model.labelFlushOffset
      }
    }
    if model.centersLines, !side.isHorizontal {
      shift.y -= Double(tick.label.count - 1) * (text.lineHeight ?? text.font.size + 2) / 2
    }
    return TextNode(
      lines: text.fitted(tick.label, metrics),
      position: side.isHorizontal ? Point(along, away) : Point(away, along), offset: shift,
      align: align, baseline: baseline, angle: model.labelAngle, font: text.font,
      lineHeight: text.lineHeight, style: text.style)
  }

  /// -1 or 1 for a tick at the lower or upper end of the range, else 0.
  private func flushEnd(_ position: Double) -> Int {
    guard let threshold = model.labelFlush else { return 0 }
    let low = abs(position - min(model.rangeStart, model.rangeEnd))
    let high = abs(max(model.rangeStart, model.rangeEnd) - position)
    if low < high, low <= threshold { return -1 }
    return high <= threshold ? 1 : 0
  }
}
