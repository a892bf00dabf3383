import Tables

/// The texts of moments on axes without a format: each says no more than its place in the calendar needs
/// (Vega's `timeMultiFormat`): `2024`, `March`, `Jan 07`, `Wed 03`, `06 AM`, `06:30`, `:15`, `.250`.
public enum TimeText {
  /// The text of a moment; empty for an invalid one.
  public static func multi(_ moment: Double) -> String {
    format(moment, specifier(moment))
  }

  /// The text of a moment by a d3-time-format specifier; empty for an invalid moment or specifier.
  public static func format(_ moment: Double, _ specifier: String) -> String {
    guard !moment.isNaN, let format = try? TimeFormat(specifier) else { return "" }
    return format.format(moment)
  }

  /// The specifier of the coarsest unit that begins at the moment.
  static func specifier(_ moment: Double) -> String {
    func begins(_ unit: CalendarInterval.Unit) -> Bool {
      CalendarInterval(unit).floor(moment) == moment
    }
    if !begins(.second) { return ".%L" }
    if !begins(.minute) { return ":%S" }
    if !begins(.hour) { return "%I:%M" }
    if !begins(.day) { return "%I %p" }
    if !begins(.month) { return begins(.week) ? "%b %d" : "%a %d" }
    return begins(.year) ? "%Y" : "%B"
  }
}
