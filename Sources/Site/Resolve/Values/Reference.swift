import Diagnostics

/// The name of one cell: `output[country=China, year=2024].tonnes`.
struct Reference: Hashable, Sendable {
  /// Which row is meant.
  enum Row: Hashable, Sendable {
    /// The first, which must be settled by an order.
    case first
    /// By its place from 1, or from the end where negative.
    case number(Int)
    /// The one row whose columns have these values.
    case matching([Condition])
  }

  /// A column that has a value.
  struct Condition: Hashable, Sendable {
    var column: String
    var text: String
  }

  /// The query or table.
  var name: String
  /// The row.
  var row: Row
  /// The column; nil where the result has one only.
  var column: String?

  /// The reference in its plainest form: the same for all ways to write it.
  var canonical: String {
    var text = name
    switch row {
    case .first: break
    case .number(let number): text += "[\(number)]"
    case .matching(let conditions):
      let parts = conditions.map { "\(Self.quoted($0.column))=\(Self.quotedText($0.text))" }
      text += "[\(parts.joined(separator: ", "))]"
    }
    if let column { text += ".\(Self.quoted(column))" }
    return text
  }

  private static func quoted(_ column: String) -> String {
    column.unicodeScalars.allSatisfy(\.isNamePart) && !column.isEmpty
      ? column : QuotedText.quoted(column)
  }

  private static func quotedText(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && !text.unicodeScalars.contains { $0 == "," || $0 == "]" || $0 == "\"" }
    return isPlain ? text : QuotedText.quoted(text)
  }
}

/// Texts in double quotes, a doubled quote for one; scalar by scalar, as a quote and a combining mark
/// make one character.
enum QuotedText {
  /// The text in quotes.
  static func quoted(_ text: String) -> String {
    let doubled = text.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
    return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
  }

  /// What stands between the quotes.
  static func content(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    var isSecond = false
    for scalar in scalars {
      if scalar == "\"", isSecond {
        isSecond = false
        continue
      }
      text.append(scalar)
      isSecond = scalar == "\""
    }
    return String(text)
  }
}

/// A reference with the places of its parts, in scalars of the text that holds it.
struct PlacedReference: Sendable {
  var reference: Reference
  /// All of it.
  var range: Range<Int>
  /// The name of the query or table.
  var nameRange: Range<Int>
  /// What stands between the brackets; nil without.
  var rowRange: Range<Int>?
  /// The columns of the conditions.
  var conditionRanges: [Range<Int>] = []
  /// The column; nil without.
  var columnRange: Range<Int>?
}

/// How a value is to be shown: `.1% in kt unit else "not known"`.
struct ValueDisplay: Hashable, Sendable {
  /// Whether the unit follows the number.
  enum UnitForm: Hashable, Sendable {
    /// The symbol: `t`.
    case symbol
    /// The long name: `tonnes`.
    case name
  }

  /// A d3-format or d3-time-format string.
  var format: String?
  /// The unit to convert to.
  var unit: String?
  /// Whether the unit is shown.
  var unitForm: UnitForm?
  /// What stands for a value that is missing.
  var alternative: String?
}

/// A value in a text: what it refers to and how it is shown.
struct ValueExpression: Sendable {
  var reference: PlacedReference
  var display = ValueDisplay()
  /// The place of the format.
  var formatRange: Range<Int>?
  /// The place of the unit to convert to.
  var unitRange: Range<Int>?
}

extension Unicode.Scalar {
  /// Whether the scalar may stand in a name that needs no quotes.
  var isNamePart: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: value > 0x7F && properties.isAlphabetic
    }
  }

  /// Whether the scalar may begin a name that needs no quotes.
  var isNameStart: Bool { isNamePart && !("0"..."9" ~= self) }

  /// Whether the scalar is a blank of the grammar.
  var isBlank: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }
}
