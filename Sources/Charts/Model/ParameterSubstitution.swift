import Documents

/// Puts the values of parameters in the place of `{expr: …}` where an expression reads nothing else, so
/// that later stages see plain properties.
struct ParameterSubstitution {
  let environment: ExpressionEnvironment
  let context: SpecContext

  /// The view's own mark and channels with such expressions replaced.
  func resolved(_ spec: ViewSpec, _ mark: MarkSpec) -> (ViewSpec, MarkSpec) {
    guard !environment.parameters.isEmpty else { return (spec, mark) }
    var (spec, mark) = (spec, mark)
    mark.properties = resolved(mark.properties)
    spec.encoding.channels = spec.encoding.channels.map(resolved)
    return (spec, mark)
  }

  private func resolved(_ spec: ChannelSpec) -> ChannelSpec {
    var spec = spec
    spec.scale = resolved(spec.scale)
    spec.axis = resolved(spec.axis)
    spec.legend = resolved(spec.legend)
    spec.header = resolved(spec.header)
    return spec
  }

  private func resolved(_ setting: Setting<Properties>) -> Setting<Properties> {
    setting.value.map { .given(resolved($0)) } ?? setting
  }

  private func resolved(_ properties: Properties) -> Properties {
    Properties(properties.values.mapValues { literal($0) ?? $0 })
  }

  /// The value of an expression as a node; nil for any other node, and where the value is not known yet.
  private func literal(_ node: DocumentNode) -> DocumentNode? {
    guard let inner = node["expr"], let text = inner.string,
      let expression = Expression(text, node: inner, path: context.path, into: context.collector),
      expression.fields.isEmpty,
      expression.parameters.allSatisfy({ environment.parameters[$0] != nil })
    else { return nil }
    return Self.node(expression.evaluate(environment: environment), node)
  }

  private static func node(_ value: ChartValue, _ place: DocumentNode) -> DocumentNode? {
    switch value {
    case .undefined: nil
    case .null: DocumentNode(.null, place.range)
    case .boolean(let flag): DocumentNode(.boolean(flag), place.range)
    case .number(let number), .time(let number):
      DocumentNode(.number(number, literal: JavaScriptNumber.text(number)), place.range)
    case .text(let text): DocumentNode(.string(text), place.range)
    case .list(let values): DocumentNode(.list(values.compactMap { node($0, place) }), place.range)
    case .record: nil
    }
  }
}
