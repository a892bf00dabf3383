/// Makes the straight lines of an axis: ticks, grid and domain, in the axis's coordinates.
struct AxisRules {
  /// The axis.
  let model: AxisModel

  /// The ticks.
  func ticks() -> [RuleNode] {
    guard let line = model.tickLine else { return [] }
    let standard = line.style
    return places().map { place in
      let overrides = model.ticks[place.tick].overrides
      let size = model.side.sign * (overrides?.tickSize ?? model.tickSize)
      return rule(
        at: place.position, from: 0, to: size, overrides?.tickLine?.style ?? standard)
    }
  }

  /// The grid lines, over the plot.
  func grid() -> [RuleNode] {
    guard let line = model.grid else { return [] }
    // Towards the plot: the axis's origin is at its far side for the right and the bottom.
    let direction = -model.side.sign
    let near = direction * model.offset
    let standard = line.style
    return places().map { place in
      rule(
        at: place.position, from: near, to: near + direction * model.gridLength,
        model.ticks[place.tick].overrides?.gridLine?.style ?? standard)
    }
  }

  /// The line along the axis.
  func domain() -> RuleNode? {
    model.domain.map { line in
      model.side.isHorizontal
        ? RuleNode(
          from: Point(model.rangeStart, 0), to: Point(model.rangeEnd, 0), style: line.style)
        : RuleNode(
          from: Point(0, model.rangeStart), to: Point(0, model.rangeEnd), style: line.style)
    }
  }

  private func rule(at along: Double, from: Double, to: Double, _ style: MarkStyle) -> RuleNode {
    model.side.isHorizontal
      ? RuleNode(from: Point(along, from), to: Point(along, to), style: style)
      : RuleNode(from: Point(from, along), to: Point(to, along), style: style)
  }

  /// Where ticks and grid lines stand.
  private func places() -> [(tick: Int, position: Double)] {
    let part = model.ticksAtBandExtents ? 1 : model.bandPosition
    let shift = model.bandOffset
    var result: [(tick: Int, position: Double)] = []
    for index in model.ticks.indices where model.ticks[index].position.isFinite {
      let position = model.ticks[index].position
      if result.isEmpty, model.ticksAtBandExtents { result.append((index, position + shift)) }
      result.append((index, position + part * model.bandwidth + shift))
    }
    guard model.roundsTicks else { return result }
    return result.map { ($0.tick, roundHalfUp($0.position)) }
  }
}

extension AxisModel {
  /// What moves ticks and labels along a band axis: half a pixel back, so that ticks in the middle
  /// of bands meet the pixel grid.
  var bandOffset: Double {
    if ticksAtBandExtents { return 0 }
    return tickOffset ?? (isBand ? -0.5 : 0)
  }
}
