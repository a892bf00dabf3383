package import Tables

/// From when to when something holds.
package struct PeriodSpan: Sendable, Hashable {
  /// The beginning: a year as a number, or a date as text.
  package var least: DataValue
  /// The end, which may be the beginning.
  package var greatest: DataValue
}

extension PeriodSpan {
  /// The span of values, those without any left out; nil where there is none.
  init?(_ values: some Sequence<DataValue>) {
    var span: Self?
    for value in values where !value.isNull {
      guard let known = span else {
        span = Self(least: value, greatest: value)
        continue
      }
      if Self.isBefore(value, known.least) { span?.least = value }
      if Self.isBefore(known.greatest, value) { span?.greatest = value }
    }
    guard let span else { return nil }
    self = span
  }

  /// The period of a value that is made from rows of tables; nil where it is not certain.
  ///
  /// It is the span of the rows. Rows of which only some are behind the value tell it where all of them hold
  /// for one period; rows that were only looked for among others tell nothing. Spans of several tables go
  /// together where they are years; other periods, such as months and ranges of years, where they are equal.
  init?(of rows: [RowsBehind]) {
    let dated = rows.filter { $0.span != nil }
    let spans = dated.compactMap(\.span)
    let isCertain = dated.allSatisfy { rows in
      switch rows.tie {
      case .passed, .computed: true
      case .bound: rows.span?.least == rows.span?.greatest
      case .among: false
      }
    }
    guard isCertain, let first = spans.first else { return nil }
    let ends = spans.flatMap { [$0.least, $0.greatest] }
    guard spans.allSatisfy({ $0 == first }) || ends.allSatisfy({ $0.double != nil }),
      let whole = Self(ends)
    else { return nil }
    self = whole
  }

  /// Partial dates are ordered by their text, years as numbers.
  private static func isBefore(_ a: DataValue, _ b: DataValue) -> Bool {
    if let a = a.double, let b = b.double { return a < b }
    return inByteOrder(PlainText.of(a), PlainText.of(b))
  }
}
