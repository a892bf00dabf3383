/// What a unit puts beside numbers: `%` always its sign, currencies before the number, other symbols
/// and names after a no-break space. A fraction (unit 1) has nothing.
struct UnitText: Sendable {
  private static let gap = "\u{A0}"
  private var before = ""
  private var after = ""
  /// Whether `before` stands between the minus and the number.
  private var followsMinus = false
  private let minus: String

  init(_ unit: DataUnit?, as label: DisplayOptions.UnitLabel, locale: NumberLocale) {
    minus = locale.minus
    guard let unit, unit.symbol != "1" else { return }
    if label == .name, let name = unit.name {
      after = Self.gap + name
    } else if unit.symbol == "%" {
      after = locale.percent
    } else if label != .none, let (currency, rest) = Self.currency(unit.symbol) {
      followsMinus = !Self.codes.contains(currency)
      before = followsMinus ? currency : currency + Self.gap
      after = rest
    } else if label != .none {
      after = Self.gap + unit.symbol
    }
  }

  /// The number with its unit.
  func attach(to number: String) -> String {
    if followsMinus, number.hasPrefix(minus) {
      return minus + before + number.dropFirst(minus.count) + after
    }
    return before + number + after
  }

  /// The currency in a symbol, and the rest as it stands after the number: `$` and `/kg` of `$/kg`,
  /// `$` and ` million` of `million $`. Nil for other units.
  private static func currency(_ symbol: String) -> (currency: String, rest: String)? {
    var words = symbol.split(separator: " ")
    for (index, word) in words.enumerated() {
      guard let currency = leadingCurrency(word) else { continue }
      words.remove(at: index)
      let rest = word.dropFirst(currency.count)
      return (currency, words.reduce(into: String(rest)) { $0 += gap + $1 })
    }
    return nil
  }

  /// The currency code or sign that a word begins with: `USD`, `€`, `US$`.
  private static func leadingCurrency(_ word: Substring) -> String? {
    let code = String(word.prefix { $0.isASCII && $0.isLetter })
    if codes.contains(code) { return code }
    guard let sign = word.firstIndex(where: \.isCurrencySymbol),
      word[..<sign].allSatisfy({ $0.isASCII && $0.isUppercase })
    else { return nil }
    return String(word[...sign])
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
