/// One piece of an expression's text.
struct ExpressionToken: Hashable {
  enum Kind: Hashable {
    case number(Double)
    case text(String)
    case name(String)
    case symbol(String)
    case pattern(String, flags: String)
    case end
  }

  var kind: Kind
  /// The place in the text, in Unicode scalars from 0.
  var start: Int
  /// The place after the last character.
  var end: Int

  /// The token as it is shown in messages.
  var shown: String {
    switch kind {
    case .number(let value): JavaScriptNumber.text(value)
    case .text(let text): "'\(text)'"
    case .name(let name): name
    case .symbol(let symbol): symbol
    case .pattern(let pattern, let flags): "/\(pattern)/\(flags)"
    case .end: "the end of the expression"
    }
  }
}

/// What is wrong with an expression, and where in its text.
struct ExpressionFault: Error {
  var id: String
  var start: Int
  var end: Int
  var summary: String
  var found: String?
  var expected: String?
  var remedy: String?
}
