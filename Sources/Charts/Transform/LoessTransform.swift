public import Diagnostics
public import Documents

/// `loess`: a smooth curve through points by local regression (vega-transforms: `Loess`).
public struct LoessTransform: TableTransform {
  /// The field to smooth.
  public var dependent: FieldPath
  /// The field along which it is smoothed.
  public var independent: FieldPath
  /// The fields whose values make the groups.
  public var groupBy: [FieldPath]
  /// The share of the points that count for one place, 0 to 1.
  public var bandwidth: Double
  /// The names of the curve's places and values.
  public var names: (x: String, y: String)

  /// Reads `{loess, on, groupby, bandwidth, as}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard var reader = MappingReader(node, path: path, what: "a loess transform", into: diagnostics)
    else { return nil }
    let dependent = reader.requiredString("loess")
    let independent = reader.requiredString("on")
    let groupBy = reader.strings("groupby") ?? []
    let bandwidth = reader.number("bandwidth") ?? 0.3
    let list = reader.strings("as") ?? []
    reader.finish()
    guard let dependent, let independent else { return nil }
    self.dependent = FieldPath(dependent)
    self.independent = FieldPath(independent)
    self.groupBy = groupBy.map { FieldPath($0) }
    self.bandwidth = bandwidth
    names = (list.first ?? independent, list.count > 1 ? list[1] : dependent)
  }

  /// The points of one curve for each group, at the places of its own points.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let keys = groupBy.map(table.accessor)
    var rows: [[ChartValue]] = []
    for group in Grouping(table, by: groupBy).groups {
      let first = keys.map { $0.value(in: group[0]) }
      let curve = Loess.curve(
        table.points(group, x: independent, y: dependent), bandwidth: bandwidth)
      rows += curve.map { first + [.number($0.x), .number($0.y)] }
    }
    return ChartTable(fields: groupBy.map(\.description) + [names.x, names.y], rows: rows)
  }
}

/// Cleveland's locally weighted regression with two robust rounds (vega-statistics: `loess`).
enum Loess {
  private static let rounds = 2
  private static let tiny = 1e-12
  /// The most products of points and neighbours; beyond it every n-th point is taken.
  private static let workLimit = 20_000_000.0

  /// The smoothed points, one for each place.
  static func curve(_ points: [(x: Double, y: Double)], bandwidth: Double) -> [(
    x: Double, y: Double
  )] {
    let points = thinned(points.sorted { $0.x < $1.x }, bandwidth: bandwidth)
    guard points.count > 1 else { return points }
    let x = points.map(\.x)
    let y = points.map(\.y)
    let share = bandwidth.isNaN ? 0.3 : max(0, min(1, bandwidth))
    let width = min(x.count, max(2, Int(share * Double(x.count))))
    var weights = [Double](repeating: 1, count: x.count)
    var smoothed: [Double] = []
    for round in 0...rounds {
      smoothed = fit(x, y, weights, width: width)
      if round == rounds { break }
      let residuals = zip(y, smoothed).map { ($0 - $1).magnitude }
      let median = Statistics.quantile(sorted: residuals.sorted(), 0.5)
      if median < tiny { break }
      weights = residuals.map { residual in
        let share = residual / (6 * median)
        return share >= 1 ? tiny : (1 - share * share) * (1 - share * share)
      }
    }
    return averaged(x, smoothed)
  }

  private static func fit(_ x: [Double], _ y: [Double], _ weights: [Double], width: Int) -> [Double]
  {
    var (left, right) = (0, width - 1)
    return x.indices.map { index in
      while right + 1 < x.count, index > left, x[right + 1] - x[index] <= x[index] - x[left] {
        left += 1
        right += 1
      }
      let edge = x[index] - x[left] > x[right] - x[index] ? left : right
      let distance = (x[edge] - x[index]).magnitude
      let scale = 1 / (distance == 0 ? 1 : distance)
      let neighbours = (left...right).map { place in
        let near = ((x[index] - x[place]) * scale).magnitude
        let cube = 1 - near * near * near
        return (x[place] - x[index], y[place], cube * cube * cube * weights[place])
      }
      return Regression.line(neighbours).intercept
    }
  }

  /// Points of one place become one, with the mean of their values.
  private static func averaged(_ x: [Double], _ y: [Double]) -> [(x: Double, y: Double)] {
    var result: [(x: Double, y: Double)] = []
    var count = 0.0
    for (place, value) in zip(x, y) {
      if let last = result.last, last.x == place {
        count += 1
        result[result.count - 1].y += (value - last.y) / count
      } else {
        count = 1
        result.append((place, value))
      }
    }
    return result
  }

  private static func thinned(_ points: [(x: Double, y: Double)], bandwidth: Double)
    -> [(x: Double, y: Double)]
  {
    let count = Double(points.count)
    let work = count * count * max(0.001, min(1, bandwidth.isNaN ? 0.3 : bandwidth))
    guard work > workLimit else { return points }
    let step = Int((work / workLimit).squareRoot().rounded(.up))
    return stride(from: 0, to: points.count, by: step).map { points[$0] }
  }
}
