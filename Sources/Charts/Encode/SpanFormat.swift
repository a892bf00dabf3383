import Tables

/// The formats of a continuous axis: as many decimals as the distance of its ticks needs.
enum SpanFormat {
  /// The format of ticks from `start` to `stop` (d3-scale: `tickFormat`); nil for a faulty specifier.
  static func format(_ start: Double, _ stop: Double, count: Double, specifier: String?)
    -> NumberFormat?
  {
    guard var parts = try? FormatSpecifier(specifier ?? ",f") else { return nil }
    let step = Ticks.step(start, stop, count)
    let largest = max(abs(start), abs(stop))
    switch parts.kind {
    case .prefixed:
      if parts.precision != nil { return NumberFormat(parts) }
      var text = specifier ?? "s"
      if parts.precision == nil, let precision = NumberPrecision.prefix(step: step, value: largest)
      {
        text = inserting(precision, into: text)
      }
      return try? NumberFormat(text, prefixFor: largest)
    case .general, .exponent, .rounded, .significant, .roundedPercent:
      if parts.precision == nil, let precision = NumberPrecision.round(step: step, max: largest) {
        parts.precision = precision - (parts.kind == .exponent ? 1 : 0)
      }
    case .fixed, .percent:
      if parts.precision == nil, let precision = NumberPrecision.fixed(step: step) {
        parts.precision = max(0, precision - (parts.kind == .percent ? 2 : 0))
      }
    default: break
    }
    return NumberFormat(parts)
  }

  /// A precision put before the type of a specifier: `~s` becomes `.1~s`.
  private static func inserting(_ precision: Int, into specifier: String) -> String {
    guard let mark = specifier.lastIndex(where: { $0 != "s" && $0 != "~" }) else {
      return ".\(precision)" + specifier
    }
    let next = specifier.index(after: mark)
    return specifier[..<next] + ".\(precision)" + specifier[next...]
  }

  /// The format of logarithmic axes (Vega: `formatFloat`): up to twelve digits without zeros at the
  /// end.
  static func float(_ specifier: String?) -> NumberFormat? {
    guard var parts = try? FormatSpecifier(specifier ?? ",") else { return nil }
    if parts.precision == nil {
      parts.precision = 12
      if parts.kind.isPercent { parts.precision = 10 }
      if parts.kind == .exponent { parts.precision = 11 }
      parts.trim = true
    }
    return NumberFormat(parts)
  }
}
