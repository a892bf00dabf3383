/// Reads numbers from cells: the decimals of XML Schema, with the characters of the field.
struct NumberCell {
  private let syntax: FieldSchema.NumberSyntax

  init(_ syntax: FieldSchema.NumberSyntax) {
    self.syntax = syntax
  }

  /// A whole number; nil where the cell holds none, or one beyond 64 bits.
  func integer(_ cell: String) -> Int? {
    Int(plain(cell, decimalMark: nil))
  }

  /// A finite number; nil where the cell holds none.
  func number(_ cell: String) -> Double? {
    let text = plain(cell, decimalMark: syntax.decimalChar)
    guard isDecimal(text), let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// The number with point and without groups, blanks and what surrounds it.
  private func plain(_ cell: String, decimalMark: Unicode.Scalar?) -> String {
    if isPlain(cell), decimalMark ?? "." == "." { return cell }
    var scalars = cell.unicodeScalars[...]
    if syntax.bareNumber {
      scalars = trimmed(scalars) { !" \t".unicodeScalars.contains($0) }
    } else {
      scalars = trimmed(scalars) { isDigit($0) || $0 == "-" }
      while let last = scalars.last, !isDigit(last) { scalars.removeLast() }
    }
    var text = ""
    var previous: Unicode.Scalar = " "
    for scalar in scalars {
      // A group character stands between digits of the integer; elsewhere it makes the text no number.
      if scalar == syntax.groupChar, isDigit(previous), !text.contains(".") { continue }
      previous = scalar
      switch scalar {
      case decimalMark: text += "."
      case ".": text += "?"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private func trimmed(
    _ scalars: Substring.UnicodeScalarView, to keeps: (Unicode.Scalar) -> Bool
  ) -> Substring.UnicodeScalarView {
    var rest = scalars
    while let first = rest.first, !keeps(first) { rest.removeFirst() }
    while let last = rest.last, syntax.bareNumber, !keeps(last) { rest.removeLast() }
    return rest
  }

  /// Whether the text is digits with at most sign and point, as nearly all numbers are.
  private func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    } && syntax.groupChar == nil
  }

  /// Whether the text is a decimal number of XML Schema: no hexadecimal, no words.
  private func isDecimal(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || "+-.eE".utf8.contains($0)
    }
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
