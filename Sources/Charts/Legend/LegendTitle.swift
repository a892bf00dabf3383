/// The title of a legend, at one of the content's four sides.
struct LegendTitle {
  /// The legend.
  let model: LegendModel

  private var isBar: Bool {
    if case .symbols = model.content { false } else { true }
  }
  private var isUprightBar: Bool { isBar && model.isVertical }
  private var isAside: Bool { !model.titleSide.isHorizontal }
  private var anchor: GuideAnchor { model.titleAnchor ?? (isAside ? .middle : .start) }

  /// The title at the legend's padding; nil for none. Beside an upright bar it is turned.
  func node(_ metrics: TextMetrics) -> TextNode? {
    guard model.title.contains(where: { !$0.isEmpty }) else { return nil }
    let side = model.titleSide
    let angle: Double = isUprightBar && isAside ? (side == .left ? -90 : 90) : 0
    let align: TextAlign
    if isUprightBar, side == .right {
      align = [.right, .center, .left][Int(anchor.fraction * 2)]
    } else if isAside, !(isUprightBar && side == .left) {
      align = .left
    } else {
      align = anchor.align
    }
    let baseline: TextBaseline
    if isAside {
      baseline =
        isUprightBar
        ? (side == .right ? .bottom : .top)
        : [.top, .middle, .bottom][Int(anchor.fraction * 2)]
    } else {
      baseline = .top
    }
    return TextNode(
      lines: model.titleText.fitted(model.title, metrics),
      position: Point(model.padding, model.padding), align: model.titleAlign ?? align,
      baseline: model.titleBaseline ?? baseline, angle: angle, font: model.titleText.font,
      lineHeight: model.titleText.lineHeight, style: model.titleText.style)
  }

  /// Moves the title to its side of the content and says how far the content has to move.
  func place(
    _ title: inout TextNode, body: Bounds, bar: Bounds, _ metrics: TextMetrics
  ) -> Point {
    let extent = metrics.bounds(title)
    let gap = model.titlePadding
    var moved = Point.zero
    switch model.titleSide {
    case .left: moved.x = extent.width.rounded(.up) + gap
    case .top: moved.y = extent.height + gap
    case .right, .bottom: break
    }
    let body = body.translated(moved.x, moved.y)
    let bar = bar.translated(moved.x, moved.y)
    switch model.titleSide {
    case .left:
      title.position.y += along(title, bar.y2, isAcross: false, isAside: true)
    case .right:
      title.position.x += along(title, body.x2, isAcross: true, isAside: false, at: .end) + gap
      title.position.y += along(title, bar.y2, isAcross: false, isAside: true)
    case .bottom:
      title.position.x += along(title, edge(body, bar), isAcross: true, isAside: false)
      title.position.y +=
        along(title, body.y2, isAcross: true, isAside: false, at: .end) + gap
    case .top:
      title.position.x += along(title, edge(body, bar), isAcross: true, isAside: false)
    }
    return moved
  }

  /// The right edge that a title above or below a level bar is put along.
  private func edge(_ body: Bounds, _ bar: Bounds) -> Double {
    isBar && !model.isVertical ? bar.x2 : body.x2
  }

  /// How far along an extent that ends at `end` the anchor lies, in whole pixels.
  private func along(
    _ title: TextNode, _ end: Double, isAcross: Bool, isAside: Bool, at fixed: GuideAnchor? = nil
  ) -> Double {
    let extent = end - model.padding
    let turned = isUprightBar && isAside
    let growth = isAcross ? 0 : title.extraHeight
    switch fixed ?? anchor {
    case .start: return roundHalfUp(turned ? extent : 0)
    case .end: return roundHalfUp((turned ? 0 : extent) - growth)
    case .middle: return roundHalfUp((extent - growth) / 2)
    }
  }
}
