public import Diagnostics
public import Documents

/// `impute`: rows for keys that a group lacks, and values for those it has without (Vega-Lite compiles it
/// to vega-transforms' `Impute`, and a window where there is a frame).
public struct ImputeTransform: TableTransform {
  /// Where the value comes from.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// The value given.
    case value
    /// The mean of the group.
    case mean
    /// The median of the group.
    case median
    /// The smallest of the group.
    case min
    /// The largest of the group.
    case max
  }

  /// The field to fill.
  public var field: FieldPath
  /// The field of which each group should have every value.
  public var key: FieldPath
  /// Values of the key beside those of the data.
  public var keyValues: [ChartValue]
  /// The fields whose values make the groups.
  public var groupBy: [FieldPath]
  /// Where the value comes from.
  public var method: Method
  /// The value for `Method.value`.
  public var value: ChartValue
  /// How many rows before and after count for the mean and the like; nil is all.
  public var frame: (before: Int?, after: Int?)

  /// An imputation.
  public init(
    _ field: String, key: String, keyValues: [ChartValue] = [], groupBy: [String] = [],
    method: Method = .value, value: ChartValue = .null,
    frame: (before: Int?, after: Int?) = (nil, nil)
  ) {
    self.field = FieldPath(field)
    self.key = FieldPath(key)
    self.keyValues = keyValues
    self.groupBy = groupBy.map { FieldPath($0) }
    self.method = method
    self.value = value
    self.frame = frame
  }

  /// Reads `{impute, key, keyvals, groupby, method, value, frame}`.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard
      var reader = MappingReader(node, path: path, what: "an impute transform", into: diagnostics)
    else { return nil }
    let field = reader.requiredString("impute")
    let key = reader.requiredString("key")
    let groupBy = reader.strings("groupby") ?? []
    let keyValues = reader.node("keyvals").map(Self.keyValues) ?? []
    let method = reader.choice("method", Method.self) ?? .value
    let value = reader.node("value").map { ChartValue($0) } ?? .null
    let ends = reader.list("frame")
    reader.finish()
    guard let field, let key else { return nil }
    self.init(
      field, key: key, keyValues: keyValues, groupBy: groupBy, method: method, value: value)
    if let ends, ends.count == 2 {
      frame = (ends[0].number.map(Self.distance), ends[1].number.map(Self.distance))
    }
  }

  /// The values of a list, or of a sequence `{start, stop, step}`.
  public static func keyValues(_ node: DocumentNode) -> [ChartValue] {
    if let nodes = node.list { return nodes.map { ChartValue($0) } }
    guard let stop = node["stop"]?.number else { return [] }
    let start = node["start"]?.number ?? 0
    let step = node["step"]?.number ?? 1
    let count = ((stop - start) / step).rounded(.up)
    guard count > 0, count.isFinite else { return [] }
    return (0..<Int(min(count, 100_000))).map { .number(start + Double($0) * step) }
  }

  private static func distance(_ number: Double) -> Int {
    Int(Swift.max(-1e9, Swift.min(1e9, number.rounded(.towardZero))).magnitude)
  }

  /// The rows of the table, then, group by group, those that were missing. Frames count rows in that order.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    var result = table
    let column = result.makeColumn(field.description)
    let keyColumn = result.makeColumn(key.description)
    let keys = table.column(key.description)
    var domain: [ChartValue] = []
    var places: [ChartValue: Int] = [:]
    for key in keyValues + keys where places[key.key] == nil {
      places[key.key] = domain.count
      domain.append(key)
    }
    let groups = Grouping(table, by: groupBy).groups
    if groups.count * domain.count > TransformEnvironment.sizeLimit {
      environment.reportSize(
        "an imputation makes more than \(TransformEnvironment.sizeLimit) rows",
        remedy: "group by fewer fields")
      return table
    }
    for group in groups {
      let present = Set(group.map { keys[$0].key })
      let missing = domain.filter { !present.contains($0.key) }
      let start = result.count
      for key in missing {
        var row = [ChartValue](repeating: .undefined, count: result.fields.count)
        for field in groupBy {
          if let place = result.index(of: field.description) {
            row[place] = result.columns[place][group[0]]
          }
        }
        row[keyColumn] = key
        row[column] = method == .value ? value : .null
        result.append(row)
      }
      if method != .value { fill(&result, column, group + Array(start..<result.count)) }
    }
    return result
  }

  /// Puts a summary of the frame around each row of a group where the value is null.
  private func fill(_ table: inout ChartTable, _ column: Int, _ group: [Int]) {
    let values = group.map { table.columns[column][$0] }
    let isWhole = frame.before == nil && frame.after == nil
    let whole = isWhole ? summary(values) : .null
    for (index, place) in group.enumerated() where values[index] == .null {
      let low = frame.before.map { Swift.max(0, index - $0) } ?? 0
      let high = frame.after.map { Swift.min(values.count - 1, index + $0) } ?? values.count - 1
      table.set(
        isWhole ? whole : summary(Array(values[low...high])), row: place, column: column)
    }
  }

  private func summary(_ values: [ChartValue]) -> ChartValue {
    switch method {
    case .value: value
    case .mean: AggregateOperation.mean.apply(values)
    case .median: AggregateOperation.median.apply(values)
    case .min: AggregateOperation.min.apply(values)
    case .max: AggregateOperation.max.apply(values)
    }
  }
}
