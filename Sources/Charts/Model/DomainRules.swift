import Documents

/// What a unit's channel brings to the domain of its scale.
struct DomainRules {
  let unit: UnitModel
  /// The rows that count.
  let table: ChartTable

  /// The parts for a channel, those of its second position among them.
  func parts(_ spec: ChannelSpec, _ type: ScaleType) -> [DomainPart] {
    var parts = single(spec, type)
    for condition in spec.conditions
    where condition.definition.isField || condition.definition.datum != nil {
      parts += single(condition.definition, type)
    }
    if let second = spec.channel.second.flatMap({ unit.encoding[$0] }) {
      parts += single(second, type)
    }
    return parts
  }

  private func single(_ spec: ChannelSpec, _ type: ScaleType) -> [DomainPart] {
    if let datum = spec.datum { return [self.datum(datum, spec, type)] }
    guard spec.isField, let column = FieldNames.column(spec) else { return [] }
    if type.hasDiscreteDomain { return [discrete(spec, column, type)] }
    if type == .quantile { return [.numbers(numbers(column))] }
    if let stack = unit.stack, stack.channel == spec.channel {
      if stack.offset == .normalize { return [.extent(0, 1)] }
      return extent([column + "_start", column + "_end"])
    }
    if spec.isBinned {
      if let bins = unit.bins[spec.channel.main] { return [.extent(bins.start, bins.stop)] }
      return extent([column, column + "_end"])
    }
    if spec.timeUnit != nil, type.isTime, hasBandEnd(spec) {
      let place = bandPosition(spec)
      if unit.mark.type.isRect, place != 0.5, spec.channel.isPosition {
        return shiftedExtent(column, place - 0.5)
      }
      return extent([column, column + "_end"])
    }
    return extent([column])
  }

  private func datum(_ node: DocumentNode, _ spec: ChannelSpec, _ type: ScaleType) -> DomainPart {
    let value = DomainBuilder.value(node, isTime: spec.type == .temporal)
    if type.hasDiscreteDomain { return .values([value], .none) }
    return value.double.map { .extent($0, $0) } ?? .numbers([])
  }

  // MARK: intervals

  private func numbers(_ column: String) -> [Double] {
    table.column(column).compactMap { value in
      value.isMissing ? nil : value.toNumber
    }
  }

  private func extent(_ columns: [String]) -> [DomainPart] {
    var low = Double.infinity
    var high = -Double.infinity
    for column in columns {
      let accessor = table.accessor(column)
      for row in table.indices {
        let value = accessor.value(in: row)
        guard !value.isMissing else { continue }
        let number = value.toNumber
        guard number.isFinite else { continue }
        low = min(low, number)
        high = max(high, number)
      }
    }
    return low <= high ? [.extent(low, high)] : []
  }

  private func shiftedExtent(_ column: String, _ part: Double) -> [DomainPart] {
    let starts = numbers(column)
    let ends = numbers(column + "_end")
    let moved = zip(starts, ends).flatMap { start, end -> [Double] in
      let shift = part * (end - start)
      return [start + shift, end + shift]
    }
    return moved.isEmpty ? [] : [.numbers(moved)]
  }

  /// Whether the mark reaches to the end of its time unit.
  private func hasBandEnd(_ spec: ChannelSpec) -> Bool {
    guard spec.channel.second.flatMap({ unit.encoding[$0] }) == nil else { return false }
    let type = unit.mark.type
    if type.isRect || type == .arc || isAlongTick(spec.channel) { return true }
    return bandPosition(spec) != 0
  }

  /// Whether a tick lies along the channel.
  private func isAlongTick(_ channel: Channel) -> Bool {
    unit.mark.type == .tick && unit.orient?.crossChannel == channel
  }

  private func bandPosition(_ spec: ChannelSpec) -> Double {
    spec.bandPosition ?? unit.properties.number("timeUnitBandPosition") ?? 0
  }

  // MARK: values

  private func discrete(_ spec: ChannelSpec, _ column: String, _ type: ScaleType) -> DomainPart {
    if type == .binOrdinal {
      return .numbers(numbers(column))
    }
    if spec.isBinned {
      // The names of bins stand in the order of their beginnings.
      let names = unit.raw.column(column + "_range")
      let starts = unit.raw.column(column)
      let pairs = zip(names, starts).map { (value: $0.0, key: $0.1) }
      return .values(
        pairs.map(\.value), .keys(pairs, op: "min", descending: spec.sort?.isDescending ?? false))
    }
    let sort = sort(spec, column)
    let origin = DomainOrigin(column: column, view: unit.spec.range)
    switch sort {
    case .keys: return .values(unit.raw.column(column), sort, origin)
    default: return .values(table.column(column), sort, origin)
    }
  }

  /// The order of a channel's values (Vega-Lite's `domainSort`).
  private func sort(_ spec: ChannelSpec, _ column: String) -> DomainSort {
    switch spec.sort {
    case nil, .ascending: return .ascending
    case .descending: return .descending
    case .some(.none): return .none
    case .values(let nodes):
      let isTime = spec.type == .temporal || spec.timeUnit != nil
      return .list(nodes.map { sortValue($0, spec, isTime: isTime) })
    case .field(let name, let op, let descending):
      return keys(column, name, op ?? defaultOperation(name), descending)
    case .channel(let channel, let descending):
      guard let other = unit.encoding[channel] else { return .ascending }
      switch other.aggregate {
      case .argmin, .argmax:
        let pairs = zip(
          table.column(column), table.column(FieldNames.column(other) ?? ""))
        return .keys(pairs.map { ($0, $1) }, op: "min", descending: descending)
      case .named(let op): return keys(column, other.field, op, descending)
      case nil: return keys(column, other.field, defaultOperation(other.field), descending)
      }
    }
  }

  /// Values of a written order; months and days by their names.
  private func sortValue(_ node: DocumentNode, _ spec: ChannelSpec, isTime: Bool) -> ChartValue {
    guard isTime, let unit = spec.timeUnit?.unit else { return ChartValue(node) }
    if let moment = DateTimeValue.moment(node) { return .time(unit.floor(moment)) }
    let key = unit.parts.last?.rawValue ?? "year"
    let named = DocumentNode.mapping([key: node])
    switch unit.parts.last {
    case .month, .day:
      return DateTimeValue.moment(named).map { .time(unit.floor($0)) } ?? ChartValue(node)
    default: return DomainBuilder.value(node, isTime: true)
    }
  }

  private func defaultOperation(_ field: String?) -> String {
    guard let stack = unit.stack, let field else { return "min" }
    let dimensions = Set(stack.groupBy + stack.stackBy)
    return dimensions.contains(field) ? "min" : "sum"
  }

  private func keys(_ column: String, _ field: String?, _ op: String, _ descending: Bool)
    -> DomainSort
  {
    let values = unit.raw.column(column)
    let keys = field.map { unit.raw.column($0) } ?? values.map { _ in .undefined }
    return .keys(
      zip(values, keys).map { (value: $0, key: $1) }, op: field == nil ? "count" : op,
      descending: descending)
  }
}
