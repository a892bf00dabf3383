import Documents

/// The types of plain scalars by the core schema of YAML 1.2.2 (section 10.3.2), so that `no`, `12:30`
/// and `2024-02-30` are texts.
enum CoreSchema {
  /// What a plain scalar means; nil for an infinity, a NaN or a number beyond the range of Double.
  static func value(of text: String) -> DocumentNode.Value? {
    guard let first = text.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      return number(text)
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
      UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      return word(text)
    default:
      return .string(text)
    }
  }

  private static func word(_ text: String) -> DocumentNode.Value {
    switch text {
    case "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .boolean(true)
    case "false", "False", "FALSE": .boolean(false)
    default: .string(text)
    }
  }

  private static func number(_ text: String) -> DocumentNode.Value? {
    if let unsigned = based(text) {
      return unsigned.isFinite ? .number(unsigned, literal: text) : nil
    }
    var text = text
    let form = text.withUTF8 { DecimalForm($0) }
    switch form {
    case .integer(let value): return .number(value, literal: text)
    case .decimal:
      // A plus sign and a bare point are YAML's; the rest is what Double reads.
      guard let value = Double(text), value.isFinite else { return nil }
      return .number(value, literal: text)
    case .notFinite: return nil
    case .none: return .string(text)
    }
  }

  /// The value of `0x…` and `0o…`, else nil.
  private static func based(_ text: String) -> Double? {
    let radix: UInt8 = text.hasPrefix("0x") ? 16 : text.hasPrefix("0o") ? 8 : 0
    guard radix > 0, text.utf8.count > 2 else { return nil }
    var value = 0.0
    for byte in text.utf8.dropFirst(2) {
      guard let digit = digit(byte), digit < radix else { return nil }
      value = value * Double(radix) + Double(digit)
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// What a plain scalar that begins like a number is.
private enum DecimalForm {
  /// `[-+]?[0-9]+`, small enough to be exact.
  case integer(Double)
  /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
  case decimal
  /// `[-+]?\.inf` or `.nan`.
  case notFinite
  /// Something else.
  case none

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    func take(_ a: UInt8, _ b: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == a || bytes[index] == b else { return false }
      index += 1
      return true
    }
    func digits() -> Int {
      let start = index
      while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
      return index - start
    }

    let isSigned = take(UInt8(ascii: "-"), UInt8(ascii: "+"))
    let whole = digits()
    if index == bytes.count, whole > 0, whole <= 15 {
      let amount = bytes.suffix(whole).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
      self = .integer(bytes[0] == UInt8(ascii: "-") ? -Double(amount) : Double(amount))
      return
    }
    if take(UInt8(ascii: "."), UInt8(ascii: ".")) {
      if whole == 0, Self.isWord(bytes[index...], isSigned: isSigned) {
        self = .notFinite
        return
      }
      if digits() == 0, whole == 0 {
        self = .none
        return
      }
    } else if whole == 0 {
      self = .none
      return
    }
    if take(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "-"), UInt8(ascii: "+"))
      if digits() == 0 {
        self = .none
        return
      }
    }
    self = index == bytes.count ? .decimal : .none
  }

  /// Whether the bytes after the point spell an infinity, or without a sign NaN.
  private static func isWord(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, isSigned: Bool
  ) -> Bool {
    guard bytes.count == 3 else { return false }
    switch String(decoding: bytes, as: UTF8.self) {
    case "inf", "Inf", "INF": return true
    case "nan", "NaN", "NAN": return !isSigned
    default: return false
    }
  }
}
