/// The decimal digits of a positive finite number: d₁.d₂d₃… × 10^exponent.
struct DecimalDigits {
  /// The digits as ASCII, at least one.
  var digits: [UInt8]
  /// The power of ten of the first digit.
  var exponent: Int

  /// The fewest digits that tell the number from its neighbours.
  static func shortest(_ value: Double) -> DecimalDigits {
    var digits: [UInt8] = []
    var point: Int?
    var written = 0
    var text = value.description.utf8[...]
    if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
      written = Int(String(Substring(text[text.index(after: mark)...]))) ?? 0
      text = text[..<mark]
    }
    for byte in text {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
    }
    var exponent = (point ?? digits.count) - 1 + written
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(min(zeros, digits.count - 1))
    exponent -= zeros
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return DecimalDigits(digits: digits, exponent: exponent)
  }

  /// `count` significant digits, rounded half away from zero on the exact binary value.
  static func significant(_ value: Double, count: Int) -> DecimalDigits {
    // Never above the true exponent, at most one below: log₁₀2 is 0.30103 = 1233/4096.
    var exponent = (Int(value.exponent) * 1233) >> 12
    for _ in 0..<2 {
      guard let scaled = ScaledInteger.round(value, timesTenTo: count - 1 - exponent) else { break }
      let digits = ScaledInteger.digits(scaled)
      if digits.count <= count { return DecimalDigits(digits: digits, exponent: exponent) }
      exponent += 1
    }
    return exact(value).rounded(to: count)
  }

  /// `count` digits, the last rounded half up, zeros where the number has fewer; none or less than
  /// none leaves zero or one digit, as the number rounds to nothing or to a power of ten.
  func rounded(to count: Int) -> DecimalDigits {
    if digits.count <= max(count, 0) {
      let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: count - digits.count)
      return DecimalDigits(digits: digits + zeros, exponent: exponent)
    }
    var kept = Array(digits.prefix(max(count, 0)))
    guard count >= 0, digits[count] >= UInt8(ascii: "5") else {
      return DecimalDigits(digits: kept, exponent: exponent)
    }
    var index = kept.count - 1
    while index >= 0, kept[index] == UInt8(ascii: "9") {
      kept[index] = UInt8(ascii: "0")
      index -= 1
    }
    if index >= 0 {
      kept[index] += 1
      return DecimalDigits(digits: kept, exponent: exponent)
    }
    if !kept.isEmpty { kept.removeLast() }
    return DecimalDigits(digits: [UInt8(ascii: "1")] + kept, exponent: exponent + 1)
  }

  /// All digits of the binary value: an integer is multiplied out, a fraction m / 2ᵏ is m · 5ᵏ / 10ᵏ.
  static func exact(_ value: Double) -> DecimalDigits {
    let (significand, power) = ScaledInteger.parts(value)
    var limbs = [UInt32(significand % 1_000_000_000), UInt32(significand / 1_000_000_000)]
    let base: UInt64 = power < 0 ? 5 : 2
    let step = power < 0 ? 12 : 29  // the largest powers of 5 and 2 below 10⁹ · 2³²
    var left = abs(power)
    while left > 0 {
      let times = min(left, step)
      multiply(&limbs, by: (0..<times).reduce(1) { product, _ in product * base })
      left -= times
    }
    var digits: [UInt8] = []
    for (index, limb) in limbs.reversed().enumerated() {
      let text = String(limb).utf8
      if index > 0 {
        digits += [UInt8](repeating: UInt8(ascii: "0"), count: 9 - text.count)
      }
      digits += text
    }
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(min(zeros, digits.count - 1))
    return DecimalDigits(digits: digits, exponent: digits.count - 1 + min(power, 0))
  }

  /// Multiplies a number in base 10⁹, least significant limb first.
  private static func multiply(_ limbs: inout [UInt32], by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * factor + carry
      limbs[index] = UInt32(product % 1_000_000_000)
      carry = product / 1_000_000_000
    }
    while carry > 0 {
      limbs.append(UInt32(carry % 1_000_000_000))
      carry /= 1_000_000_000
    }
  }
}
