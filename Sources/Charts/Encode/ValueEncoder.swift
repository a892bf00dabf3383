import Documents

/// The channels without positions: colours, sizes, shapes, opacities, with their conditions.
struct ValueEncoder {
  let scope: UnitScope

  /// The value of a channel for one row; nil where the channel is not encoded.
  ///
  /// `standard` holds for rows where no condition does and nothing else is said.
  func value(_ channel: Channel, standard: ((Row) -> ChartValue)? = nil) -> ((Row) -> ChartValue)? {
    guard let spec = scope.encoding[channel] else { return standard }
    let base = definition(spec) ?? standard
    guard !spec.conditions.isEmpty else { return base }
    let predicates = Predicates(scope: scope)
    let branches = spec.conditions.compactMap { condition -> Branch? in
      guard let test = predicates.test(condition), let value = definition(condition.definition)
      else { return nil }
      return Branch(test: test, value: value)
    }
    let fallback = base ?? { _ in .undefined }
    return { row in
      for branch in branches where branch.test(row) { return branch.value(row) }
      return fallback(row)
    }
  }

  private struct Branch {
    var test: (Row) -> Bool
    var value: (Row) -> ChartValue
  }

  /// The value of a definition without its conditions: a value, a datum or a field through its scale.
  private func definition(_ spec: ChannelSpec) -> ((Row) -> ChartValue)? {
    if let node = spec.value {
      if let evaluate = scope.expression(node) { return evaluate }
      let value = ChartValue(node)
      return { _ in value }
    }
    let scale = spec.scale.isOff ? nil : scope.scale(spec.channel)
    if let datum = spec.datum {
      let evaluate = scope.expression(datum)
      let value = DomainBuilder.value(datum, isTime: spec.type == .temporal)
      guard let scale else { return evaluate ?? { _ in value } }
      let lookup = ScaleLookup.value(scale)
      if let evaluate { return { lookup(evaluate($0)) } }
      let result = lookup(value)
      return { _ in result }
    }
    guard spec.isField, let column = FieldNames.column(spec) else { return nil }
    let read = scope.reader(column)
    guard let scale else { return read }
    let lookup = ScaleLookup.value(scale)
    let replaced = scale.type.hasDiscreteDomain ? nil : invalidValue(spec.channel)
    if scale.type.isContinuous, spec.isBinned || spec.timeUnit != nil,
      let place = PositionEncoder(scope: scope).bandPosition(spec), place != 0
    {
      let end = scope.reader(column + "_end")
      return { row in
        let (from, to) = (read(row).toNumber, end(row).toNumber)
        return lookup(.number(from * (1 - place) + to * place))
      }
    }
    let shown = replaced ?? shownInvalid(scale).map(lookup)
    return { row in
      let value = read(row)
      if let shown, value.isMissing || !value.toNumber.isFinite { return shown }
      return lookup(value)
    }
  }

  /// The value that null and NaN are shown as: zero, or the least of a domain without zero.
  private func shownInvalid(_ model: ScaleModel) -> ChartValue? {
    guard scope.unit.invalidMode == "show", model.type.isContinuous else { return nil }
    let domain: [Double] =
      switch model.scale {
      case .continuous(let scale): scale.domain
      case .color(let scale): scale.domain
      default: []
      }
    guard let first = domain.first, let last = domain.last else { return nil }
    let isInside = min(first, last) <= 0 && max(first, last) >= 0
    return .number(model["zero"]?.boolean == true || isInside ? 0 : first)
  }

  /// What `config.scale.invalid` shows for null and NaN.
  private func invalidValue(_ channel: Channel) -> ChartValue? {
    guard let node = scope.config.node["scale"]?["invalid"]?[channel.rawValue] else { return nil }
    return node["value"].map(ChartValue.init)
  }

  /// A number channel such as opacity: encoded, or the mark's property, or the default.
  func number(_ channel: Channel, property: String? = nil, standard: Double? = nil)
    -> ((Row) -> Double)?
  {
    let fixed = scope.number(property ?? channel.rawValue)
    let base: ((Row) -> ChartValue)? =
      fixed.map { number in { .number(number($0)) } }
      ?? standard.map { number in { _ in .number(number) } }
    return value(channel, standard: base).map { evaluate in { evaluate($0).toNumber } }
  }
}
