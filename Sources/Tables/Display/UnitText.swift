/// Puts a unit beside a number.
enum UnitText {
  private static let gap = "\u{A0}"

  /// The number with its unit: `%` always with its sign, currencies before the number, other symbols
  /// and names after a no-break space. A fraction (unit 1) has none.
  static func attach(
    _ unit: DataUnit?, as label: DisplayOptions.UnitLabel, to number: String, locale: NumberLocale
  ) -> String {
    guard let unit, unit.symbol != "1" else { return number }
    if label == .name, let name = unit.name { return number + gap + name }
    if unit.symbol == "%" { return number + locale.percent }
    guard label != .none else { return number }
    guard let (currency, rest) = currency(unit.symbol) else { return number + gap + unit.symbol }
    return before(number, currency, locale: locale) + rest
  }

  /// A currency symbol goes between the minus and the number, a currency code before both.
  private static func before(
    _ number: String, _ currency: String, locale: NumberLocale
  ) -> String {
    if currency.utf8.count == 3, currency.utf8.allSatisfy(isUppercase) {
      return currency + gap + number
    }
    if number.hasPrefix(locale.minus) {
      return locale.minus + currency + number.dropFirst(locale.minus.count)
    }
    return currency + number
  }

  /// The currency that a symbol begins with, and the rest as it stands after the number: `$` and
  /// `/kg` of `$/kg`, `USD` and ` million` of `USD million`. Nil for other units.
  private static func currency(_ symbol: String) -> (currency: String, rest: String)? {
    let code = String(symbol.prefix { $0.isASCII && $0.isLetter })
    var head = ""
    if codes.contains(code) {
      head = code
    } else if let end = symbol.firstIndex(where: isCurrencySign),
      symbol[..<end].allSatisfy({ $0.isASCII && $0.isUppercase })
    {
      head = String(symbol[...end])
    }
    guard !head.isEmpty else { return nil }
    let rest = symbol.dropFirst(head.count)
    return (head, rest.hasPrefix(" ") ? gap + rest.dropFirst() : String(rest))
  }

  private static func isCurrencySign(_ character: Character) -> Bool { character.isCurrencySymbol }

  private static func isUppercase(_ byte: UInt8) -> Bool {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
  }

  /// Codes of ISO 4217 for the currencies traded most.
  private static let codes: Set<String> = [
    "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR",
    "ILS",
    "INR", "JPY", "KRW", "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "RON", "RUB", "SEK", "SGD",
    "THB",
    "TRY", "TWD", "USD", "VND", "ZAR",
  ]
}
