import Documents

/// The frames of intervals that are selected at the beginning, behind and before the marks of a plot.
struct BrushFrame {
  private(set) var behind: [SceneNode] = []
  private(set) var before: [SceneNode] = []

  init(plot: ViewNode, config: Config) {
    guard let unit = plot.units.first else { return }
    for spec in unit.params {
      guard let selection = spec.selection, selection.isInterval, !selection.bindsScales,
        let box = Self.box(spec, unit, plot)
      else { continue }
      let mark = selection.mark.over(
        Properties(config.node["selection"]?["interval"]?["mark"]))
      var fill = MarkStyle(fill: Paint(css: mark.string("fill") ?? "#333"))
      fill.fillOpacity = mark.number("fillOpacity") ?? 0.125
      behind.append(Self.group(box, fill))
      var frame = MarkStyle(stroke: Paint(css: mark.string("stroke") ?? "white"))
      frame.strokeWidth = mark.number("strokeWidth")
      frame.strokeOpacity = mark.number("strokeOpacity")
      frame.strokeDash = mark.numbers("strokeDash") ?? []
      before.append(Self.group(box, frame))
    }
  }

  /// The selected part of the plot; the whole length along a channel that is not selected.
  private static func box(_ spec: ParameterSpec, _ unit: UnitModel, _ plot: ViewNode) -> Bounds? {
    guard let value = spec.value, value.mapping != nil else { return nil }
    var box = Bounds(x1: 0, y1: 0, x2: plot.width, y2: plot.height)
    var isSelected = false
    for channel in [Channel.x, .y] {
      guard let ends = value[channel.rawValue]?.list, ends.count == 2,
        let model = plot.plotScale(channel)
      else { continue }
      let isTime = model.measurement == .temporal
      let places = ends.map { ScaleLookup.number(model)(DomainBuilder.value($0, isTime: isTime)) }
      guard let low = places.min(), let high = places.max(), low.isFinite, high.isFinite else {
        return nil
      }
      isSelected = true
      if channel == .x {
        (box.x1, box.x2) = (low, high)
      } else {
        (box.y1, box.y2) = (low, high)
      }
    }
    return isSelected ? box : nil
  }

  private static func group(_ box: Bounds, _ style: MarkStyle) -> SceneNode {
    .group(
      GroupNode.marks(
        "rect",
        [
          .rect(
            RectNode(
              x: box.x1, y: box.y1, width: box.x2 - box.x1, height: box.y2 - box.y1, style: style))
        ]))
  }
}
