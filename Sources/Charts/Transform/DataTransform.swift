public import Diagnostics
public import Documents

/// One step of a specification's `transform`.
public enum DataTransform {
  /// The keys by which the steps are told apart, in the order in which they are looked for.
  public static let keys = [
    "filter", "calculate", "aggregate", "joinaggregate", "window", "stack", "fold", "flatten",
    "pivot", "impute", "lookup", "sample", "quantile", "density", "regression", "loess", "extent",
    "bin", "timeUnit",
  ]

  /// Reads one step; `parameters` are the names that expressions may use. A step of an unknown kind is an
  /// error with the near miss.
  public static func decode(
    _ node: DocumentNode, path: String, parameters: Set<String>? = nil,
    into diagnostics: DiagnosticCollector
  ) -> (any TableTransform)? {
    switch keys.first(where: { node[$0] != nil }) {
    case "filter":
      return FilterTransform(node, path: path, parameters: parameters, into: diagnostics)
    case "calculate":
      return CalculateTransform(node, path: path, parameters: parameters, into: diagnostics)
    case "aggregate": return AggregateTransform(node, path: path, into: diagnostics)
    case "joinaggregate": return JoinAggregateTransform(node, path: path, into: diagnostics)
    case "window": return WindowTransform(node, path: path, into: diagnostics)
    case "stack": return StackTransform(node, path: path, into: diagnostics)
    case "fold": return FoldTransform(node, path: path, into: diagnostics)
    case "flatten": return FlattenTransform(node, path: path, into: diagnostics)
    case "pivot": return PivotTransform(node, path: path, into: diagnostics)
    case "impute": return ImputeTransform(node, path: path, into: diagnostics)
    case "lookup": return LookupTransform(node, path: path, into: diagnostics)
    case "sample": return SampleTransform(node, path: path, into: diagnostics)
    case "quantile": return QuantileTransform(node, path: path, into: diagnostics)
    case "density": return DensityTransform(node, path: path, into: diagnostics)
    case "regression": return RegressionTransform(node, path: path, into: diagnostics)
    case "loess": return LoessTransform(node, path: path, into: diagnostics)
    case "extent": return ExtentTransform(node, path: path, into: diagnostics)
    case "bin": return BinTransform(node, path: path, into: diagnostics)
    case "timeUnit": return TimeUnitTransform(node, path: path, into: diagnostics)
    default:
      report(node, path: path, diagnostics)
      return nil
    }
  }

  private static func report(
    _ node: DocumentNode, path: String, _ diagnostics: DiagnosticCollector
  ) {
    let near = (node.mapping?.keys ?? []).lazy.compactMap {
      NearMiss.suggestion(for: $0, among: keys)
    }.first
    diagnostics.add(
      Diagnostic(
        .error, "chart.transform", at: SourceLocation(path, node.range),
        "a transform of this kind is not known", found: node.mapping?.keys.first ?? node.shown,
        expected: "one of \(keys.joined(separator: ", "))",
        remedy: near.map { "did you mean `\($0)`?" }))
  }
}
