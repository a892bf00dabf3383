/// Steps that d3-format takes on the text of a number.
enum NumberText {
  /// Removes trailing zeros of the fraction, and the point if nothing is left: `1.500e+3` to `1.5e+3`.
  static func trimZeros(_ body: inout [UInt8]) {
    guard let point = body.firstIndex(of: UInt8(ascii: ".")) else { return }
    let end = body[point...].firstIndex(of: UInt8(ascii: "e")) ?? body.endIndex
    var last = end
    while last > point + 1, body[last - 1] == UInt8(ascii: "0") { last -= 1 }
    if last == point + 1 { last = point }
    body.removeSubrange(last..<end)
  }

  /// Whether all digits before an exponent are zeros.
  static func isZero(_ body: [UInt8]) -> Bool {
    for byte in body {
      if byte == UInt8(ascii: "e"), body[0] == UInt8(ascii: "0") { return true }
      if byte != UInt8(ascii: "0"), byte != UInt8(ascii: ".") { return false }
    }
    return true
  }

  /// Where the digits of the integer end: at the point, the exponent, or the word for infinity.
  static func endOfInteger(_ body: [UInt8]) -> Int {
    if body.first == UInt8(ascii: "I") { return 0 }
    return body.firstIndex {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") && isExponent(body)
    }
      ?? body.count
  }

  /// Digits in groups from the right, of at most `width` characters unless the digits need more.
  static func group(_ digits: [UInt8], locale: NumberLocale, within width: Int) -> [UInt8] {
    guard !locale.grouping.isEmpty else { return digits }
    let separator = Array(locale.thousands.utf8.reversed())
    var reversed: [UInt8] = []
    reversed.reserveCapacity(digits.count * 2)
    var rest = digits.count
    var used = 0
    var groups = 0
    while rest > 0 {
      var size = locale.grouping[groups % locale.grouping.count]
      if used > width - size - 1 { size = max(1, width - used) }
      size = min(size, rest)
      if groups > 0 { reversed += separator }
      for index in stride(from: rest - 1, through: rest - size, by: -1) {
        reversed.append(digits[index])
      }
      rest -= size
      groups += 1
      used += size + 1
      if used > width { break }
    }
    reversed.reverse()
    return reversed
  }

  /// The text with the digits of the locale.
  static func withNumerals(_ text: String, locale: NumberLocale) -> String {
    guard let numerals = locale.numerals else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if ("0"..."9").contains(scalar) {
        result += numerals[Int(scalar.value - 48)]
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Tells an exponent from the digit e of a hexadecimal number: a sign follows it.
  private static func isExponent(_ body: [UInt8]) -> Bool {
    body.contains(UInt8(ascii: "+")) || body.contains(UInt8(ascii: "-"))
  }
}
