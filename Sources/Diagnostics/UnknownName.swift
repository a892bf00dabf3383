extension Diagnostic {
  /// The error that a name is not one of those known, with the likely meaning and the whole list.
  ///
  /// `what` is the kind of name with its holder (`key of the front matter`, `column of prices`);
  /// `known` keeps its order in the message.
  public static func unknownName(
    _ id: String, _ name: String, what: String, among known: [String],
    at location: SourceLocation?, severity: Severity = .error
  ) -> Diagnostic {
    let listed = 40
    var expected = known.prefix(listed).map(quoted).joined(separator: ", ")
    if known.count > listed { expected += " and \(known.count - listed) more" }
    return Diagnostic(
      severity, id, at: location, "unknown \(what)", found: quoted(name),
      expected: known.isEmpty ? "none" : known.count == 1 ? expected : "one of \(expected)",
      remedy: NearMiss.suggestion(for: name, among: known).map { "did you mean \(quoted($0))?" })
  }
}

/// A name in backticks, shortened where it is long.
private func quoted(_ name: String) -> String {
  name.unicodeScalars.count > 80
    ? "`\(String(name.unicodeScalars.prefix(79)))…`" : "`\(name)`"
}
