import Diagnostics
import Documents

/// Puts the values of expressions that read nothing but plain parameters in the place of `{expr: …}`, so that
/// later stages see plain properties: in titles, configuration, axes, scales, marks.
struct ParameterSubstitution {
  private let context: SpecContext
  private var environment = ExpressionEnvironment()
  /// Data and parameters have no such expressions.
  private static let skipped: Set<String> = ["data", "datasets", "params", "transform"]

  /// The specification with such expressions replaced.
  static func resolved(_ spec: DocumentNode, _ context: SpecContext) -> DocumentNode {
    guard let params = spec["params"]?.list, !params.isEmpty else { return spec }
    var substitution = ParameterSubstitution(context: context)
    substitution.define(params)
    return substitution.resolved(spec)
  }

  private init(context: SpecContext) {
    // Faults are reported where the expression is used.
    self.context = SpecContext(path: context.path, collector: DiagnosticCollector())
  }

  private mutating func define(_ params: [DocumentNode]) {
    for node in params where node["select"] == nil {
      guard let name = node["name"]?.string else { continue }
      if let value = node["value"] {
        environment.parameters[name] = DomainBuilder.value(value, isTime: false)
      } else if let expression = node["expr"].flatMap(constant) {
        environment.parameters[name] = expression.evaluate(environment: environment)
      }
    }
  }

  private func constant(_ node: DocumentNode) -> Expression? {
    guard let text = node.string,
      let expression = Expression(text, node: node, path: context.path, into: context.collector),
      expression.isConstant(in: environment)
    else { return nil }
    return expression
  }

  private func resolved(_ node: DocumentNode) -> DocumentNode {
    switch node.value {
    case .list(let nodes):
      return DocumentNode(.list(nodes.map(resolved)), node.range)
    case .mapping(var mapping):
      if mapping.entries.count == 1, let inner = mapping["expr"] {
        return constant(inner).flatMap { expression in
          Self.node(expression.evaluate(environment: environment), node)
        } ?? node
      }
      for index in mapping.entries.indices where !Self.skipped.contains(mapping.entries[index].key)
      {
        mapping.entries[index].value = resolved(mapping.entries[index].value)
      }
      return DocumentNode(.mapping(mapping), node.range)
    default:
      return node
    }
  }

  /// A value as a node; nil for what no plain property can hold.
  private static func node(_ value: ChartValue, _ place: DocumentNode) -> DocumentNode? {
    switch value {
    case .null: DocumentNode(.null, place.range)
    case .boolean(let flag): DocumentNode(.boolean(flag), place.range)
    case .number(let number), .time(let number):
      number.isFinite
        ? DocumentNode(.number(number, literal: JavaScriptNumber.text(number)), place.range) : nil
    case .text(let text): DocumentNode(.string(text), place.range)
    case .list(let values): DocumentNode(.list(values.compactMap { node($0, place) }), place.range)
    case .undefined, .record: nil
    }
  }
}
