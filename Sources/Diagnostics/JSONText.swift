/// The one place that knows how a text is written in JSON (RFC 8259, section 7).
package enum JSONText {
  /// Appends `text` in quotes, escaping the quote, the backslash and the control characters.
  ///
  /// With `isEmbedded`, also `<`, `>`, `&`, U+2028 and U+2029, so that the result can stand inside an
  /// HTML `script` element.
  package static func appendQuoted(
    _ text: String, to out: inout String, isEmbedded: Bool = false
  ) {
    out.append("\"")
    var text = text
    let isPlain = text.withUTF8 { bytes in
      bytes.allSatisfy { isPlainByte($0) && !(isEmbedded && isRiskyByte($0)) }
    }
    if isPlain {
      out.append(text)
    } else {
      for scalar in text.unicodeScalars { append(scalar, to: &out, isEmbedded: isEmbedded) }
    }
    out.append("\"")
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout String, isEmbedded: Bool) {
    switch scalar {
    case "\"": out.append("\\\"")
    case "\\": out.append("\\\\")
    case "\n": out.append("\\n")
    case "\r": out.append("\\r")
    case "\t": out.append("\\t")
    case _ where scalar.value < 0x20: appendEscape(scalar, to: &out)
    case "<", ">", "&", "\u{2028}", "\u{2029}":
      if isEmbedded { appendEscape(scalar, to: &out) } else { out.unicodeScalars.append(scalar) }
    default: out.unicodeScalars.append(scalar)
    }
  }

  private static func appendEscape(_ scalar: Unicode.Scalar, to out: inout String) {
    let digits = String(scalar.value, radix: 16)
    out.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }

  private static func isPlainByte(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// `<`, `>`, `&`, or the first byte of U+2028 and U+2029.
  private static func isRiskyByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
      || byte == 0xE2
  }
}
