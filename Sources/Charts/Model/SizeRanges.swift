import Documents

/// The smallest and largest sizes of symbols, bars, lines and texts (Vega-Lite's `sizeRangeMin` and
/// `sizeRangeMax`).
struct SizeRanges {
  let config: Config
  let plot: ViewNode

  /// The range of a size scale.
  func sizes(_ model: ScaleModel) -> [Double] {
    func number(_ key: String, _ standard: Double) -> Double {
      config.number("scale", key) ?? standard
    }
    switch model.mark {
    case .bar, .tick:
      return [number("minBandSize", 2), number("maxBandSize", smallestStep - 1)]
    case .line, .trail, .rule:
      return [number("minStrokeWidth", 1), number("maxStrokeWidth", 4)]
    case .text:
      return [number("minFontSize", 8), number("maxFontSize", 40)]
    default:
      let side = 0.95 * smallestStep
      return [number("minSize", 4), number("maxSize", side * side)]
    }
  }

  /// The smaller of the steps along x and y: of bins their width, else the configured step.
  private var smallestStep: Double { min(step(.x), step(.y)) }

  private func step(_ channel: Channel) -> Double {
    let length = channel == .x ? plot.width : plot.height
    for unit in plot.units {
      if let bins = unit.bins[channel], bins.stop > bins.start {
        return length / ((bins.stop - bins.start) / bins.step)
      }
    }
    let written = channel == .x ? plot.spec.width : plot.spec.height
    if case .step(let step, _, _) = written { return step }
    return config.number("view", "step") ?? 20
  }
}
