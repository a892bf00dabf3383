public import Diagnostics
public import Documents

/// `quantile`: the quantiles of a field, for Q-Q plots and the like.
public struct QuantileTransform: TableTransform {
  /// The field.
  public var field: FieldPath
  /// The fields whose values make the groups.
  public var groupBy: [FieldPath]
  /// The probabilities; empty takes those that `step` gives.
  public var probabilities: [Double]
  /// The distance of probabilities.
  public var step: Double
  /// The names of the probabilities and the values.
  public var names: (probability: String, value: String)

  /// Reads `{quantile, groupby, probs, step, as}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(node, path: path, what: "a quantile transform", into: diagnostics)
    else { return nil }
    let field = reader.requiredString("quantile")
    let groupBy = reader.strings("groupby") ?? []
    let probabilities = reader.list("probs")?.compactMap(\.number) ?? []
    let step = reader.number("step") ?? 0.01
    let names = reader.strings("as") ?? []
    reader.finish()
    guard let field else { return nil }
    self.init(
      field, groupBy: groupBy, probabilities: probabilities, step: step,
      as: (names.first ?? "prob", names.count > 1 ? names[1] : "value"))
  }

  /// A computation of quantiles.
  public init(
    _ field: String, groupBy: [String] = [], probabilities: [Double] = [], step: Double = 0.01,
    as names: (probability: String, value: String) = ("prob", "value")
  ) {
    self.field = FieldPath(field)
    self.groupBy = groupBy.map { FieldPath($0) }
    self.probabilities = probabilities
    self.step = step
    self.names = names
  }

  /// One row for each group and probability (vega-transforms: `Quantile`).
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let accessor = table.accessor(field)
    let keys = groupBy.map(table.accessor)
    let shares = probabilities.isEmpty ? steps : probabilities
    var rows: [[ChartValue]] = []
    for group in Grouping(table, by: groupBy).groups {
      let first = keys.map { $0.value(in: group[0]) }
      let numbers = group.map(accessor.value)
        .filter { $0.isValid && $0 != "" }.map(\.toNumber).filter { !$0.isNaN }.sorted()
      for share in shares {
        let value = Statistics.quantile(sorted: numbers, share)
        rows.append(first + [.number(share), .number(value)])
      }
    }
    let names = groupBy.map(\.description) + [names.probability, names.value]
    return ChartTable(fields: names, rows: rows)
  }

  /// The probabilities in the middle of steps: half a step, one and a half, …
  private var steps: [Double] {
    let step = step > 0 && step.isFinite ? max(step, 1e-4) : 0.01
    let count = ((1 - 1e-14 - step / 2) / step).rounded(.up)
    return (0..<max(0, Int(count))).map { step / 2 + Double($0) * step }
  }
}
