/// Ready functions from values to what a scale makes of them.
enum ScaleLookup {
  /// Positions, sizes and other numbers; NaN for values that the scale does not know.
  static func number(_ model: ScaleModel, band: Double = 0) -> (ChartValue) -> Double {
    number(model.scale, band: band)
  }

  static func number(_ scale: ChartScale, band: Double = 0) -> (ChartValue) -> Double {
    switch scale {
    case .identity:
      return { $0.toNumber }
    case .continuous(let scale):
      let position = continuous(scale)
      return { $0.isMissing ? .nan : position($0.toNumber) }
    case .band(let scale):
      let shift = scale.bandwidth * band
      return { scale.position($0).map { $0 + shift } ?? .nan }
    case .ordinal(let scale):
      return { scale.value($0).toNumber }
    case .discretizing(let scale):
      return { $0.isMissing ? .nan : scale.value($0.toNumber).toNumber }
    case .color:
      return { _ in .nan }
    }
  }

  /// A continuous scale as a function; the plain linear case does without its machinery.
  static func continuous(_ scale: ContinuousScale) -> (Double) -> Double {
    let isPlain =
      switch scale.kind {
      case .linear, .time: true
      default: false
      }
    guard isPlain, !scale.clamp, !scale.round, scale.domain.count == 2, scale.range.count == 2,
      scale.domain[0] != scale.domain[1]
    else { return { scale.position($0) } }
    let (start, span) = (scale.domain[0], scale.domain[1] - scale.domain[0])
    let (r0, r1) = (scale.range[0], scale.range[1])
    // So weighed, the ends of the domain meet those of the range exactly.
    return { value in
      let t = (value - start) / span
      return r0 * (1 - t) + r1 * t
    }
  }

  /// Colours, shapes and dashes; undefined for values that the scale does not know.
  static func value(_ model: ScaleModel) -> (ChartValue) -> ChartValue { value(model.scale) }

  static func value(_ scale: ChartScale) -> (ChartValue) -> ChartValue {
    switch scale {
    case .ordinal(let scale):
      return { scale.value($0) }
    case .discretizing(let scale):
      return { $0.isMissing ? .undefined : scale.value($0.toNumber) }
    case .color(let scale):
      return { value in
        if value.isMissing { return .undefined }
        return scale.color(value.toNumber).map { .text($0.css) } ?? .undefined
      }
    case .identity:
      return { $0 }
    case .continuous, .band:
      let number = number(scale)
      return { .number(number($0)) }
    }
  }
}
