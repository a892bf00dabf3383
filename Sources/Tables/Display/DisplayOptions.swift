/// How one value is to be shown, where the author says so in place.
public struct DisplayOptions: Hashable, Sendable {
  /// What follows the number.
  public enum UnitLabel: Hashable, Sendable {
    /// Nothing, but for the percent sign.
    case none
    /// The symbol.
    case symbol
    /// The long name, or the symbol of units without one.
    case name
  }

  /// A d3-format or d3-time-format string; nil for that of the column.
  public var format: String?
  /// The symbol of the unit to convert to.
  public var unit: String?
  /// What follows the number.
  public var label: UnitLabel

  /// Options; by default the column decides.
  public init(format: String? = nil, unit: String? = nil, label: UnitLabel = .none) {
    self.format = format
    self.unit = unit
    self.label = label
  }
}

/// A value as it is shown.
public struct DisplayedValue: Hashable, Sendable {
  /// The text.
  public var text: String
  /// Whether the format shows zero for a number that is not.
  public var roundsToZero: Bool
}

/// Why a value cannot be shown.
public enum DisplayError: Error, Hashable, Sendable {
  /// There is no value.
  case noValue
  /// The number is infinite or no number.
  case notFinite
  /// The format is none.
  case format(FormatError)
  /// The unit cannot be converted to the one asked for.
  case conversion(UnitCatalog.ConversionError)
  /// A unit was asked for, and the column has none.
  case noUnit
  /// A format that multiplies by 100, for a unit that is per cent already.
  case percentFormat(unit: String)

  /// The error in one clause.
  public var summary: String {
    switch self {
    case .noValue: "there is no value"
    case .notFinite: "the number is infinite or undefined"
    case .format(let error): "the format `\(error.specifier)` cannot be read: \(error.reason)"
    case .conversion(.unknown(let symbol)): "no unit `\(symbol)` is declared"
    case .conversion(.incompatible(let from, let to)): "`\(from)` cannot be converted to `\(to)`"
    case .noUnit: "the value has no unit"
    case .percentFormat(let unit):
      "a % format multiplies by 100, and the value is in \(unit) already"
    }
  }
}
