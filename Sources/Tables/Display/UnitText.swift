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

  /// Codes of ISO 4217 for the currencies traded most.
  private static let codes: Set<String> = [
    "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR",
    "ILS",
    "INR", "JPY", "KRW", "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "RON", "RUB", "SEK", "SGD",
    "THB",
    "TRY", "TWD", "USD", "VND", "ZAR",
  ]
}
