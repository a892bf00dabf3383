/// Numbers as integers times powers of ten, exact where 128 bits suffice.
enum ScaledInteger {
  /// The significand m and power e of a positive finite number m · 2ᵉ.
  static func parts(_ value: Double) -> (significand: UInt64, power: Int) {
    let bits = value.significandBitPattern
    return value.isNormal
      ? (bits | 1 << 52, Int(value.exponentBitPattern) - 1075) : (bits, -1074)
  }

  /// The integer nearest to value · 10^power, of two the larger; nil where 128 bits do not suffice.
  static func round(_ value: Double, timesTenTo power: Int) -> UInt128? {
    guard abs(power) < powers.count else { return nil }
    let (significand, shift) = parts(value)
    let ten = powers[abs(power)]
    let number = UInt128(significand)
    switch (shift >= 0, power >= 0) {
    case (true, true):
      guard shift + 53 + bits(ten) <= 127 else { return nil }
      return (number << shift) * ten
    case (true, false):
      guard shift + 53 <= 126 else { return nil }
      return ((number << (shift + 1)) + ten) / (ten << 1)
    case (false, true):
      // The product has at most 127 bits: shifted by more, less than a half is left.
      guard -shift < 128 else { return 0 }
      return (number * ten + 1 << (-shift - 1)) >> -shift
    case (false, false):
      guard bits(ten) - shift <= 125 else { return 0 }
      let divisor = ten << -shift
      return (number << 1 + divisor) / (divisor << 1)
    }
  }

  /// The decimal digits as ASCII.
  static func digits(_ value: UInt128) -> [UInt8] {
    value <= UInt128(UInt64.max)
      ? digits(UInt64(value)) : Array(String(value).utf8)
  }

  private static func digits(_ value: UInt64) -> [UInt8] {
    var rest = value
    var count = 1
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    rest = value
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in stride(from: count - 1, through: 0, by: -1) {
        buffer[index] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      initialized = count
    }
  }

  private static func bits(_ value: UInt128) -> Int { 128 - value.leadingZeroBitCount }

  /// 10⁰ to 10²²: with a significand of 53 bits the product stays within 127 bits.
  private static let powers: [UInt128] = {
    var powers: [UInt128] = [1]
    for _ in 1...22 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()
}
