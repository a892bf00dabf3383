public import Diagnostics
public import Documents

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// `density`: a curve of the distribution of a field, by a kernel of Gaussians (vega-transforms: `KDE`).
public struct DensityTransform: TableTransform {
  /// Whether groups share their ends and steps.
  public enum Resolution: String, Hashable, Sendable, CaseIterable {
    /// They do, so that their curves can be stacked.
    case shared
    /// Each has its own.
    case independent
  }

  /// The field.
  public var field: FieldPath
  /// The fields whose values make the groups.
  public var groupBy: [FieldPath] = []
  /// Whether the curve rises from 0 to 1.
  public var isCumulative = false
  /// Whether densities are multiplied by the number of values.
  public var countsValues = false
  /// The deviation of the Gaussians; 0 estimates it from the data.
  public var bandwidth = 0.0
  /// The ends; those of the data where nothing is said.
  public var extent: (Double, Double)?
  /// The fewest distances of a curve that is sampled where it bends.
  public var minSteps = 25
  /// The most distances.
  public var maxSteps = 200
  /// The exact number of distances.
  public var steps: Int?
  /// Whether groups share ends and steps.
  public var resolution = Resolution.shared
  /// The names of the places and the densities.
  public var names = (value: "value", density: "density")

  /// A density.
  public init(_ field: String) { self.field = FieldPath(field) }

  /// Reads `{density, groupby, cumulative, counts, bandwidth, extent, minsteps, maxsteps, steps, resolve, as}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(node, path: path, what: "a density transform", into: diagnostics)
    else { return nil }
    let field = reader.requiredString("density")
    self.init(field ?? "")
    groupBy = (reader.strings("groupby") ?? []).map { FieldPath($0) }
    isCumulative = reader.boolean("cumulative") ?? false
    countsValues = reader.boolean("counts") ?? false
    bandwidth = reader.number("bandwidth") ?? 0
    if let ends = reader.list("extent")?.compactMap(\.number), ends.count == 2 {
      extent = (ends[0], ends[1])
    }
    minSteps = reader.integer("minsteps") ?? 25
    maxSteps = reader.integer("maxsteps") ?? 200
    steps = reader.integer("steps")
    resolution = reader.choice("resolve", Resolution.self) ?? .shared
    if let list = reader.strings("as") {
      names = (list.first ?? "value", list.count > 1 ? list[1] : "density")
    }
    reader.finish()
    if field == nil { return nil }
  }

  /// The points of one curve for each group.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let accessor = table.accessor(field)
    let keys = groupBy.map(table.accessor)
    let shared = extent ?? (resolution == .shared ? table.extent(field) : nil)
    let most = steps ?? maxSteps
    let fewest = resolution == .shared ? most : steps ?? minSteps
    var rows: [[ChartValue]] = []
    var work = 0
    for group in Grouping(table, by: groupBy).groups {
      let values = group.map(accessor.value)
      let numbers = values.filter { $0.isValid && $0 != "" }.map(\.toNumber).filter(\.isFinite)
      guard let low = numbers.min(), let high = numbers.max() else { continue }
      work += numbers.count * most
      if work > TransformEnvironment.workLimit {
        environment.reportSize(
          "a density of so many values takes too long", remedy: "give it fewer `steps` or groups")
        break
      }
      let ends = shared ?? (low, high)
      // The kernel takes null as zero, ends and bandwidth leave it out, as in the references.
      let kernel = KernelDensity(
        values.map(\.toNumber).filter(\.isFinite),
        bandwidth: bandwidth > 0 ? bandwidth : KernelDensity.estimate(numbers))
      let factor = countsValues ? Double(group.count) : 1
      let first = keys.map { $0.value(in: group[0]) }
      let curve = CurveSampling.points(
        isCumulative ? kernel.cumulative : kernel.density, from: ends.0, to: ends.1,
        minSteps: fewest, maxSteps: most)
      rows += curve.map { first + [.number($0.x), .number($0.y * factor)] }
    }
    let fields = groupBy.map(\.description) + [names.value, names.density]
    return ChartTable(fields: fields, rows: rows)
  }
}

/// An estimate of a distribution by a Gaussian on each value (vega-statistics: `randomKDE`).
struct KernelDensity {
  private let values: [Double]
  private let bandwidth: Double

  /// An estimate; a bandwidth of 0 is taken from the data by Scott's rule with the normal reference.
  init(_ values: [Double], bandwidth: Double = 0) {
    self.values = values
    self.bandwidth = bandwidth > 0 ? bandwidth : Self.estimate(values)
  }

  /// The density at a place.
  func density(_ x: Double) -> Double {
    var sum = 0.0
    for value in values {
      let z = (x - value) / bandwidth
      sum += exp(-0.5 * z * z)
    }
    return sum / (2 * Double.pi).squareRoot() / bandwidth / Double(values.count)
  }

  /// The share of the distribution up to a place.
  func cumulative(_ x: Double) -> Double {
    values.reduce(0) { $0 + NormalDistribution.cumulative((x - $1) / bandwidth) }
      / Double(values.count)
  }

  /// vega-statistics: `estimateBandwidth`.
  static func estimate(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let deviation = Statistics.deviation(values, minus: 1)?.squareRoot() ?? 0
    let lower = Statistics.quantile(sorted: sorted, 0.25)
    let spread = (Statistics.quantile(sorted: sorted, 0.75) - lower) / 1.34
    let candidates = [min(deviation, spread), deviation, lower.magnitude, 1]
    let scale = candidates.first { $0 > 0 } ?? 1
    return 1.06 * scale * pow(Double(max(1, values.count)), -0.2)
  }
}
