/// Numbers as plain ASCII text, the same in every place and language.
public enum PlainNumber {
  /// The shortest text that reads back as the same number, written as JSON and ECMAScript do:
  /// `0.1`, `1200`, `1e+21`, `1.5e-7`; `NaN`, `Infinity` and `-Infinity` for the rest.
  public static func text(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value == 0 { return "0" }
    let sign = value < 0 ? "-" : ""
    guard value.isFinite else { return sign + "Infinity" }
    return sign + String(decoding: bytes(value.magnitude), as: UTF8.self)
  }

  /// The text of a positive finite number.
  static func bytes(_ value: Double) -> [UInt8] {
    let digits = DecimalDigits.shortest(value)
    return -7 < digits.exponent && digits.exponent < 21 ? digits.plain : digits.scientific
  }
}

extension DecimalDigits {
  /// Decimal notation: `120`, `1.2`, `0.012`.
  var plain: [UInt8] {
    let zero = UInt8(ascii: "0")
    if exponent < 0 {
      return [zero, UInt8(ascii: ".")] + [UInt8](repeating: zero, count: -exponent - 1) + digits
    }
    if digits.count <= exponent + 1 {
      return digits + [UInt8](repeating: zero, count: exponent + 1 - digits.count)
    }
    return digits[...exponent] + [UInt8(ascii: ".")] + digits[(exponent + 1)...]
  }

  /// Exponent notation: `1.2e+3`.
  var scientific: [UInt8] {
    var text = Array(digits.prefix(1))
    if digits.count > 1 { text += [UInt8(ascii: ".")] + digits.dropFirst() }
    text += exponent < 0 ? "e-".utf8 : "e+".utf8
    return text + Array(String(abs(exponent)).utf8)
  }
}
