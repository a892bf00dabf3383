/// Writes numbers by a d3-format string: `,.1f`, `.3~s`, `+.0%`.
///
/// Rounding is that of JavaScript, on which d3-format builds: half away from zero on the exact value
/// of the binary number. <https://d3js.org/d3-format>
public struct NumberFormat: Hashable, Sendable {
  /// The parts of the format.
  public let specifier: FormatSpecifier
  /// How the language writes numbers.
  public let locale: NumberLocale
  /// Before the number and after its sign.
  private let prefix: String
  /// After the number.
  private let suffix: String
  /// What the number is multiplied by.
  private let scale: Double

  /// A format; throws where the string is none.
  public init(_ specifier: String, locale: NumberLocale = .enUS) throws(FormatError) {
    self.init(try FormatSpecifier(specifier), locale: locale)
  }

  /// A format of known parts.
  public init(_ specifier: FormatSpecifier, locale: NumberLocale = .enUS) {
    self.init(specifier, locale: locale, scale: specifier.kind.isPercent ? 100 : 1, unit: "")
  }

  /// A format that writes all numbers with the SI prefix that suits `value`, as `formatPrefix` of
  /// d3-format; the type is taken to be `f`.
  public init(
    _ specifier: String, prefixFor value: Double, locale: NumberLocale = .enUS
  ) throws(FormatError) {
    var parts = try FormatSpecifier(specifier)
    parts.kind = .fixed
    let power = NumberPrecision.exponent(value).map(SIPrefix.power) ?? 0
    self.init(
      parts, locale: locale, scale: PowersOfTen.value(-power), unit: SIPrefix.symbol(power))
  }

  private init(_ written: FormatSpecifier, locale: NumberLocale, scale: Double, unit: String) {
    var parts = written
    if parts.kind == .grouped {
      parts.comma = true
      parts.kind = .significant
    }
    if parts.kind == .general {
      parts.trim = true
      parts.precision = parts.precision ?? 12
    }
    if parts.zero || (parts.fill == "0" && parts.align == "=") {
      parts.zero = true
      parts.fill = "0"
      parts.align = "="
    }
    let least = parts.kind.countsSignificantDigits ? 1 : 0
    parts.precision = parts.precision.map { max(least, min(20 + least, $0)) } ?? 6
    specifier = parts
    self.locale = locale
    self.scale = scale
    switch (parts.symbol, parts.kind.baseLetter) {
    case ("$", _): (prefix, suffix) = (locale.currencyPrefix, unit + locale.currencySuffix)
    case ("#", let letter?): (prefix, suffix) = ("0\(letter)", unit)
    default: (prefix, suffix) = ("", unit + (parts.kind.isPercent ? locale.percent : ""))
    }
  }

  /// The number as text.
  public func format(_ value: Double) -> String {
    if specifier.kind == .character { return format(text: PlainNumber.text(value)) }
    if value.isNaN { return assemble("", body: [], tail: locale.nan + suffix) }
    var (body, power) = digits(value.magnitude * scale)
    if specifier.trim { NumberText.trimZeros(&body) }
    let hidesSign = NumberText.isZero(body) && specifier.sign != "+"
    let isNegative = value.sign == .minus && !hidesSign
    let split = NumberText.endOfInteger(body)
    var tail = ""
    if split < body.count {
      let hasPoint = body[split] == UInt8(ascii: ".")
      if hasPoint { tail += locale.decimal }
      tail += String(decoding: body[(hasPoint ? split + 1 : split)...], as: UTF8.self)
    }
    if let power { tail += SIPrefix.symbol(power) }
    tail += suffix
    if isNegative, specifier.sign == "(" { tail += ")" }
    body.removeSubrange(split...)
    return assemble(signText(isNegative), body: body, tail: tail)
  }

  /// A text in the place of the number, as type `c` of d3-format has it.
  public func format(text: String) -> String {
    assemble("", body: [], tail: text + suffix)
  }

  /// The digits of a number that is not negative, and the power of ten of its SI prefix.
  private func digits(_ value: Double) -> ([UInt8], Int?) {
    let precision = specifier.precision ?? 6
    switch specifier.kind {
    case .fixed, .percent: return (NumberDigits.fixed(value, fraction: precision), nil)
    case .decimal:
      // As JavaScript's toLocaleString, which d3-format falls back on, writes it.
      return (value.isFinite ? NumberDigits.integer(value) : Array("∞".utf8), nil)
    case .rounded, .roundedPercent:
      return (NumberDigits.rounded(value, significant: precision), nil)
    case .prefixed:
      let result = NumberDigits.prefixed(value, significant: precision)
      return (result.text, result.power)
    case .exponent: return (NumberDigits.exponential(value, fraction: precision), nil)
    case .binary: return (NumberDigits.integer(value, bitsPerDigit: 1), nil)
    case .octal: return (NumberDigits.integer(value, bitsPerDigit: 3), nil)
    case .hexadecimal: return (NumberDigits.integer(value, bitsPerDigit: 4), nil)
    case .upperHexadecimal:
      return (NumberDigits.integer(value, bitsPerDigit: 4, uppercase: true), nil)
    case .general, .significant, .grouped, .character:
      return (NumberDigits.precise(value, significant: precision), nil)
    }
  }

  private func signText(_ isNegative: Bool) -> String {
    if isNegative { return specifier.sign == "(" ? "(" : locale.minus }
    return specifier.sign == "+" || specifier.sign == " " ? String(specifier.sign) : ""
  }

  /// Puts sign, symbol, grouped body and tail together and fills the width.
  private func assemble(_ sign: String, body digits: [UInt8], tail: String) -> String {
    let front = sign + prefix
    var body = digits
    if specifier.comma, !specifier.zero {
      body = NumberText.group(body, locale: locale, within: .max)
    }
    guard let width = specifier.width else {
      if specifier.comma, specifier.zero {
        body = NumberText.group(body, locale: locale, within: .max)
      }
      let text = String(decoding: body, as: UTF8.self)
      return NumberText.withNumerals(front + text + tail, locale: locale)
    }
    var text = String(decoding: body, as: UTF8.self)
    let tailLength = tail.unicodeScalars.count
    let missing = width - front.unicodeScalars.count - text.unicodeScalars.count - tailLength
    var padding = String(repeating: specifier.fill, count: max(0, missing))
    if specifier.comma, specifier.zero {
      body = NumberText.group(
        Array(padding.utf8) + body, locale: locale,
        within: missing > 0 ? width - tailLength : .max)
      text = String(decoding: body, as: UTF8.self)
      padding = ""
    }
    return NumberText.withNumerals(aligned(front, text, tail, padding), locale: locale)
  }

  private func aligned(
    _ front: String, _ body: String, _ tail: String, _ padding: String
  ) -> String {
    switch specifier.align {
    case "<": return front + body + tail + padding
    case "=": return front + padding + body + tail
    case "^":
      let half = padding.count / 2
      return padding.prefix(half) + front + body + tail + padding.dropFirst(half)
    default: return padding + front + body + tail
    }
  }
}

/// Powers of ten as the nearest doubles.
enum PowersOfTen {
  /// 10^power for powers from -24 to 24.
  static func value(_ power: Int) -> Double { table[power + 24] }

  private static let table: [Double] = [
    1e-24, 1e-23, 1e-22, 1e-21, 1e-20, 1e-19, 1e-18, 1e-17, 1e-16, 1e-15, 1e-14, 1e-13, 1e-12,
    1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1e0, 1e1, 1e2, 1e3, 1e4,
    1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22, 1e23, 1e24,
  ]
}
