/// Which of several sources for the same thing is preferred, and which do not count yet: the order of the
/// view `<table>_preferred`.
package struct VintageOrder: Sendable {
  private let places: [String: Int]
  private let days: [String: String]
  private let asOf: String?

  /// An order.
  ///
  /// - Parameters:
  ///   - prefer: the sources in the order of preference; others come after them.
  ///   - published: when each source was published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, by id.
  ///   - asOf: the day after which sources do not count; nil for no limit.
  package init(prefer: [String], published: [String: String], asOf: String?) {
    places = Dictionary(prefer.enumerated().map { ($1, $0) }) { first, _ in first }
    days = published.compactMapValues(Self.lastDay)
    self.asOf = asOf
  }

  /// Whether a source counts: it was published by the day, or nobody knows when.
  package func counts(_ source: String) -> Bool {
    guard let asOf, let day = days[source] else { return true }
    return day <= asOf
  }

  /// Whether one source is preferred to another: by the order given, then the later published, those
  /// of unknown date last, then the greater id.
  package func prefers(_ a: String, to b: String) -> Bool {
    let (first, second) = (places[a] ?? places.count, places[b] ?? places.count)
    if first != second { return first < second }
    let (left, right) = (days[a] ?? "", days[b] ?? "")
    if left != right { return left > right }
    return b.utf8.lexicographicallyPrecedes(a.utf8)
  }

  /// The last day of a date that may be a year or a month; nil for other texts.
  static func lastDay(_ date: String) -> String? {
    switch date.utf8.count {
    case 4: return date + "-12-31"
    case 7:
      let parts = date.split(separator: "-")
      guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
        1...12 ~= month
      else { return nil }
      return "\(date)-\(CalendarTime.days(inMonth: month, of: year))"
    default: return date.isEmpty ? nil : date
    }
  }
}
