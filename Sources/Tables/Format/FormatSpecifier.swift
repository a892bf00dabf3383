/// The parts of a d3-format string: `[[fill]align][sign][symbol][0][width][,][.precision][~][type]`.
public struct FormatSpecifier: Hashable, Sendable {
  /// What the number looks like.
  public enum Kind: Character, Sendable {
    /// Up to twelve significant digits without trailing zeros: no letter given.
    case general = " "
    /// Exponent notation.
    case exponent = "e"
    /// Fixed-point notation.
    case fixed = "f"
    /// Decimal or exponent notation, rounded to significant digits.
    case significant = "g"
    /// Like `g`, with grouping.
    case grouped = "n"
    /// Decimal notation, rounded to significant digits.
    case rounded = "r"
    /// Decimal notation with an SI prefix, rounded to significant digits.
    case prefixed = "s"
    /// Multiplied by 100, fixed-point, with a percent sign.
    case percent = "%"
    /// Multiplied by 100, rounded to significant digits, with a percent sign.
    case roundedPercent = "p"
    /// Binary, rounded to an integer.
    case binary = "b"
    /// Octal, rounded to an integer.
    case octal = "o"
    /// Decimal, rounded to an integer.
    case decimal = "d"
    /// Hexadecimal with lower-case letters, rounded to an integer.
    case hexadecimal = "x"
    /// Hexadecimal with upper-case letters, rounded to an integer.
    case upperHexadecimal = "X"
    /// The text as it is.
    case character = "c"

    /// Whether the precision counts significant digits.
    var countsSignificantDigits: Bool {
      switch self {
      case .significant, .roundedPercent, .rounded, .prefixed, .grouped, .general: true
      default: false
      }
    }

    /// The letter of the base in front of binary, octal and hexadecimal numbers (`#`).
    var baseLetter: Character? {
      switch self {
      case .binary: "b"
      case .octal: "o"
      case .hexadecimal, .upperHexadecimal: "x"
      default: nil
      }
    }

    /// Whether the sign `%` follows the number.
    public var isPercent: Bool { self == .percent || self == .roundedPercent }
  }

  /// What fills the width; a blank unless given.
  public var fill: Character = " "
  /// Where the number stands in its width: `>`, `<`, `^`, or `=` for padding after sign and symbol.
  public var align: Character = ">"
  /// `-` for negative numbers only, `+` for both signs, `(` for parentheses, ` ` for a blank.
  public var sign: Character = "-"
  /// `$` for the locale's currency, `#` for the base's prefix, nil for neither.
  public var symbol: Character?
  /// Whether zeros fill the width.
  public var zero = false
  /// The least number of characters.
  public var width: Int?
  /// Whether digits are grouped.
  public var comma = false
  /// Digits after the point or significant digits, by `kind`.
  public var precision: Int?
  /// Whether insignificant trailing zeros are left out.
  public var trim = false
  /// What the number looks like.
  public var kind = Kind.general

  /// The parts of a written format; throws where it is none.
  public init(_ specifier: String) throws(FormatError) {
    var rest = Substring(specifier)
    readAlignment(&rest)
    if let character = take(&rest, "-+( ") { sign = character }
    symbol = take(&rest, "$#")
    zero = take(&rest, "0") != nil
    if let digits = takeDigits(&rest) {
      guard let number = Int(digits), number <= 1000 else {
        throw FormatError(specifier, "a width of at most 1000 is possible")
      }
      width = number
    }
    comma = take(&rest, ",") != nil
    if take(&rest, ".") != nil {
      guard let digits = takeDigits(&rest) else {
        throw FormatError(specifier, "a number of digits must follow the point")
      }
      precision = min(Int(digits) ?? 100, 100)
    }
    trim = take(&rest, "~") != nil
    if let letter = rest.first {
      guard let known = Kind(rawValue: letter), known != .general else {
        throw FormatError(specifier, "“\(letter)” is no format type")
      }
      kind = known
      rest.removeFirst()
    }
    guard rest.isEmpty else {
      throw FormatError(specifier, "“\(rest)” is left over")
    }
  }

  /// Takes `[[fill]align]`: an alignment sign in the second place makes the first the fill.
  private mutating func readAlignment(_ rest: inout Substring) {
    let alignments = "<>=^"
    if let second = rest.dropFirst().first, alignments.contains(second), let first = rest.first {
      fill = first
      align = second
      rest.removeFirst(2)
    } else if let first = take(&rest, alignments) {
      align = first
    }
  }
}

/// Takes the first character off if it is one of `characters`.
private func take(_ rest: inout Substring, _ characters: String) -> Character? {
  guard let first = rest.first, characters.contains(first) else { return nil }
  rest.removeFirst()
  return first
}

/// Takes the leading ASCII digits off.
private func takeDigits(_ rest: inout Substring) -> Substring? {
  let digits = rest.prefix { $0.isASCII && $0.isNumber }
  guard !digits.isEmpty else { return nil }
  rest.removeFirst(digits.count)
  return digits
}
