public import Diagnostics

/// What a column of a name means wherever a query makes it.
public struct Measure: Hashable, Sendable {
  /// The name for readers.
  public var title: String?
  /// The unit.
  public var unit: DataUnit?
  /// A d3-format string for display.
  public var format: String?
  /// The number of significant digits.
  public var precision: Int?
  /// Which way is good.
  public var direction: ValueDirection?
  /// What readers should know.
  public var note: String?
  /// Where the definition comes from: ids of the register of sources, joined by `;`.
  public var source: String?
  /// Where it is described.
  public var location: SourceLocation?

  /// More digits than any number that Double holds.
  static let precisionLimit = 17

  /// A measure.
  public init(title: String? = nil, unit: DataUnit? = nil, format: String? = nil) {
    self.title = title
    self.unit = unit
    self.format = format
  }

  /// How values are shown: by the format, else with the digits that matter, a fraction in per cent.
  public var displayFormat: String? {
    format ?? precision.map { unit?.symbol == "1" ? ".\($0)p" : ",.\($0)r" }
  }
}
