/// The notations of d3-format for a number that is not negative, as ASCII: what JavaScript's number
/// methods give, which d3-format builds on.
enum NumberDigits {
  /// `fraction` digits after the point; from 10²¹ on the shortest text, as `toFixed` does.
  static func fixed(_ value: Double, fraction: Int) -> [UInt8] {
    guard value.isFinite else { return infinity }
    guard value < 1e21 else { return PlainNumber.bytes(value) }
    var digits: [UInt8]
    if value == 0 {
      digits = []
    } else if let scaled = ScaledInteger.round(value, timesTenTo: fraction) {
      digits = scaled == 0 ? [] : ScaledInteger.digits(scaled)
    } else {
      let exact = DecimalDigits.exact(value)
      digits = exact.rounded(to: exact.exponent + 1 + fraction).digits
    }
    if digits.count <= fraction {
      digits.insert(contentsOf: zeros(fraction + 1 - digits.count), at: 0)
    }
    if fraction > 0 { digits.insert(UInt8(ascii: "."), at: digits.count - fraction) }
    return digits
  }

  /// Exponent notation with `fraction` digits after the point, or with as many as needed.
  static func exponential(_ value: Double, fraction: Int?) -> [UInt8] {
    guard value.isFinite else { return infinity }
    return decimal(value, significant: fraction.map { $0 + 1 }).scientific
  }

  /// `count` significant digits in decimal notation, or in exponent notation where the number has
  /// more digits before the point or six zeros after it, as `toPrecision` does.
  static func precise(_ value: Double, significant count: Int) -> [UInt8] {
    guard value.isFinite else { return infinity }
    let digits = decimal(value, significant: count)
    return -7 < digits.exponent && digits.exponent < count ? digits.plain : digits.scientific
  }

  /// `count` significant digits in decimal notation whatever the size.
  static func rounded(_ value: Double, significant count: Int) -> [UInt8] {
    guard value.isFinite else { return infinity }
    return value == 0 ? zeros(1) : decimal(value, significant: count).plain
  }

  /// `count` significant digits for the number divided by the power of ten of its SI prefix, and
  /// that power: a multiple of three from -24 to 24, nil for zero and infinity.
  static func prefixed(_ value: Double, significant count: Int) -> (text: [UInt8], power: Int?) {
    guard value.isFinite, value != 0 else { return (precise(value, significant: count), nil) }
    var digits = decimal(value, significant: count)
    let power = SIPrefix.power(forExponent: digits.exponent)
    digits.exponent -= power
    if digits.exponent < 0 {  // less than 1y: as many decimals as the precision leaves
      let left = max(0, count + digits.exponent)
      digits.digits = decimal(value, significant: left == 0 ? nil : left).digits
    }
    return (digits.plain, power)
  }

  /// Rounded to an integer, in decimal notation.
  static func integer(_ value: Double) -> [UInt8] {
    guard value.isFinite else { return infinity }
    let whole = value.rounded(.toNearestOrAwayFromZero)
    if let small = UInt64(exactly: whole), small < 1 << 53 {
      return ScaledInteger.digits(UInt128(small))
    }
    return DecimalDigits.shortest(whole).plain
  }

  /// Rounded to an integer, in base 2ᵇ.
  static func integer(_ value: Double, bitsPerDigit bits: Int, uppercase: Bool = false) -> [UInt8] {
    guard value.isFinite else { return infinity }
    let whole = value.rounded(.toNearestOrAwayFromZero)
    if let small = UInt64(exactly: whole) {
      return Array(String(small, radix: 1 << bits, uppercase: uppercase).utf8)
    }
    let (significand, shift) = ScaledInteger.parts(whole)
    let head = UInt64(significand) << (shift % bits)
    return Array(String(head, radix: 1 << bits, uppercase: uppercase).utf8) + zeros(shift / bits)
  }

  private static func decimal(_ value: Double, significant count: Int?) -> DecimalDigits {
    if value == 0 { return DecimalDigits(digits: zeros(count ?? 1), exponent: 0) }
    guard let count else { return .shortest(value) }
    return .significant(value, count: count)
  }

  private static func zeros(_ count: Int) -> [UInt8] {
    [UInt8](repeating: UInt8(ascii: "0"), count: count)
  }

  private static let infinity = Array("Infinity".utf8)
}

/// The prefixes of the International System of Units.
enum SIPrefix {
  /// The largest multiple of three up to the exponent, from -24 to 24.
  static func power(forExponent exponent: Int) -> Int {
    let third = exponent >= 0 ? exponent / 3 : -((2 - exponent) / 3)
    return max(-8, min(8, third)) * 3
  }

  /// The prefix of a power from `power(forExponent:)`: `µ` for -6.
  static func symbol(_ power: Int) -> String {
    symbols[8 + power / 3]
  }

  private static let symbols = [
    "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y",
  ]
}
