import Diagnostics
import Documents

/// The sizes of plots, and with them the ranges of all scales.
struct SizeRules {
  let config: Config
  let context: SpecContext
  let options: ChartOptions
  /// Whether written widths are passed over, so that the width of the options is taken.
  var fillsWidth = false
  /// Whether written heights are passed over, so that the height of the options is taken.
  var fillsHeight = false

  private var builder: ScaleBuilder {
    ScaleBuilder(
      config: config, context: context,
      colours: ColourRanges(
        bound: options.colours.mapValues { values in
          values.mapValues { name in
            name.hasPrefix("#") || name.contains("(") ? name : "var(--\(name))"
          }
        }))
  }

  /// Gives every plot its size and every scale its range.
  func assign(_ root: ViewNode) {
    for plot in root.plots {
      plot.width = length(plot, .x)
      plot.height = length(plot, .y)
    }
    buildScales(root, nil)
  }

  // MARK: lengths

  private func length(_ plot: ViewNode, _ channel: Channel) -> Double {
    let key = channel == .x ? "Width" : "Height"
    let fills = channel == .x ? fillsWidth : fillsHeight
    var written = fills ? nil : size(plot, channel)
    if case .pixels(let pixels, _) = written { return pixels }
    let preset = channel == .x ? options.width : options.height
    if case .container = written {
      if preset == nil { return continuous(key) }
      written = nil
    }
    if written == nil, let preset { return preset }
    let step: (Double, Bool)? =
      if case .step(let pixels, let forPosition, _) = written { (pixels, forPosition) } else { nil }
    guard let model = plotScale(plot, channel) else {
      let isWhole = plot.units.contains { unit in
        unit.mark.type == .arc || unit.mark.type == .geoshape || unit.encoding.has(.longitude)
          || unit.encoding.has(.latitude)
      }
      if isWhole { return continuous(key) }
      if let fixed = config.node["view"]?["discrete" + key]?.number { return fixed }
      return step?.0 ?? discreteStep(key) ?? 20
    }
    guard model.type.hasDiscreteDomain else { return continuous(key) }
    if step == nil, let fixed = config.node["view"]?["discrete" + key]?.number { return fixed }
    model.hasStep = true
    if let range = model.written["range"]?["step"]?.number { return bandLength(model, step: range) }
    return discreteLength(plot, model, channel, step ?? (discreteStep(key) ?? 20, false))
  }

  /// The size written for a plot, or for the first of its layers that has one.
  private func size(_ node: ViewNode, _ channel: Channel) -> SizeSpec? {
    let own = channel == .x ? node.spec.width : node.spec.height
    return own ?? node.children.lazy.compactMap { size($0, channel) }.first
  }

  private func plotScale(_ node: ViewNode, _ channel: Channel) -> ScaleModel? {
    node.plotScale(channel)
  }

  private func continuous(_ key: String) -> Double {
    config.node["view"]?["continuous" + key]?.number ?? 300
  }

  private func discreteStep(_ key: String) -> Double? {
    let view = config.node["view"]
    return view?["discrete" + key]?["step"]?.number ?? view?["step"]?.number
  }

  private func bandLength(_ model: ScaleModel, step: Double) -> Double {
    let padding = builder.paddings(model)
    return BandScale.extent(
      count: builder.discreteDomain(model).count, step: step, paddingInner: padding.inner,
      paddingOuter: padding.outer)
  }

  /// The length of a discrete axis; a step counts for the offset's values where there are some.
  private func discreteLength(
    _ plot: ViewNode, _ model: ScaleModel, _ channel: Channel, _ step: (Double, Bool)
  ) -> Double {
    guard !step.1, let key = channel.offset, let offset = plotScale(plot, key),
      offset.type.hasDiscreteDomain
    else { return bandLength(model, step: step.0) }
    let inner = builder.paddings(model).inner
    return bandLength(model, step: bandLength(offset, step: step.0) / max(1e-6, 1 - inner))
  }

  // MARK: scales

  private func buildScales(_ node: ViewNode, _ outer: ViewNode?) {
    let plot = outer ?? node.plots.first ?? node
    for channel in Channel.scaled {
      guard let model = node.scales[channel] else { continue }
      let owner =
        channel.isPosition || channel.isOffset
        ? nil
        : model.units.first.flatMap { unit in
          node.plots.first { $0.units.contains { $0 === unit } }
        }
      model.scale = builder.build(model, range: range(channel, model, owner ?? plot))
    }
    for child in node.children { buildScales(child, node.isPlot ? plot : nil) }
  }

  private func range(_ channel: Channel, _ model: ScaleModel, _ plot: ViewNode) -> [Double]? {
    let ranges = SizeRanges(config: config, plot: plot)
    switch channel {
    case .x: return [0, plot.width]
    case .y: return model.type.hasDiscreteDomain ? [0, plot.height] : [plot.height, 0]
    case .xOffset, .yOffset: return offsetRange(channel, plot)
    case .theta: return [0, 2 * .pi]
    case .radius: return [0, min(plot.width, plot.height) / 2]
    case .angle: return [0, 360]
    case .size: return ranges.sizes(model)
    case .strokeWidth:
      return [
        config.number("scale", "minStrokeWidth") ?? 1,
        config.number("scale", "maxStrokeWidth") ?? 4,
      ]
    case .opacity, .fillOpacity, .strokeOpacity:
      return [
        config.number("scale", "minOpacity") ?? 0.3, config.number("scale", "maxOpacity") ?? 0.8,
      ]
    default: return nil
    }
  }

  /// The range inside of an interval of time.
  private func timeOffsetRange(_ main: Channel, _ model: ScaleModel, _ plot: ViewNode) -> [Double]?
  {
    guard case .continuous(let scale) = model.scale,
      let unit = plot.units.first(where: { $0.encoding[main]?.timeUnit?.unit != nil }),
      let spec = unit.encoding[main], let timeUnit = spec.timeUnit?.unit
    else { return nil }
    let duration = abs(scale.position(AxisTicks.duration(timeUnit)) - scale.position(0.0))
    let padding = config.number("scale", "bandWithNestedOffsetPaddingInner") ?? 0.2
    let band = spec.bandPosition ?? unit.properties.number("timeUnitBandPosition") ?? 0
    let shift = band - 0.5
    return [(padding / 2 + shift) * duration, (1 - padding / 2 + shift) * duration]
  }

  /// The range inside of a band, or the plot's whole length where there is no band.
  private func offsetRange(_ channel: Channel, _ plot: ViewNode) -> [Double] {
    let main: Channel = channel == .xOffset ? .x : .y
    let length = channel == .xOffset ? plot.width : plot.height
    guard let model = plotScale(plot, main) else {
      let isUpwards =
        channel == .yOffset && plotScale(plot, channel)?.type.hasDiscreteDomain == false
      return isUpwards ? [length / 2, -length / 2] : [-length / 2, length / 2]
    }
    if model.type == .band { return [0, model.scale.bandwidth] }
    if let range = timeOffsetRange(main, model, plot) { return range }
    if case .band(let scale) = model.scale { return [-scale.step / 2, scale.step / 2] }
    let step = discreteStep(main == .x ? "Width" : "Height") ?? 20
    return [-step / 2, step / 2]
  }
}
