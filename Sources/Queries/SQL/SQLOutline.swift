/// What can be read off an SQL text without compiling it: its tables, its own subquery names, its
/// parameters, its order, its branches.
///
/// SQLite stays the judge of the language; the outline is for what SQLite does not tell: where a table
/// stands, whether the rows are ordered, where other queries can be put in front.
struct SQLOutline: Sendable {
  /// A table named in a FROM clause or after IN.
  struct Reference: Sendable {
    var name: String
    var range: Range<Int>
    /// The named subquery in whose body it stands; nil in the rest of the text.
    var owner: Int?
    /// Whether it is called as a function: `json_each(…)`.
    var isCall: Bool
  }

  /// A subquery named by WITH.
  struct Definition: Sendable {
    var name: String
    var range: Range<Int>
    /// How many columns the text gives it; nil where it gives none.
    var columnCount: Int?
    /// Where its body begins, in bytes.
    var bodyStart = 0
    /// Whether its body is compound: UNION and the like.
    var isCompound = false
  }

  /// A term of the outer ORDER BY.
  enum OrderTerm: Sendable, Equatable {
    /// The place of a result column, from 0.
    case position(Int)
    /// The name of a result column or of a table's column.
    case name(String)
    /// Anything else.
    case expression
  }

  /// Why the text can be no query, and where.
  struct Fault: Sendable {
    var summary: String
    var remedy: String?
    var range: Range<Int>
  }

  var tokens: [SQLToken] = []
  var references: [Reference] = []
  var definitions: [Definition] = []
  var parameters: [SQLToken] = []
  /// The terms of the outer ORDER BY; nil without one.
  var order: [OrderTerm]?
  /// Where the outer ORDER BY or LIMIT begins, else the end of the text.
  var tailStart = 0
  /// The branches of the outer SELECT, in bytes.
  var branches: [Range<Int>] = []
  /// Whether a compound SELECT stands where its columns may pass on, other than as a WITH's body.
  var hasNestedCompound = false
  /// Where names of other queries can be defined: after WITH or WITH RECURSIVE; nil without a WITH.
  var definitionsStart: Int?
  /// The text without blanks and comments around it and without a closing semicolon.
  var body = 0..<0
  /// What is wrong, if anything.
  var fault: Fault?

  /// The names that WITH defines anywhere in the text.
  var localNames: Set<String> { Set(definitions.map(\.name)) }

  init(_ sql: String) {
    var scanner = SQLOutlineScanner(sql)
    self = scanner.outline()
  }

  /// An empty outline to fill.
  init(tokens: [SQLToken]) {
    self.tokens = tokens
  }

  /// The first token that names something so, in any case of letters.
  func firstName(_ name: String) -> SQLToken? {
    let wanted = name.lowercased()
    return tokens.first { $0.isName && $0.text.lowercased() == wanted }
  }

  /// The token at a byte.
  func token(at offset: Int) -> SQLToken? {
    tokens.first { $0.range.contains(offset) }
  }
}
