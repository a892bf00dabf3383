/// One token of an SQL text, without blanks and comments.
struct SQLToken: Sendable, Equatable {
  enum Kind: Sendable {
    case word
    case quotedName
    case string
    case number
    case parameter
    case symbol
    /// A quote or a comment that does not end.
    case unterminated
  }

  let kind: Kind
  /// The text: words in lower case, quoted names without their quotes, the rest as written.
  let text: String
  /// Where it stands, in bytes of UTF-8.
  let range: Range<Int>

  /// Whether it names something: a table, a column, a function.
  var isName: Bool { kind == .word || kind == .quotedName }

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
  func isWord(_ word: String) -> Bool { kind == .word && text == word }
}

/// Splits SQL into tokens by SQLite's rules; what is no token at all is left for SQLite to report.
struct SQLLexer {
  private let bytes: [UInt8]
  private var next = 0

  private init(_ sql: String) {
    bytes = Array(sql.utf8)
  }

  static func tokens(of sql: String) -> [SQLToken] {
    var lexer = SQLLexer(sql)
    var tokens: [SQLToken] = []
    while let token = lexer.token() { tokens.append(token) }
    return tokens
  }

  private mutating func token() -> SQLToken? {
    while next < bytes.count {
      switch bytes[next] {
      case UInt8(ascii: " "), 9, 10, 12, 13:
        next += 1
      case UInt8(ascii: "-") where byte(1) == UInt8(ascii: "-"):
        while next < bytes.count, bytes[next] != 10 { next += 1 }
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
        if let unterminated = blockComment() { return unterminated }
      case UInt8(ascii: "'"):
        return quoted(by: UInt8(ascii: "'"), .string)
      case UInt8(ascii: "\""), UInt8(ascii: "`"):
        return quoted(by: bytes[next], .quotedName)
      case UInt8(ascii: "["):
        return quoted(by: UInt8(ascii: "]"), .quotedName)
      case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "?"):
        return run(.parameter, while: isNamePart)
      case let digit where isDigit(digit) || digit == UInt8(ascii: ".") && isDigit(byte(1)):
        return run(.number) { isNamePart($0) || $0 == UInt8(ascii: ".") }
      case let first where isNamePart(first):
        return run(.word, while: isNamePart)
      default:
        return run(.symbol) { _ in false }
      }
    }
    return nil
  }

  private func byte(_ ahead: Int) -> UInt8 {
    next + ahead < bytes.count ? bytes[next + ahead] : 0
  }

  /// Takes one byte and those after it that fit.
  private mutating func run(_ kind: SQLToken.Kind, while fits: (UInt8) -> Bool) -> SQLToken {
    let start = next
    next += 1
    while next < bytes.count, fits(bytes[next]) { next += 1 }
    let text = String(decoding: bytes[start..<next], as: UTF8.self)
    return SQLToken(kind: kind, text: kind == .word ? text.lowercased() : text, range: start..<next)
  }

  /// Takes a quoted text; a doubled quote stands for one (not in brackets).
  private mutating func quoted(by quote: UInt8, _ kind: SQLToken.Kind) -> SQLToken {
    let start = next
    var content: [UInt8] = []
    next += 1
    while next < bytes.count {
      if bytes[next] != quote {
        content.append(bytes[next])
        next += 1
      } else if quote != UInt8(ascii: "]"), byte(1) == quote {
        content.append(quote)
        next += 2
      } else {
        next += 1
        return SQLToken(
          kind: kind, text: String(decoding: content, as: UTF8.self), range: start..<next)
      }
    }
    return SQLToken(
      kind: .unterminated, text: String(decoding: [bytes[start]], as: UTF8.self),
      range: start..<start + 1)
  }

  /// Skips a comment; gives a token only where it does not end.
  private mutating func blockComment() -> SQLToken? {
    let start = next
    next += 2
    while next < bytes.count {
      if bytes[next] == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        next += 2
        return nil
      }
      next += 1
    }
    return SQLToken(kind: .unterminated, text: "/*", range: start..<start + 2)
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

/// Letters, digits, `_`, `$` and everything beyond ASCII, as SQLite has it.
private func isNamePart(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "_"), UInt8(ascii: "$"), 128...255:
    true
  default: isDigit(byte)
  }
}
