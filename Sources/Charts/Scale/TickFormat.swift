public import Tables

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Writes the numbers of guides (vega-format: `formatSpan`, `formatFloat`).
public enum TickFormat {
  /// A writer for ticks between two ends, as exact as their distance asks for; `,f` where no specifier
  /// is given. With type `s`, all share the prefix that suits the larger end.
  public static func span(
    _ start: Double, _ stop: Double, count: Double, specifier: String? = nil
  ) throws(FormatError) -> @Sendable (Double) -> String {
    let written = specifier ?? ",f"
    var parts = try FormatSpecifier(written)
    let step = Ticks.step(start, stop, count)
    let largest = max(start.magnitude, stop.magnitude)
    guard parts.precision == nil else { return writer(parts) }
    switch parts.kind {
    case .prefixed:
      let precision = NumberPrecision.prefix(step: step, value: largest)
      let exact = precision.map { inserting($0, into: written) } ?? written
      let format = try NumberFormat(exact, prefixFor: largest)
      return { format.format($0) }
    case .general, .exponent, .significant, .roundedPercent, .rounded:
      parts.precision = NumberPrecision.round(step: step, max: largest).map {
        max(0, $0 - (parts.kind == .exponent ? 1 : 0))
      }
    case .fixed, .percent:
      parts.precision = NumberPrecision.fixed(step: step).map {
        max(0, $0 - (parts.kind == .percent ? 2 : 0))
      }
    default: break
    }
    return writer(parts)
  }

  /// A writer for numbers of any size: up to 12 digits, without zeros at the end.
  public static func float(_ specifier: String? = nil) throws(FormatError)
    -> @Sendable (Double) -> String
  {
    var parts = try FormatSpecifier(specifier ?? ",")
    if parts.precision == nil {
      parts.precision = parts.kind == .percent ? 10 : parts.kind == .exponent ? 11 : 12
      parts.trim = true
    }
    return writer(parts)
  }

  /// Whether a tick of a logarithmic scale gets a label: the first few multiples of each power do, as many
  /// as `count` leaves room for among `ticks` (d3-scale: `log`, Vega: `tickLog`).
  public static func showsLogLabel(_ value: Double, base: Double, count: Double, ticks: Int) -> Bool
  {
    let room = max(1, base * count / Double(max(1, ticks)))
    let magnitude = value.magnitude
    var multiple = magnitude / pow(base, jsRound(log(magnitude) / log(base)))
    if multiple * base < base - 0.5 { multiple *= base }
    return multiple <= room
  }

  private static func writer(_ parts: FormatSpecifier) -> @Sendable (Double) -> String {
    let format = NumberFormat(parts)
    return { format.format($0) }
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
      let write = try TickFormat.float(specifier)
      if keepsAll || count.isInfinite { return write }
      let number = ticks(count).count
      return { value in
        TickFormat.showsLogLabel(value, base: base, count: count, ticks: number) ? write(value) : ""
      }
    default:
      return try TickFormat.span(
        domain.first ?? 0, domain.last ?? 1, count: count, specifier: specifier)
    }
  }
}
