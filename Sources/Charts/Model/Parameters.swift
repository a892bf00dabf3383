import Documents

/// The values that parameters have before a reader changes them.
enum Parameters {
  /// The environment with a view's parameters added, in the order written.
  static func values(
    _ specs: [ParameterSpec], _ outer: ExpressionEnvironment, _ context: SpecContext
  ) -> ExpressionEnvironment {
    var environment = outer
    for spec in specs {
      environment.parameters[spec.name] = value(spec, environment, context)
    }
    return environment
  }

  private static func value(
    _ spec: ParameterSpec, _ environment: ExpressionEnvironment, _ context: SpecContext
  ) -> ChartValue {
    if spec.isSelection { return selection(spec.value) }
    if let text = spec.expression {
      let node = DocumentNode(.string(text), spec.range)
      guard
        let expression = Expression(text, node: node, path: context.path, into: context.collector)
      else { return .undefined }
      return expression.evaluate(environment: environment)
    }
    return spec.value.map { DomainBuilder.value($0, isTime: false) } ?? .undefined
  }

  /// A selection's initial value as a list of records, with dates read.
  private static func selection(_ node: DocumentNode?) -> ChartValue {
    guard let node else { return .list([]) }
    let nodes = node.list ?? [node]
    let records = nodes.map { entry -> ChartValue in
      guard let mapping = entry.mapping else { return DomainBuilder.value(entry, isTime: false) }
      return .record(
        Dictionary(
          mapping.entries.map { ($0.key, members($0.value)) }, uniquingKeysWith: { a, _ in a }))
    }
    return .list(records)
  }

  private static func members(_ node: DocumentNode) -> ChartValue {
    if let list = node.list { return .list(list.map { DomainBuilder.value($0, isTime: false) }) }
    return DomainBuilder.value(node, isTime: false)
  }
}
