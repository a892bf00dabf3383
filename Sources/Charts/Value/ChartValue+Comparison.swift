/// JavaScript's comparisons (ECMA-262, chapter 7.2), and the order in which d3 and Vega sort.
extension ChartValue {
  /// `===`. Unlike JavaScript's objects, dates, lists and records are compared by what they hold, since
  /// values here have no identity.
  public static func strictlyEqual(_ a: ChartValue, _ b: ChartValue) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)), (.time(let x), .time(let y)): x == y
    default: a == b
    }
  }

  /// `==`: null equals undefined, and numbers, texts and booleans meet as numbers.
  public static func looselyEqual(_ a: ChartValue, _ b: ChartValue) -> Bool {
    switch (a, b) {
    case (.undefined, .undefined), (.undefined, .null), (.null, .undefined), (.null, .null):
      return true
    case (.undefined, _), (.null, _), (_, .undefined), (_, .null):
      return false
    case (.number, .text), (.text, .number), (.boolean, _), (_, .boolean):
      return a.toNumber == b.toNumber
    case (.time, .text), (.list, .text), (.text, .time), (.text, .list):
      return a.toText == b.toText
    case (.time, .number), (.number, .time), (.list, .number), (.number, .list):
      return a.toNumber == b.toNumber
    default:
      return strictlyEqual(a, b)
    }
  }

  /// `<`: two texts by their UTF-16 units, everything else as numbers; false where one is NaN.
  public static func isLess(_ a: ChartValue, _ b: ChartValue) -> Bool {
    if case .text(let x) = a, case .text(let y) = b { return precedes(x, y) }
    return a.toNumber < b.toNumber
  }

  /// `<=`, by the same rule as `isLess`.
  public static func isLessOrEqual(_ a: ChartValue, _ b: ChartValue) -> Bool {
    if case .text(let x) = a, case .text(let y) = b { return !precedes(y, x) }
    return a.toNumber <= b.toNumber
  }

  /// The order of vega-util's `ascending`: negative, zero or positive. Missing values come first, then
  /// NaN; texts by their UTF-16 units.
  public static func compare(_ a: ChartValue, _ b: ChartValue) -> Int {
    if a.isMissing || b.isMissing {
      return a.isMissing == b.isMissing ? 0 : (a.isMissing ? -1 : 1)
    }
    if isLess(a, b) { return -1 }
    if isLess(b, a) { return 1 }
    let aIsNaN = a.double?.isNaN ?? false
    let bIsNaN = b.double?.isNaN ?? false
    if aIsNaN != bIsNaN { return aIsNaN ? -1 : 1 }
    return 0
  }

  /// Whether `a` sorts before `b` in JavaScript's order of texts.
  ///
  /// The bytes of UTF-8 sort like UTF-16 units but for scalars above the basic plane, whose surrogates come
  /// before U+E000 to U+FFFF: bytes from 0xF0 on before 0xEE and 0xEF.
  package static func precedes(_ a: String, _ b: String) -> Bool {
    var (rest, other) = (a.utf8.makeIterator(), b.utf8.makeIterator())
    while let x = rest.next() {
      guard let y = other.next() else { return false }
      if x == y { continue }
      if x >= 0xEE, y >= 0xEE, (x >= 0xF0) != (y >= 0xF0) { return x >= 0xF0 }
      return x < y
    }
    return other.next() != nil
  }
}

extension Array {
  /// The array sorted by a three-way comparison; equal elements keep their order.
  package func stablySorted(by compare: (Element, Element) -> Int) -> [Element] {
    enumerated().sorted { x, y in
      let order = compare(x.element, y.element)
      return order == 0 ? x.offset < y.offset : order < 0
    }.map(\.element)
  }
}
