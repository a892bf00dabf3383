/// How numbers are written in a language: the locale definition of d3-format.
public struct NumberLocale: Hashable, Sendable {
  /// Between the integer and the fraction.
  public var decimal: String
  /// Between groups.
  public var thousands: String
  /// The sizes of the groups from the right, repeated; empty for no grouping.
  public var grouping: [Int]
  /// Before amounts of money.
  public var currencyPrefix: String
  /// After amounts of money.
  public var currencySuffix: String
  /// The digits 0 to 9, where they are not the ASCII ones.
  public var numerals: [String]?
  /// The percent sign.
  public var percent: String
  /// The minus sign.
  public var minus: String
  /// What stands for a value that is no number.
  public var nan: String

  /// A locale; the defaults are those of d3-format, whose minus is U+2212.
  public init(
    decimal: String = ".", thousands: String = ",", grouping: [Int] = [3],
    currency: (prefix: String, suffix: String) = ("", ""), numerals: [String]? = nil,
    percent: String = "%", minus: String = "\u{2212}", nan: String = "NaN"
  ) {
    self.decimal = decimal
    self.thousands = thousands
    self.grouping = grouping.filter { $0 > 0 }
    currencyPrefix = currency.prefix
    currencySuffix = currency.suffix
    self.numerals = numerals?.count == 10 ? numerals : nil
    self.percent = percent
    self.minus = minus
    self.nan = nan
  }

  /// English of the United States: `1,234.5`, `$`.
  public static let enUS = NumberLocale(currency: ("$", ""))
  /// English of the United Kingdom: `1,234.5`, `£`.
  public static let enGB = NumberLocale(currency: ("£", ""))
  /// German of Germany: `1.234,5`, `€` after a no-break space.
  public static let deDE = NumberLocale(
    decimal: ",", thousands: ".", currency: ("", "\u{A0}€"), percent: "\u{A0}%")
  /// French of France: `1 234,5` with narrow no-break spaces, `€` after a no-break space.
  public static let frFR = NumberLocale(
    decimal: ",", thousands: "\u{202F}", currency: ("", "\u{A0}€"), percent: "\u{202F}%")
  /// Spanish of Spain: `1.234,5`, `€` after a no-break space.
  public static let esES = NumberLocale(
    decimal: ",", thousands: ".", currency: ("", "\u{A0}€"), percent: "\u{A0}%")

  /// The locale of a language tag such as `en-GB` or `de`: the exact tag, else that of its language;
  /// nil where none is known.
  public static func forLanguage(_ tag: String) -> NumberLocale? {
    LanguageTag.choose(
      tag,
      from: ["en-us": enUS, "en": enUS, "en-gb": enGB, "de": deDE, "fr": frFR, "es": esES])
  }
}

/// Looking values up by language tag.
enum LanguageTag {
  /// The value of the tag, or of the tag without its last parts; case does not count.
  static func choose<Value>(_ tag: String, from values: [String: Value]) -> Value? {
    var parts = tag.lowercased().split(separator: "-")
    while !parts.isEmpty {
      if let value = values[parts.joined(separator: "-")] { return value }
      parts.removeLast()
    }
    return nil
  }
}
