/// Tells calls of aggregates from other calls.
enum AggregateCall {
  /// The functions that make one value of several rows.
  private static let names: Set<String> = [
    "avg", "count", "group_concat", "hhi", "max", "median", "min", "quantile", "sources", "stddev",
    "sum", "total", "worst_status",
  ]

  /// Whether an aggregate is called at a token; `min` and `max` of several arguments compare values.
  static func begins(at index: Int, in tokens: [SQLToken]) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, names.contains(token.text), index + 1 < tokens.count,
      tokens[index + 1].isSymbol("(")
    else { return false }
    guard token.text == "min" || token.text == "max" else { return true }
    var depth = 0
    for token in tokens[(index + 1)...] {
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
      if depth == 0 { return true }
      if depth == 1, token.isSymbol(",") { return false }
    }
    return true
  }
}
