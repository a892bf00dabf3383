/// The rows of one group in their order, and for each the span of rows that its frame has.
struct WindowFrame {
  let places: [Int]
  /// The frame of each row, widened to whole groups of peers where wanted.
  let spans: [Range<Int>]
  /// For each row, the place of its first peer and the place behind its last.
  let peers: [Range<Int>]

  init(
    places: [Int], frame: (before: Int?, after: Int?), takesPeers: Bool,
    isPeer: ((Int, Int) -> Bool)?
  ) {
    self.places = places
    let count = places.count
    var peers: [Range<Int>] = []
    peers.reserveCapacity(count)
    while peers.count < count {
      let start = peers.count
      var end = start + 1
      if let isPeer { while end < count, isPeer(places[end - 1], places[end]) { end += 1 } }
      peers += Array(repeating: start..<end, count: end - start)
    }
    self.peers = peers
    spans = (0..<count).map { row in
      let start = frame.before.map { max(0, row - min($0, row)) } ?? 0
      let end = frame.after.map { min(count, row + min($0, count) + 1) } ?? count
      guard start < end else { return start..<start }
      return takesPeers ? peers[start].lowerBound..<peers[end - 1].upperBound : start..<end
    }
  }

  /// A summary of each row's frame; nil where it would take more than the limit of work.
  func summaries(
    _ operation: AggregateOperation, _ column: [ChartValue], record: (Int) -> ChartValue
  ) -> [ChartValue]? {
    if operation == .count { return spans.map { .number(Double($0.count)) } }
    if var sliding = SlidingSummary(operation, column) {
      let givesRows = operation == .argmin || operation == .argmax
      return spans.map { span in
        let (value, row) = sliding.move(to: span)
        return givesRows ? row.map(record) ?? .undefined : value
      }
    }
    var work = 0
    var last: (span: Range<Int>, value: ChartValue)?
    var results: [ChartValue] = []
    for span in spans {
      if let last, last.span == span {
        results.append(last.value)
        continue
      }
      work += span.count
      if work > TransformEnvironment.workLimit { return nil }
      let value = operation.apply(Array(column[span])) { record(span.lowerBound + $0) }
      last = (span, value)
      results.append(value)
    }
    return results
  }
}

/// The values of a window's own operations (vega-transforms: `WindowOps`).
struct RankingColumn {
  let values: [ChartValue]

  init(
    _ ranking: WindowOperation.Ranking, parameter: Double?, _ column: [ChartValue],
    _ window: WindowFrame
  ) {
    let count = column.count
    let distance = parameter.map { Int(max(0, min(1e9, $0.rounded(.down)))) } ?? 1
    func number(_ value: (Int) -> Double) -> [ChartValue] { (0..<count).map { .number(value($0)) } }
    func element(_ place: (Int) -> Int) -> [ChartValue] {
      (0..<count).map { row in
        let index = place(row)
        return column.indices.contains(index) ? column[index] : .null
      }
    }
    switch ranking {
    case .rowNumber: values = number { Double($0 + 1) }
    case .rank: values = number { Double(window.peers[$0].lowerBound + 1) }
    case .denseRank: values = Self.dense(window)
    case .percentRank:
      values = number { count > 1 ? Double(window.peers[$0].lowerBound) / Double(count - 1) : 0 }
    case .cumeDist: values = number { Double(window.peers[$0].upperBound) / Double(count) }
    case .ntile:
      let tiles = Double(max(1, distance))
      values = number { row in
        (tiles * (Double(window.peers[row].upperBound) / Double(count))).rounded(.up)
      }
    case .lag: values = element { $0 - distance }
    case .lead: values = element { $0 + distance }
    case .firstValue: values = element { window.spans[$0].lowerBound }
    case .lastValue: values = element { window.spans[$0].upperBound - 1 }
    case .nthValue:
      values = element { row in
        let span = window.spans[row]
        return distance > 0 && distance <= span.count ? span.lowerBound + distance - 1 : -1
      }
    case .prevValue: values = Self.filled(column)
    case .nextValue: values = Self.filled(column.reversed()).reversed()
    }
  }

  private static func dense(_ window: WindowFrame) -> [ChartValue] {
    var rank = 0.0
    var start = -1
    return window.peers.map { peers in
      if peers.lowerBound != start { rank += 1 }
      start = peers.lowerBound
      return .number(rank)
    }
  }

  /// Each value, or the last before it that was not missing.
  private static func filled(_ column: [ChartValue]) -> [ChartValue] {
    var last = ChartValue.null
    return column.map { value in
      if !value.isMissing { last = value }
      return last
    }
  }
}
