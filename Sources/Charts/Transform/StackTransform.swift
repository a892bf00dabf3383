public import Diagnostics
public import Documents

/// `stack`: where each value begins and ends when those of its group are laid one on the other
/// (vega-transforms: `Stack`).
public struct StackTransform: TableTransform {
  /// What the stacks stand on.
  public enum Offset: String, Hashable, Sendable, CaseIterable {
    /// Zero; negative values go down from it.
    case zero
    /// The middle of the largest.
    case center
    /// Zero, and all reach to one.
    case normalize
  }

  /// The field; nil stacks ones.
  public var field: FieldPath?
  /// The fields whose values make the groups.
  public var groupBy: [FieldPath]
  /// The order within a group.
  public var sort: [SortField]
  /// What the stacks stand on.
  public var offset: Offset
  /// The names of the beginnings and the ends.
  public var names: (start: String, end: String)

  /// A stacking.
  public init(
    _ field: String?, groupBy: [String], sort: [SortField] = [], offset: Offset = .zero,
    as names: (start: String, end: String)
  ) {
    self.field = field.map { FieldPath($0) }
    self.groupBy = groupBy.map { FieldPath($0) }
    self.sort = sort
    self.offset = offset
    self.names = names
  }

  /// Reads `{stack, groupby, sort, offset, as}`; one name in `as` gets `_end` for the other.
  public init?(_ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector) {
    guard var reader = MappingReader(node, path: path, what: "a stack transform", into: diagnostics)
    else { return nil }
    let field = reader.requiredString("stack")
    let groupBy = reader.strings("groupby") ?? []
    let offset = reader.choice("offset", Offset.self) ?? .zero
    let sort = SortField.list(reader.list("sort") ?? [], path: path, into: diagnostics)
    let names = reader.strings("as") ?? ["stack_start", "stack_end"]
    reader.finish()
    guard let field, let start = names.first else { return nil }
    self.init(
      field, groupBy: groupBy, sort: sort, offset: offset,
      as: (start, names.count > 1 ? names[1] : start + "_end"))
  }

  /// The table with two more columns; the rows keep their order.
  public func apply(to table: ChartTable, _ environment: TransformEnvironment) -> ChartTable {
    let accessor = field.map(table.accessor)
    func value(_ place: Int) -> Double { accessor?.value(in: place).toNumber ?? 1 }
    let groups = Grouping(table, by: groupBy).groups
    let sums = groups.map { $0.reduce(0) { $0 + value($1).magnitude } }
    let largest = sums.max() ?? 0
    let compare = table.comparison(sort)
    var starts = [ChartValue](repeating: .undefined, count: table.count)
    var ends = starts
    for (group, sum) in zip(groups, sums) {
      let places = sort.isEmpty ? group : group.stablySorted(by: compare)
      let spans = spans(places.map(value), sum: sum, largest: largest)
      for (place, span) in zip(places, spans) {
        starts[place] = .number(span.0)
        ends[place] = .number(span.1)
      }
    }
    var result = table
    result.setColumn(names.start, starts)
    result.setColumn(names.end, ends)
    return result
  }

  /// The beginning and the end of each value of one group.
  private func spans(_ values: [Double], sum: Double, largest: Double) -> [(Double, Double)] {
    switch offset {
    case .zero:
      var (above, below) = (0.0, 0.0)
      return values.map { value in
        if value < 0 {
          let start = below
          below += value
          return (start, below)
        }
        let start = above
        above += value
        return (start, above)
      }
    case .normalize:
      var (last, total) = (0.0, 0.0)
      return values.map { value in
        let start = last
        total += value.magnitude
        last = sum == 0 ? 0 : total / sum
        return (start, last)
      }
    case .center:
      var last = (largest - sum) / 2
      return values.map { value in
        let start = last
        last += value.magnitude
        return (start, last)
      }
    }
  }
}
