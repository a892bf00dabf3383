/// What is wrong with a cell: the rule, and a valid example or the like.
struct CellFault: Error, Equatable {
  /// The last part of the diagnostic's name: `type`, `pattern`, `minimum`.
  var rule: String
  /// The rule in words.
  var summary: String
  /// What should stand there.
  var expected: String?

  init(_ rule: String, _ summary: String, expected: String? = nil) {
    self.rule = rule
    self.summary = summary
    self.expected = expected
  }
}
