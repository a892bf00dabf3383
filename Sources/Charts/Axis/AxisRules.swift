/// Makes the straight lines of an axis: ticks, grid and domain, in the axis's coordinates.
struct AxisRules {
  /// The axis.
  let model: AxisModel

  /// What moves ticks and labels along a band axis: half a pixel back, so that ticks in the middle
  /// of bands meet the pixel grid.
  var bandOffset: Double {
    if model.ticksAtBandExtents { return 0 }
    return model.tickOffset ?? (model.isBand ? -0.5 : 0)
  }

  /// The ticks.
  func ticks() -> [RuleNode] {
    guard let line = model.tickLine else { return [] }
    return places().map { place in
      let size = model.side.sign * (place.tick.overrides?.tickSize ?? model.tickSize)
      return rule(
        at: place.position, from: 0, to: size,
        (place.tick.overrides?.tickLine ?? line).style)
    }
  }

  /// The grid lines, over the plot.
  func grid() -> [RuleNode] {
    guard let line = model.grid else { return [] }
    // Towards the plot: the axis's origin is at its far side for the right and the bottom.
    let direction = -model.side.sign
    let near = direction * model.offset
    return places().map { place in
      rule(
        at: place.position, from: near, to: near + direction * model.gridLength,
        (place.tick.overrides?.gridLine ?? line).style)
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
  private func places() -> [(tick: AxisTick, position: Double)] {
    let part = model.ticksAtBandExtents ? 1 : model.bandPosition
    var result = model.ticks.filter { $0.position.isFinite }.map { tick in
      (tick: tick, position: tick.position + part * model.bandwidth + bandOffset)
    }
    if model.ticksAtBandExtents, let first = result.first {
      result.insert((first.tick, first.tick.position + bandOffset), at: 0)
    }
    guard model.roundsTicks else { return result }
    return result.map { ($0.tick, roundHalfUp($0.position)) }
  }
}
