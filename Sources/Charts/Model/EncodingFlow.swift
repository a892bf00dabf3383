import Diagnostics
import Documents

/// Takes the rows of a view through what its channels ask for: dates, bins, time units, aggregates,
/// missing groups, stacks and invalid rows.
struct EncodingFlow {
  let unit: UnitModel
  let environment: TransformEnvironment
  let context: SpecContext
  /// The rows that bins are reckoned from, where these are more than the view's.
  private let binTable: ChartTable?

  /// Sets the unit's tables from the rows of its view.
  func run(_ source: ChartTable) {
    var table = source
    table = binned(table)
    table = cutToUnits(table)
    unit.raw = table
    if unit.encoding.isAggregated { table = aggregated(table) }
    table = imputed(table)
    table = stacked(table)
    unit.table = Predicates.columns(
      table, unit.encoding, environment: environment.expressions, context: context)
  }

  /// All definitions, those of conditions among them.
  private let definitions: [ChannelSpec]

  init(
    unit: UnitModel, environment: TransformEnvironment, context: SpecContext,
    binTable: ChartTable?
  ) {
    self.unit = unit
    self.environment = environment
    self.context = context
    self.binTable = binTable
    definitions = unit.encoding.channels.flatMap { [$0] + $0.conditions.map(\.definition) }
  }

  // MARK: bins and time units

  private func binned(_ table: ChartTable) -> ChartTable {
    var table = table
    for spec in definitions {
      guard let parameters = spec.bin?.parameters, let field = spec.field else { continue }
      table = ChannelBins.add(parameters, spec, field, to: table, extentOf: binTable) {
        unit.bins[spec.channel] = $0
      }
    }
    return table
  }

  private func cutToUnits(_ table: ChartTable) -> ChartTable {
    var table = table
    var made = Set<String>()
    for spec in definitions {
      guard let timeUnit = spec.timeUnit, let field = spec.field else { continue }
      let name = FieldNames.timeUnit(timeUnit, field)
      if timeUnit.isBinned {
        guard let unit = timeUnit.unit else { continue }
        let column = table.column(field)
        table.setColumn(name, column.map { $0.isMissing ? .null : .time($0.moment) })
        table.setColumn(
          name + "_end", column.map { $0.isMissing ? .null : .time(unit.end(of: $0.moment)) })
        continue
      }
      // A field may be called like the end of another one's interval: its own beginnings count.
      guard made.insert(name).inserted else { continue }
      table = TimeUnitTransform(timeUnit.parameters, field: field, as: name).apply(to: table)
    }
    return table
  }

  // MARK: aggregates

  private func aggregated(_ table: ChartTable) -> ChartTable {
    var dimensions: [String] = []
    // The ends and names of intervals follow from their beginnings, unless they are a dimension themselves.
    var (leading, derived) = (Set<String>(), Set<String>())
    var measures: [AggregateField] = []
    for spec in definitions where spec.isField {
      guard let measure = Self.measure(spec) else {
        let columns = Self.dimensions(spec)
        dimensions += columns.filter { !dimensions.contains($0) }
        leading.formUnion(columns.prefix(1))
        derived.formUnion(columns.dropFirst())
        continue
      }
      if !measures.contains(measure) { measures.append(measure) }
      if case .field(let name?, let op?, _) = spec.sort,
        let operation = AggregateOperation(rawValue: op)
      {
        measures.append(AggregateField(operation, name))
      }
    }
    for spec in definitions {
      guard case .field(let name?, let op?, _) = spec.sort, unit.mark.type.isPath,
        let operation = AggregateOperation(rawValue: op)
      else { continue }
      let field = AggregateField(operation, name)
      if !measures.contains(field) { measures.append(field) }
    }
    return AggregateTransform(
      measures, groupBy: dimensions, derived: derived.subtracting(leading)
    ).apply(to: table)
  }

