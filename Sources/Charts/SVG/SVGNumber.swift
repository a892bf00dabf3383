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
    var thousandths = Int((abs(bounded) * 1000).rounded())
    guard thousandths != 0 else {
      bytes.append(zero)
      return
    }
    if bounded < 0 { bytes.append(UInt8(ascii: "-")) }
    let whole = thousandths / 1000
    thousandths %= 1000
    if whole != 0 || thousandths == 0 { append(whole, to: &bytes) } else { bytes.append(zero) }
    guard thousandths != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(zero + UInt8(thousandths / 100))
    if thousandths % 100 != 0 { bytes.append(zero + UInt8(thousandths / 10 % 10)) }
    if thousandths % 10 != 0 { bytes.append(zero + UInt8(thousandths % 10)) }
  }

  private static let zero = UInt8(ascii: "0")

  private static func append(_ whole: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = whole
    repeat {
      bytes.append(zero + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
