import Diagnostics

extension ParsedQuery {
  /// A condition as a query of one row and one column.
  init(condition: String, path: String, origin: SourcePosition) {
    let start = "SELECT ("
    // The added text stands before the author's, in columns that may not exist.
    let before = SourcePosition(line: origin.line, column: origin.column - start.count)
    // A comment at the end would swallow what is added.
    let end = condition.contains("--") ? "\n" : ""
    let query = NamedQuery(
      name: "a condition", sql: "\(start)\(condition)\(end)) AS \"value\"", path: path,
      origin: before)
    self.init(query, isPrivate: true)
    if let fault = Self.fault(ofCondition: condition, shift: start.utf8.count) {
      outline.fault = fault
    }
  }

  /// What keeps a text from being one expression.
  private static func fault(ofCondition condition: String, shift: Int) -> SQLOutline.Fault? {
    func fault(_ summary: String, _ token: SQLToken, _ remedy: String?) -> SQLOutline.Fault {
      let range = token.range.lowerBound + shift..<token.range.upperBound + shift
      return .init(summary: summary, remedy: remedy, range: range)
    }
    let tokens = SQLLexer.tokens(of: condition)
    guard !tokens.isEmpty else {
      return .init(summary: "the condition is empty", remedy: nil, range: shift..<shift)
    }
    /// For each open parenthesis, whether it is in a subquery.
    var isSubquery = [false]
    for (index, token) in tokens.enumerated() {
      let inSubquery = isSubquery[isSubquery.count - 1]
      let after = index + 1 < tokens.count ? tokens[index + 1] : nil
      if token.kind == .unterminated {
        return fault("\(token.text) is not closed", token, nil)
      } else if token.isSymbol("(") {
        isSubquery.append(
          inSubquery || after?.isWord("select") == true || after?.isWord("with") == true)
      } else if token.isSymbol(")") {
        guard isSubquery.count > 1 else {
          return fault("a parenthesis closes that none opened", token, nil)
        }
        isSubquery.removeLast()
      } else if token.isSymbol(";") || token.isSymbol(",") && isSubquery.count == 1 {
        return fault("a condition is one expression", token, "join several by AND")
      } else if !inSubquery, AggregateCall.begins(at: index, in: tokens) {
        return fault(
          "\(token.text)() of one value is that value", token,
          "aggregate in a subquery: (SELECT \(token.text)(column) FROM query)")
      }
    }
    return isSubquery.count == 1
      ? nil : fault("a parenthesis is not closed", tokens[tokens.count - 1], nil)
  }
}
