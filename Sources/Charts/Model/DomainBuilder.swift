import Documents

/// Merges what the views of a scale bring to its domain.
enum DomainBuilder {
  /// The values of a discrete domain, in order.
  static func values(_ parts: [DomainPart], written: DocumentNode?, isTime: Bool) -> [ChartValue] {
    if let list = written?.list {
      return unique(list.map { value($0, isTime: isTime) })
    }
    var all: [ChartValue] = []
    var sorts: [DomainSort] = []
    var origins: [(origin: DomainOrigin, values: [ChartValue])] = []
    var isOneDomain = true
    for case .values(let values, let sort, let origin) in parts {
      all += values
      sorts.append(sort)
      // Plots of a facet and layers over the same rows bring one domain; others are a union.
      let isKnown = origins.contains { other in
        other.origin == origin || (other.origin.column == origin.column && other.values == values)
      }
      if !isKnown {
        isOneDomain = isOneDomain && origins.isEmpty
        origins.append((origin, values))
      }
    }
    for case .numbers(let numbers) in parts { all += numbers.map(ChartValue.number) }
    if let union = written?["unionWith"]?.list {
      all += union.map { value($0, isTime: isTime) }
    }
    return sorted(unique(all), merged(sorts, isOneDomain: isOneDomain))
  }

  /// The ends of an interval; nil where no view brings any.
  static func extent(_ parts: [DomainPart]) -> (Double, Double)? {
    var low = Double.infinity
    var high = -Double.infinity
    for part in parts {
      switch part {
      case .extent(let a, let b):
        low = min(low, a)
        high = max(high, b)
      case .numbers(let numbers):
        for number in numbers where number.isFinite {
          low = min(low, number)
          high = max(high, number)
        }
      case .values(let values, _, _):
        for number in values.compactMap(\.double) where number.isFinite {
          low = min(low, number)
          high = max(high, number)
        }
      }
    }
    return low <= high ? (low, high) : nil
  }

  /// A value of a specification: dates where the scale is one of moments.
  static func value(_ node: DocumentNode, isTime: Bool) -> ChartValue {
    let value = ChartValue(node)
    if let moment = DateTimeValue.moment(node) { return .time(moment) }
    guard isTime else { return value }
    switch value {
    case .number(let number): return .time(number)
    case .text(let text): return .time(DateText.parse(text) ?? .nan)
    default: return value
    }
  }

  private static func unique(_ values: [ChartValue]) -> [ChartValue] {
    var seen = Set<ChartValue>()
    return values.filter { seen.insert($0.key).inserted }
  }

  /// One order for all views: the common one; of orders by several aggregates the one that is not by
  /// the least value; else by value. Orders by other values are taken over the rows of all views.
  private static func merged(_ sorts: [DomainSort], isOneDomain: Bool) -> DomainSort {
    let special = sorts.filter { !$0.isPlain }
    if special.isEmpty {
      if isOneDomain { return sorts.first ?? .none }
      // The values of different fields together have an order only if none is left as it comes.
      return sorts.allSatisfy { $0.agrees(with: .ascending) } ? .ascending : .none
    }
    let sorts = special
    guard var first = sorts.first else { return .none }
    if !sorts.allSatisfy({ $0.agrees(with: first) }) {
      var special: DomainSort?
      for sort in sorts {
        guard case .keys(_, let op, _) = sort else { return .ascending }
        if op == "min" { continue }
        if let special, !special.agrees(with: sort) { return .ascending }
        special = sort
      }
      guard let special else { return .ascending }
      first = special
    }
    guard case .keys(_, let op, let descending) = first else { return first }
    let pairs = sorts.flatMap { sort -> [(value: ChartValue, key: ChartValue)] in
      if case .keys(let pairs, _, _) = sort, sort.agrees(with: first) { pairs } else { [] }
    }
    return .keys(pairs, op: op, descending: descending)
  }

  /// Whether views ask for orders of which none can hold for all.
  static func sortsDisagree(_ parts: [DomainPart]) -> Bool {
    let sorts = parts.compactMap { part -> DomainSort? in
      if case .values(_, let sort, _) = part, !sort.isPlain { sort } else { nil }
    }
    guard let first = sorts.first, !sorts.allSatisfy({ $0.agrees(with: first) }) else {
      return false
    }
    return merged(sorts, isOneDomain: false).agrees(with: .ascending)
  }

  private static func sorted(_ values: [ChartValue], _ sort: DomainSort) -> [ChartValue] {
    switch sort {
    case .none: return values
    case .ascending: return values.stablySorted(by: ChartValue.compare)
    case .descending: return values.stablySorted { ChartValue.compare($1, $0) }
    case .list(let list):
      var places: [ChartValue: Int] = [:]
      for (place, value) in list.enumerated() where places[value.key] == nil {
        places[value.key] = place
      }
      return values.stablySorted {
        (places[$0.key] ?? list.count) - (places[$1.key] ?? list.count)
      }
    case .keys(let pairs, let op, let descending):
      var groups: [ChartValue: [ChartValue]] = [:]
      for pair in pairs { groups[pair.value.key, default: []].append(pair.key) }
      let operation = AggregateOperation(rawValue: op) ?? .min
      let keys = groups.mapValues { operation.apply($0) }
      return values.stablySorted { a, b in
        let order = ChartValue.compare(
          keys[a.key] ?? .undefined, keys[b.key] ?? .undefined)
        return descending ? -order : order
      }
    }
  }
}
