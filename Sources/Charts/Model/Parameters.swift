import Diagnostics
import Documents

/// The values that parameters have before a reader changes them.
///
/// Parameters are known in the whole chart, wherever they are defined. Expressions that read the size of a
/// plot or its scales wait until these are known.
enum Parameters {
  /// The values of all parameters of a chart.
  static func values(of root: ViewSpec, _ context: SpecContext) -> ExpressionEnvironment {
    var environment = ExpressionEnvironment()
    add(root, context, to: &environment)
    return environment
  }

  /// Reports a name that no parameter of the chart has; whether there is one.
  static func check(
    _ name: String, at range: SourceRange, _ environment: ExpressionEnvironment,
    _ context: SpecContext
  ) -> Bool {
    let names = environment.parameters.keys + environment.deferred.map(\.name)
    if names.contains(name) { return true }
    context.unknown("unknown-parameter", at: range, "parameter", name, among: names.sorted())
    return false
  }

  private static func add(
    _ view: ViewSpec, _ context: SpecContext, to environment: inout ExpressionEnvironment
  ) {
    for spec in view.params {
      if spec.selection != nil {
        environment.parameters[spec.name] = selection(spec.value, in: view)
      } else if let text = spec.expression {
        let node = DocumentNode(.string(text), spec.range)
        guard
          let expression = Expression(
            text, node: node, path: context.path, into: context.collector)
        else { continue }
        if expression.isConstant(in: environment) {
          environment.parameters[spec.name] = expression.evaluate(environment: environment)
        } else {
          environment.deferred.append((spec.name, expression))
        }
      } else {
        environment.parameters[spec.name] =
          spec.value.map { DomainBuilder.value($0, isTime: false) } ?? .null
      }
    }
    for child in view.children { add(child, context, to: &environment) }
  }

  /// A selection's initial value as a list of records by field, with dates read.
  private static func selection(_ node: DocumentNode?, in view: ViewSpec) -> ChartValue {
    guard let node, !node.isNull else { return .list([]) }
    let units = view.units
    let records = (node.list ?? [node]).map { entry -> ChartValue in
      guard let mapping = entry.mapping else { return DomainBuilder.value(entry, isTime: false) }
      let record = mapping.entries.map { (field($0.key, units), members($0.value)) }
      return .record(Dictionary(record, uniquingKeysWith: { a, _ in a }))
    }
    return .list(records)
  }

  /// The field that a key of a selection's value means: that of a channel, or the key itself.
  private static func field(_ key: String, _ units: [ViewSpec]) -> String {
    guard let channel = Channel(rawValue: key) else { return key }
    return units.lazy.compactMap { $0.encoding[channel]?.field }.first ?? key
  }

  private static func members(_ node: DocumentNode) -> ChartValue {
    if let list = node.list { return .list(list.map { DomainBuilder.value($0, isTime: false) }) }
    return DomainBuilder.value(node, isTime: false)
  }
}

extension ViewSpec {
  /// The views directly in this one.
  var children: [ViewSpec] {
    switch content {
    case .unit: []
    case .layer(let views), .concat(let views, _): views
    case .facet(_, let view): [view]
    }
  }

  /// The views with one mark in this one.
  var units: [ViewSpec] {
    if case .unit = content { return [self] }
    return children.flatMap(\.units)
  }
}

extension Expression {
  /// Whether the value is known already: no row, no scale and only parameters with a value are read.
  func isConstant(in environment: ExpressionEnvironment) -> Bool {
    fields.isEmpty && !readsChart
      && parameters.allSatisfy { environment.parameters[$0] != nil }
  }
}
