public import Diagnostics
public import Documents

/// `regression`: points of a fitted curve, or its coefficients (vega-transforms: `Regression`).
public struct RegressionTransform: TableTransform {
  /// The field that depends.
  public var dependent: FieldPath
  /// The field that it depends on.
  public var independent: FieldPath
  /// The fields whose values make the groups.
  public var groupBy: [FieldPath] = []
  private var method = Regression.Method.linear
  private var order = 3
  private var extent: (Double, Double)?
  private var givesParameters = false
  private var names: (x: String, y: String)

  /// Reads `{regression, on, groupby, method, order, extent, params, as}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(
        node, path: path, what: "a regression transform", into: diagnostics)
    else { return nil }
    let dependent = reader.requiredString("regression")
    let independent = reader.requiredString("on")
    groupBy = (reader.strings("groupby") ?? []).map { FieldPath($0) }
    method = reader.choice("method", Regression.Method.self) ?? .linear
    order = reader.integer("order") ?? 3
    if let ends = reader.list("extent")?.compactMap(\.number), ends.count == 2 {
      extent = (ends[0], ends[1])
    }
    givesParameters = reader.boolean("params") ?? false
    let list = reader.strings("as") ?? []
    reader.finish()
    guard let dependent, let independent else { return nil }
    self.dependent = FieldPath(dependent)
    self.independent = FieldPath(independent)
    names = (list.first ?? independent, list.count > 1 ? list[1] : dependent)
  }

  /// The points of one curve, or one row of coefficients, for each group that has enough points.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let keys = groupBy.map(table.accessor)
    var rows: [[ChartValue]] = []
    for group in Grouping(table, by: groupBy).groups {
      let points = table.points(group, x: independent, y: dependent)
      guard let fit = Regression(method, order: order, points),
        let low = points.map(\.x).min(), let high = points.map(\.x).max()
      else { continue }
      let first = keys.map { $0.value(in: group[0]) }
      if givesParameters {
        let coefficients = fit.coefficients.map { ChartValue.number($0) }
        rows.append(first + [.list(coefficients), .number(fit.rSquared)])
        continue
      }
      let ends = extent ?? (low, high)
      let isStraight = method == .linear || method == .constant
      let curve =
        isStraight
        ? [(ends.0, fit.predict(ends.0)), (ends.1, fit.predict(ends.1))]
        : CurveSampling.points(fit.predict, from: ends.0, to: ends.1)
      rows += curve.map { first + [.number($0.0), .number($0.1)] }
    }
    let results = givesParameters ? ["coef", "rSquared"] : [names.x, names.y]
    return ChartTable(fields: groupBy.map(\.description) + results, rows: rows)
  }
}

extension ChartTable {
  /// The pairs of two fields in some rows, where both are finite numbers.
  func points(_ places: [Int], x: FieldPath, y: FieldPath) -> [(x: Double, y: Double)] {
    let (first, second) = (accessor(x), accessor(y))
    return places.compactMap { place in
      let (a, b) = (first.value(in: place), second.value(in: place))
      guard !a.isMissing, !b.isMissing, a.toNumber.isFinite, b.toNumber.isFinite else { return nil }
      return (a.toNumber, b.toNumber)
    }
  }
}
