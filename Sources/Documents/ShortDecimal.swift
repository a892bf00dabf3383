/// Decimals that are read without rounding: at most 15 digits, of which at most 15 stand behind the point.
///
/// Digits and power of ten are both exact in a Double then, so that one division gives the nearest
/// Double (Clinger, "How to Read Floating Point Numbers Accurately", 1990). Nearly all numbers of data are such.
package enum ShortDecimal {
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The value of bytes that are digits with an optional minus before them and at most one point among them;
  /// nil for anything else, such as more digits or an exponent.
  package static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var amount = 0
    var digits = 0
    var fraction: Int?
    var isNegative = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard digits < 15 else { return nil }
        amount = amount * 10 + Int(byte & 0x0F)
        digits += 1
        fraction? += 1
      case UInt8(ascii: ".") where fraction == nil: fraction = 0
      case UInt8(ascii: "-") where digits == 0 && fraction == nil && !isNegative: isNegative = true
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    let value = Double(amount) / powersOfTen[fraction ?? 0]
    return isNegative ? -value : value
  }
}
