/// Numbers as pictures have them: the shortest decimal within 0.0005 of the value, no exponent, no
/// negative zero, and 0 for what is no number.
enum SVGNumber {
  /// The text of a number.
  static func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts the text of a number behind what is there.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    guard value.isFinite else {
      bytes.append(zero)
      return
    }
    let bounded = max(-1e12, min(1e12, value))
    let thousandths = Int((abs(bounded) * 1000).rounded())
    guard thousandths != 0 else {
      bytes.append(zero)
      return
    }
    // From the last digit to the first, then added at once: a sign, 13 digits, a point, 3 digits.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var start = digits.count
      func put(_ byte: UInt8) {
        start -= 1
        digits[start] = byte
      }
      var fraction = thousandths % 1000
      if fraction != 0 {
        for place in 1...3 {
          if fraction % 10 != 0 || start < digits.count { put(zero + UInt8(fraction % 10)) }
          fraction /= 10
          if place == 3 { put(UInt8(ascii: ".")) }
        }
      }
      var whole = thousandths / 1000
      repeat {
        put(zero + UInt8(whole % 10))
        whole /= 10
      } while whole > 0
      if bounded < 0 { put(UInt8(ascii: "-")) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  private static let zero = UInt8(ascii: "0")
}
