import Documents

/// Numbers as JavaScript writes and reads them.
package enum JavaScriptNumber {
  /// A number as `String(x)` gives it: the shortest digits that read back, an exponent from 1e21 and
  /// below 1e-6 (ECMA-262, Number::toString).
  package static func text(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if value == 0 { return "0" }
    if value.magnitude < 1e15, value == value.rounded() { return String(Int(value)) }
    let (digits, point) = shortest(value.magnitude)
    return (value < 0 ? "-" : "") + layout(digits, point: point)
  }

  /// The significant digits of a positive number and the place of its decimal point among them.
  package static func shortest(_ value: Double) -> (digits: String, point: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var point: Int?
    var rest = Substring(value.description)
    if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      exponent = Int(rest[rest.index(after: mark)...]) ?? 0
      rest = rest[..<mark]
    }
    for byte in rest.utf8 {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
    }
    var place = (point ?? digits.count) + exponent
    while digits.count > 1, digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      place -= 1
    }
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (String(decoding: digits, as: UTF8.self), place)
  }

  private static func layout(_ digits: String, point: Int) -> String {
    let count = digits.utf8.count
    switch point {
    case 1...21 where count <= point:
      return digits + String(repeating: "0", count: point - count)
    case 1...21:
      return digits.prefix(point) + "." + digits.dropFirst(point)
    case -5...0:
      return "0." + String(repeating: "0", count: -point) + digits
    default:
      let exponent = point - 1
      let mantissa = count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst()
      return mantissa + (exponent < 0 ? "e-" : "e+") + String(exponent.magnitude)
    }
  }

  /// A text as `Number(text)` reads it: blanks around it are ignored, an empty text is 0, hexadecimal,
  /// octal and binary are known, everything else is NaN.
  package static func number(_ text: some StringProtocol) -> Double {
    if let short = text.utf8.withContiguousStorageIfAvailable(ShortDecimal.value) ?? nil {
      return short
    }
    let trimmed = trim(text)
    guard let first = trimmed.utf8.first else { return 0 }
    if first == UInt8(ascii: "0"), trimmed.utf8.count > 2 {
      let body = trimmed.dropFirst(2)
      switch trimmed.utf8[trimmed.utf8.index(after: trimmed.startIndex)] {
      case UInt8(ascii: "x"), UInt8(ascii: "X"): return digits(body, radix: 16)
      case UInt8(ascii: "o"), UInt8(ascii: "O"): return digits(body, radix: 8)
      case UInt8(ascii: "b"), UInt8(ascii: "B"): return digits(body, radix: 2)
      default: break
      }
    }
    switch trimmed {
    case "Infinity", "+Infinity": return .infinity
    case "-Infinity": return -.infinity
    default: break
    }
    guard isDecimal(trimmed) else { return .nan }
    return Double(trimmed) ?? .nan
  }

  /// Whether a text is a decimal literal: sign, digits with at most one point, exponent.
  package static func isDecimal(_ text: some StringProtocol) -> Bool {
    var digits = 0
    var sawPoint = false
    var iterator = text.utf8.makeIterator()
    var byte = iterator.next()
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { byte = iterator.next() }
    while let current = byte {
      if isDigit(current) {
        digits += 1
      } else if current == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
      } else {
        break
      }
      byte = iterator.next()
    }
    guard digits > 0 else { return false }
    guard let mark = byte else { return true }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
    byte = iterator.next()
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { byte = iterator.next() }
    var exponentDigits = 0
    while let current = byte {
      guard isDigit(current) else { return false }
      exponentDigits += 1
      byte = iterator.next()
    }
    return exponentDigits > 0
  }

  /// A text without JavaScript's white space at its ends.
  package static func trim<Text: StringProtocol>(_ text: Text) -> Substring {
    let scalars = text.unicodeScalars
    if let first = scalars.first, let last = scalars.last, isInk(first), isInk(last) {
      return Substring(text)
    }
    guard let start = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return Substring(text[start..<scalars.index(after: last)])
  }

  /// Whether a scalar is an ASCII character that prints: the usual ends of a text.
  private static func isInk(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value < 0x7F
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}"
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func digits(_ text: Substring, radix: Int) -> Double {
    var value = 0.0
    for character in text {
      guard character.isASCII, let digit = character.hexDigitValue, digit < radix else {
        return .nan
      }
      value = value * Double(radix) + Double(digit)
    }
    return text.isEmpty ? .nan : value
  }
}
