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
    environment.scales = leaf.allScales().mapValues(\.scale)
    for (name, expression) in environment.deferred {
      environment.parameters[name] = expression.evaluate(environment: environment)
    }
    return environment
  }
}

/// The functions of expressions that read a plot's scales.
extension ChannelMap<ChartScale> {
  /// What a function gives; undefined for functions that are not of scales, and where there is no scale.
  func call(_ function: String, _ arguments: [ChartValue]) -> ChartValue {
    let scale = Channel(rawValue: arguments.argument(0).toText).flatMap { self[$0] }
    switch function {
    case "scale":
      return scale.map { ScaleLookup.value($0)(arguments.argument(1)) } ?? .undefined
    case "domain": return .list(scale?.domainValues ?? [])
    case "range": return .list(scale?.rangeValues ?? [])
    case "bandwidth": return .number(scale?.bandwidth ?? 0)
    case "invert":
      guard case .continuous(let continuous) = scale else { return .undefined }
      return .number(continuous.invert(arguments.argument(1).toNumber))
    default: return .undefined
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
