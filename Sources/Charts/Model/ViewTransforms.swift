import Diagnostics
import Documents

/// Runs the transforms of a view.
struct ViewTransforms {
  let context: SpecContext
  let sources: DataSources

  /// The rows after all steps; a faulty step is reported and passed over.
  ///
  /// Extents become values of parameters.
  func apply(
    _ nodes: [DocumentNode], to table: ChartTable, _ expressions: inout ExpressionEnvironment
  ) -> ChartTable {
    let others = lookups(nodes)
    var environment = TransformEnvironment(expressions: expressions) { node in
      others.first { $0.range == node.range }?.table
    }
    var table = table
    for node in nodes {
      if let name = node["filter"]?["param"],
        !Parameters.check(name.string ?? "", at: name.range, expressions, context)
      {
        continue
      }
      guard let step = DataTransform.decode(node, path: context.path, into: context.collector)
      else { continue }
      table = step.apply(to: table, environment)
      if let extent = step as? ExtentTransform {
        expressions.parameters[extent.parameter] = extent.value(table)
        environment.expressions = expressions
      }
    }
    return table
  }

  /// The tables that lookups name, by the place of their definition.
  private func lookups(_ nodes: [DocumentNode]) -> [(range: SourceRange, table: ChartTable)] {
    nodes.compactMap { node in
      if let from = node["from"], let name = from["param"]?.string {
        return (from.range, sources.selected[name] ?? ChartTable())
      }
      guard let data = node["from"]?["data"], let spec = DataSpec(data, context),
        let found = sources.find(spec)
      else { return nil }
      return (data.range, found.table)
    }
  }
}
