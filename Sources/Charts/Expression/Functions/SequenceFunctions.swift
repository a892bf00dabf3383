extension ExpressionFunction {
  /// The longest list that a function makes.
  private static let countLimit = 100_000

  /// Functions on lists, and those that lists and texts share.
  static let sequences: [ExpressionFunction] = [
    .init("length", 1...1) { .number($0[0].member("length").toNumber) },
    .init("indexof", 2...2) { find($0[0], $0[1], backwards: false) },
    .init("lastindexof", 2...2) { find($0[0], $0[1], backwards: true) },
    .init("slice", 1...3) { slice($0[0], $0.argument(1), $0.argument(2)) },
    .init("reverse", 1...1) { .list(($0[0].list ?? []).reversed()) },
    .init("join", 1...2) { arguments in
      let separator = arguments.count > 1 ? arguments[1].toText : ","
      let parts = (arguments[0].list ?? []).map { $0.isMissing ? "" : $0.toText }
      return .text(parts.joined(separator: separator))
    },
    .init("peek", 1...1) { $0[0].list?.last ?? .undefined },
    .init("pluck", 2...2) { arguments in
      let path = FieldPath(arguments[1].toText)
      let values = arguments[0].list ?? []
      return .list(values.map { value in path.steps.reduce(value) { $0.member($1) } })
    },
    .init("sort", 1...1) { .list(($0[0].list ?? []).stablySorted(by: ChartValue.compare)) },
    .init("extent", 1...1) { arguments in
      let numbers = (arguments[0].list ?? []).filter { $0.isValid && !$0.toNumber.isNaN }
      guard let low = numbers.min(by: ChartValue.isLess),
        let high = numbers.max(by: ChartValue.isLess)
      else { return [.undefined, .undefined] }
      return [low, high]
    },
    .init("span", 1...1) { arguments in
      guard let values = arguments[0].list, let first = values.first, let last = values.last else {
        return 0
      }
      return .number(last.toNumber - first.toNumber)
    },
    .init("inrange", 2...4) { arguments in
      let value = arguments[0].toNumber
      let bounds = (arguments[1].list ?? []).map(\.toNumber)
      guard let first = bounds.first, let last = bounds.last else { return false }
      let (low, high) = (min(first, last), max(first, last))
      let isLeftClosed = arguments.count < 3 || arguments[2].toBoolean
      let isRightClosed = arguments.count < 4 || arguments[3].toBoolean
      return .boolean(
        (isLeftClosed ? low <= value : low < value)
          && (isRightClosed ? value <= high : value < high))
    },
    .init("sequence", 0...3) { sequence($0.map(\.toNumber)) },
    .init("lerp", 2...2) { arguments in
      guard let values = arguments[0].list, let first = values.first, let last = values.last else {
        return .undefined
      }
      let start = first.toNumber
      return .number(start + arguments[1].toNumber * (last.toNumber - start))
    },
    .init("clampRange", 3...3) { clampRange($0[0], $0[1].toNumber, $0[2].toNumber) },
    .init("merge", 0...Int.max) { arguments in
      .record(arguments.compactMap(\.record).reduce(into: [:]) { $0.merge($1) { $1 } })
    },
  ]

  private static func find(_ sequence: ChartValue, _ wanted: ChartValue, backwards: Bool)
    -> ChartValue
  {
    if let values = sequence.list {
      let isEqual: (ChartValue) -> Bool = { ChartValue.strictlyEqual($0, wanted) }
      let place = backwards ? values.lastIndex(where: isEqual) : values.firstIndex(where: isEqual)
      return .number(Double(place ?? -1))
    }
    let units = Array(sequence.toText.utf16)
    let mark = Array(wanted.toText.utf16)
    guard mark.count <= units.count else { return -1 }
    let places = 0...(units.count - mark.count)
    let matches: (Int) -> Bool = { units[$0..<$0 + mark.count].elementsEqual(mark) }
    let place = backwards ? places.last(where: matches) : places.first(where: matches)
    return .number(Double(place ?? -1))
  }

  private static func slice(_ sequence: ChartValue, _ start: ChartValue, _ end: ChartValue)
    -> ChartValue
  {
    func bounds(_ count: Int) -> Range<Int> {
      func place(_ value: ChartValue, _ fallback: Int) -> Int {
        if value == .undefined { return fallback }
        let number = value.toNumber
        if number.isNaN { return 0 }
        let clamped = max(-Double(count), min(Double(count), number.rounded(.towardZero)))
        return clamped < 0 ? count + Int(clamped) : Int(clamped)
      }
      let low = place(start, 0)
      return low..<max(low, place(end, count))
    }
    if let values = sequence.list { return .list(Array(values[bounds(values.count)])) }
    let units = Array(sequence.toText.utf16)
    return .text(String(decoding: units[bounds(units.count)], as: UTF16.self))
  }

  /// d3-array's `range`: from 0 or the first number, up to and without the second, by the third.
  private static func sequence(_ numbers: [Double]) -> ChartValue {
    let start = numbers.count > 1 ? numbers[0] : 0
    let stop = numbers.count > 1 ? numbers[1] : numbers.first ?? 0
    let step = numbers.count > 2 ? numbers[2] : 1
    let count = ((stop - start) / step).rounded(.up)
    guard count > 0, count.isFinite else { return [] }
    return .list(
      (0..<Int(min(count, Double(countLimit)))).map { .number(start + Double($0) * step) })
  }

  /// vega-util's `clampRange`: moves a range into bounds without changing its length, where it fits.
  private static func clampRange(_ range: ChartValue, _ low: Double, _ high: Double) -> ChartValue {
    let values = (range.list ?? []).map(\.toNumber)
    guard let first = values.first, let last = values.last else { return range }
    let (start, end) = (min(first, last), max(first, last))
    let length = end - start
    if length >= high - low { return [.number(low), .number(high)] }
    let moved = min(max(start, low), high - length)
    return [.number(moved), .number(moved + length)]
  }
}
