public import Tables

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Writes the numbers of guides (vega-format: `formatSpan`, `formatFloat`).
public enum TickFormat {
  /// The format of ticks between two ends, as exact as their distance asks for (d3-scale: `tickFormat`);
  /// `,f` where no specifier is given. With type `s`, all share the prefix that suits the larger end.
  public static func span(
    _ start: Double, _ stop: Double, count: Double, specifier: String? = nil
  ) throws(FormatError) -> NumberFormat {
    var parts = try FormatSpecifier(specifier ?? ",f")
    let distance = Ticks.step(start, stop, count)
    // Ends that are one number are written without decimals.
    let step = distance == 0 ? 1 : distance
    let largest = max(start.magnitude, stop.magnitude)
    switch parts.kind {
    case .prefixed:
      var text = specifier ?? "s"
      if parts.precision == nil, let precision = NumberPrecision.prefix(step: step, value: largest)
      {
        text = inserting(precision, into: text)
      }
      return try NumberFormat(text, prefixFor: largest)
    case .general, .exponent, .rounded, .significant, .roundedPercent:
      if parts.precision == nil, let precision = NumberPrecision.round(step: step, max: largest) {
        parts.precision = max(0, precision - (parts.kind == .exponent ? 1 : 0))
      }
    case .fixed, .percent:
      if parts.precision == nil, let precision = NumberPrecision.fixed(step: step) {
        parts.precision = max(0, precision - (parts.kind == .percent ? 2 : 0))
      }
    default: break
    }
    return NumberFormat(parts)
  }

  /// The format of the labels of a guide: as of ticks, but a prefix with a written precision is each number's own,
  /// as Vega's guides have it.
  static func guide(
    _ start: Double, _ stop: Double, count: Double, specifier: String?
  ) throws(FormatError) -> NumberFormat {
    if let specifier {
      let parts = try FormatSpecifier(specifier)
      if parts.kind == .prefixed, parts.precision != nil { return NumberFormat(parts) }
    }
    return try span(start, stop, count: count, specifier: specifier)
  }

  /// The format of numbers of any size: up to 12 digits, without zeros at the end.
  public static func float(_ specifier: String? = nil) throws(FormatError) -> NumberFormat {
    var parts = try FormatSpecifier(specifier ?? ",")
    if parts.precision == nil {
      parts.precision = parts.kind.isPercent ? 10 : parts.kind == .exponent ? 11 : 12
      parts.trim = true
    }
    return NumberFormat(parts)
  }

  /// Whether a tick of a logarithmic scale gets a label: the first few multiples of each power do, as many
  /// as `count` leaves room for among `ticks` (d3-scale: `log`, Vega: `tickLog`).
  public static func showsLogLabel(_ value: Double, base: Double, count: Double, ticks: Int) -> Bool
  {
    let room = max(1, base * count / Double(max(1, ticks)))
    return LogTicks.multiple(of: value, base: base) <= room
  }

  /// A specifier with a precision put where it belongs: before `~` or the type.
  private static func inserting(_ precision: Int, into specifier: String) -> String {
    let mark = specifier.lastIndex(of: "~") ?? specifier.lastIndex(of: "s") ?? specifier.endIndex
    return specifier[..<mark] + ".\(precision)" + specifier[mark...]
  }
}

extension ContinuousScale {
  /// A writer for the ticks of the scale. Without a specifier numbers have as many decimals as the ticks
  /// need and moments say what their place in the calendar needs; on logarithmic scales labels that are
  /// too many are empty, unless `keepsAll`.
  public func tickFormat(_ count: Double = 10, specifier: String? = nil, keepsAll: Bool = false)
    throws(FormatError) -> @Sendable (Double) -> String
  {
    switch kind {
    case .time:
      guard let specifier else { return TimeText.multi }
      let format = try TimeFormat(specifier)
      return { $0.isNaN ? "" : format.format($0) }
    case .log(let base):
      let format = try TickFormat.float(specifier)
      if keepsAll || count.isInfinite { return { format.format($0) } }
      let number = ticks(count).count
      return { value in
        TickFormat.showsLogLabel(value, base: base, count: count, ticks: number)
          ? format.format(value) : ""
      }
    default:
      let format = try TickFormat.span(
        domain.first ?? 0, domain.last ?? 1, count: count, specifier: specifier)
      return { format.format($0) }
    }
  }
}
