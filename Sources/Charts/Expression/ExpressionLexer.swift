/// Cuts an expression's text into tokens (Vega's expression language, a subset of JavaScript's grammar).
struct ExpressionLexer {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  private static let symbols: [[Unicode.Scalar]] = [
    ">>>", "===", "!==", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "(", ")", "[", "]", "{",
    "}", ",", ".", "?", ":", "+", "-", "*", "/", "%", "!", "~", "<", ">", "&", "|", "^",
  ].map { Array($0.unicodeScalars) }

  /// The next token; where `allowsPattern`, a slash begins a regular expression.
  mutating func next(allowsPattern: Bool) throws(ExpressionFault) -> ExpressionToken {
    while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
    let start = place
    guard place < scalars.count else { return token(.end, start) }
    let scalar = scalars[place]
    if isDigit(scalar)
      || (scalar == "." && place + 1 < scalars.count && isDigit(scalars[place + 1]))
    {
      return try number()
    }
    if scalar == "'" || scalar == "\"" { return try text(quote: scalar) }
    if isNameStart(scalar) {
      while place < scalars.count, isNamePart(scalars[place]) { place += 1 }
      return token(.name(string(start..<place)), start)
    }
    if scalar == "/", allowsPattern { return try pattern() }
    for symbol in Self.symbols where scalars[place...].starts(with: symbol) {
      place += symbol.count
      return token(.symbol(string(start..<place)), start)
    }
    throw fault(
      start, start + 1, "a character has no meaning here", found: string(start..<start + 1))
  }

  private mutating func number() throws(ExpressionFault) -> ExpressionToken {
    let start = place
    let isPrefixed =
      scalars[place] == "0" && place + 1 < scalars.count
      && "xXoObB".unicodeScalars.contains(scalars[place + 1])
    if isPrefixed {
      place += 2
      while place < scalars.count, isNamePart(scalars[place]) { place += 1 }
    } else {
      skipDigits()
      if place < scalars.count, scalars[place] == "." {
        place += 1
        skipDigits()
      }
      if place < scalars.count, scalars[place] == "e" || scalars[place] == "E" {
        place += 1
        if place < scalars.count, scalars[place] == "+" || scalars[place] == "-" { place += 1 }
        skipDigits()
      }
    }
    let written = string(start..<place)
    let value = JavaScriptNumber.number(written)
    guard !value.isNaN, place >= scalars.count || !isNameStart(scalars[place]) else {
      throw fault(
        start, place + 1, "a number is malformed",
        found: string(start..<min(place + 1, scalars.count)))
    }
    return token(.number(value), start)
  }

  private mutating func text(quote: Unicode.Scalar) throws(ExpressionFault) -> ExpressionToken {
    let start = place
    var content: [UInt16] = []
    place += 1
    while place < scalars.count, scalars[place] != quote {
      if scalars[place] == "\\" {
        place += 1
        content += try escaped(from: start)
      } else {
        content += Array(String(scalars[place]).utf16)
        place += 1
      }
    }
    guard place < scalars.count else {
      throw fault(start, scalars.count, "a text has no closing quote", expected: String(quote))
    }
    place += 1
    return token(.text(String(decoding: content, as: UTF16.self)), start)
  }

  /// The UTF-16 units of the escape behind a backslash.
  private mutating func escaped(from start: Int) throws(ExpressionFault) -> [UInt16] {
    guard place < scalars.count else {
      throw fault(start, place, "a text has no closing quote")
    }
    let scalar = scalars[place]
    place += 1
    switch scalar {
    case "n": return [10]
    case "t": return [9]
    case "r": return [13]
    case "b": return [8]
    case "f": return [12]
    case "v": return [11]
    case "0": return [0]
    case "x": return [try hexadecimal(2)]
    case "u": return [try hexadecimal(4)]
    default: return Array(String(scalar).utf16)
    }
  }

  private mutating func hexadecimal(_ count: Int) throws(ExpressionFault) -> UInt16 {
    let end = place + count
    guard end <= scalars.count, let value = UInt16(string(place..<end), radix: 16) else {
      throw fault(
        place - 2, min(end, scalars.count), "an escape is malformed",
        expected: "\(count) hexadecimal digits")
    }
    place = end
    return value
  }

  private mutating func pattern() throws(ExpressionFault) -> ExpressionToken {
    let start = place
    place += 1
    var isInClass = false
    while place < scalars.count, scalars[place] != "/" || isInClass {
      if scalars[place] == "\\" {
        place += 1
      } else if scalars[place] == "[" {
        isInClass = true
      } else if scalars[place] == "]" {
        isInClass = false
      }
      place += 1
    }
    guard place < scalars.count else {
      throw fault(start, scalars.count, "a regular expression has no closing slash", expected: "/")
    }
    let body = string(start + 1..<place)
    place += 1
    let flags = place
    while place < scalars.count, isNamePart(scalars[place]) { place += 1 }
    return token(.pattern(body, flags: string(flags..<place)), start)
  }

  private mutating func skipDigits() {
    while place < scalars.count, isDigit(scalars[place]) { place += 1 }
  }

  private func token(_ kind: ExpressionToken.Kind, _ start: Int) -> ExpressionToken {
    ExpressionToken(kind: kind, start: start, end: place)
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "$" || scalar.properties.isAlphabetic
  }

  private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || isDigit(scalar)
  }

  private func fault(
    _ start: Int, _ end: Int, _ summary: String, found: String? = nil, expected: String? = nil
  ) -> ExpressionFault {
    ExpressionFault(
      id: "expression.syntax", start: start, end: end, summary: summary, found: found,
      expected: expected)
  }
}
