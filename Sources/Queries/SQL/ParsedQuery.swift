import Diagnostics

/// A query with its outline.
struct ParsedQuery: Sendable {
  var query: NamedQuery
  var outline: SQLOutline
  /// Whether it sees its page's queries besides the site's.
  var isPrivate: Bool

  init(_ query: NamedQuery, isPrivate: Bool) {
    self.query = query
    self.isPrivate = isPrivate
    outline = SQLOutline(query.sql)
  }

  /// A diagnostic at a range of bytes of the query's text.
  func error(
    _ id: String, at range: Range<Int>, _ summary: String, found: String? = nil,
    expected: String? = nil, remedy: String? = nil, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(
      .error, id, at: query.location(range), summary, found: found, expected: expected,
      remedy: remedy, notes: notes)
  }

  /// The part of the text in a range of bytes.
  func text(_ range: Range<Int>) -> String {
    String(decoding: Array(query.sql.utf8)[range], as: UTF8.self)
  }
}