  private static func measure(_ spec: ChannelSpec) -> AggregateField? {
    switch spec.aggregate {
    case .named("count"): return AggregateField(.count, as: "__count")
    case .named(let op):
      guard let operation = AggregateOperation(rawValue: op) else { return nil }
      return AggregateField(operation, spec.field, as: FieldNames.column(spec))
    case .argmin(let by): return AggregateField(.argmin, by, as: "argmin_" + FieldNames.flat(by))
    case .argmax(let by): return AggregateField(.argmax, by, as: "argmax_" + FieldNames.flat(by))
    case nil: return nil
    }
  }

  /// The columns by which rows are grouped for a channel that is not aggregated.
  private static func dimensions(_ spec: ChannelSpec) -> [String] {
    guard let column = FieldNames.column(spec) else { return [] }
    if spec.isBinned { return [column, column + "_end", column + "_range"] }
    return spec.timeUnit != nil ? [column, column + "_end"] : [column]
  }

  // MARK: impute and stack

  private func imputed(_ table: ChartTable) -> ChartTable {
    for channel in [Channel.x, .y] {
      guard let spec = unit.encoding[channel], let impute = spec.impute,
        let field = FieldNames.column(spec)
      else { continue }
      let key = unit.column(channel == .x ? .y : .x)
      guard let key else { continue }
      let groups = Self.groupingColumns(unit)
      return ChannelImpute.apply(
        impute, field: field, key: key, groupBy: groups, to: table, context)
    }
    return table
  }

  /// The columns that tell series apart.
  private static func groupingColumns(_ unit: UnitModel) -> [String] {
    let channels: [Channel] = [
      .color, .fill, .stroke, .opacity, .shape, .size, .detail, .strokeDash,
    ]
    return unit.encoding.channels.filter { channels.contains($0.channel) && $0.aggregate == nil }
      .compactMap(FieldNames.column)
  }

  private func stacked(_ table: ChartTable) -> ChartTable {
    guard let stack = unit.stack, let spec = unit.encoding[stack.channel],
      let field = FieldNames.column(spec)
    else { return table }
    var table = table
    if stack.imputes, let key = stack.groupBy.first, !stack.stackBy.isEmpty {
      table = StackGaps.filled(table, field: field, key: key, groupBy: stack.stackBy)
    }
    let sort = stackSort(stack, &table)
    let offset: StackTransform.Offset =
      switch stack.offset {
      case .center: .center
      case .normalize: .normalize
      default: .zero
      }
    return StackTransform(
      field, groupBy: stack.groupBy, sort: sort, offset: offset,
      as: (field + "_start", field + "_end")
    ).apply(to: table)
  }

  /// The order within a pile: that of the order channel, or by the values that part it.
  private func stackSort(_ stack: StackModel, _ table: inout ChartTable) -> [SortField] {
    let order = unit.encoding.all(.order).filter(\.isField)
    if !order.isEmpty {
      return order.compactMap { spec in
        FieldNames.column(spec).map {
          SortField($0, isDescending: spec.sort?.isDescending ?? false)
        }
      }
    }
    if let key = domainOrder(&table) {
      return [SortField(key, isDescending: unit.orient != .horizontal)]
    }
    let written = unit.encoding[.order]?.sort
    return stack.stackBy.map { column in
      SortField(column, isDescending: written?.isDescending ?? (stack.channel == .y))
    }
  }

  /// A column of places in the domain that is written for a nominal colour; nil where none is
  /// (Vega-Lite's `alignStackOrderWithColorDomain`).
  private func domainOrder(_ table: inout ChartTable) -> String? {
    guard unit.encoding[.order] == nil, let spec = unit.encoding.colourWithDomain,
      unit.encoding[.xOffset]?.isField != true, unit.encoding[.yOffset]?.isField != true,
      let list = spec.scale.value?["domain"]?.list, let field = spec.field
    else { return nil }
    var places: [ChartValue: Int] = [:]
    for (place, node) in list.enumerated() { places[ChartValue(node).key] = place }
    let name = "_\(field)_sort_index"
    table.setColumn(name, table.column(field).map { .number(Double(places[$0.key] ?? -1)) })
    return name
  }
}
