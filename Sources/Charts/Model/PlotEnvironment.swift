import Documents

/// What expressions of a plot's marks and guides read: parameters, the plot's size and its scales.
enum PlotEnvironment {
  /// The environment of one mark of a plot.
  static func of(_ leaf: ViewNode, in plot: ViewNode) -> ExpressionEnvironment {
    var environment = leaf.environment
    for (name, length) in [("width", plot.width), ("height", plot.height)]
    where environment.parameters[name] == nil {
      environment.parameters[name] = .number(length)
    }
    addScales(leaf.allScales(), to: &environment)
    for (name, expression) in environment.deferred {
      environment.parameters[name] = expression.evaluate(environment: environment)
    }
    return environment
  }

  private static func addScales(
    _ models: [Channel: ScaleModel], to environment: inout ExpressionEnvironment
  ) {
    let scales = Dictionary(
      uniqueKeysWithValues: models.map { ($0.key.rawValue, $0.value.scale) })
    environment.functions["scale"] = { arguments in
      guard let scale = scales[arguments.argument(0).toText] else { return .undefined }
      return ScaleLookup.value(scale)(arguments.argument(1))
    }
    environment.functions["domain"] = { arguments in
      .list(scales[arguments.argument(0).toText]?.domainValues ?? [])
    }
    environment.functions["range"] = { arguments in
      .list(scales[arguments.argument(0).toText]?.rangeValues ?? [])
    }
    environment.functions["bandwidth"] = { arguments in
      .number(scales[arguments.argument(0).toText]?.bandwidth ?? 0)
    }
    environment.functions["invert"] = { arguments in
      guard case .continuous(let scale) = scales[arguments.argument(0).toText] else {
        return .undefined
      }
      return .number(scale.invert(arguments.argument(1).toNumber))
    }
  }
}

extension ChartScale {
  /// The ends or values that the scale is defined on.
  fileprivate var domainValues: [ChartValue] {
    switch self {
    case .identity: []
    case .continuous(let scale): scale.domain.map { scale.isTime ? .time($0) : .number($0) }
    case .color(let scale): scale.domain.map(ChartValue.number)
    case .discretizing(let scale): scale.domain.map(ChartValue.number)
    case .band, .ordinal: discreteDomain
    }
  }

  /// What the scale leads to.
  fileprivate var rangeValues: [ChartValue] {
    switch self {
    case .identity, .color: []
    case .continuous(let scale): scale.range.map(ChartValue.number)
    case .band(let scale): scale.range.map(ChartValue.number)
    case .ordinal(let scale): scale.range
    case .discretizing(let scale): scale.range
    }
  }
}
