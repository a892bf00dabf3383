/// How bad a diagnostic is.
public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
  /// Nothing is published.
  case error
  /// Published, but the author should look.
  case warning
  /// Worth knowing.
  case note

  /// Worse comes first.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

/// What went wrong in the author's material, where, how bad, and how to mend it.
///
/// Printed as `path:line:column: error: summary, found …, expected …; remedy [id]` with the source
/// line and a caret below it.
public struct Diagnostic: Hashable, Sendable {
  /// A remark that belongs to a diagnostic, at a place of its own or at none.
  public struct Note: Hashable, Sendable {
    /// The text.
    public var message: String
    /// Where, if elsewhere.
    public var location: SourceLocation?
    /// A remark.
    public init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// A stable name such as `csv.ragged-row`: area, dot, fault.
  public var id: String
  /// How bad.
  public var severity: Severity
  /// Where; nil where no file is at fault.
  public var location: SourceLocation?
  /// The rule that is broken, in one clause, beginning in lower case.
  public var summary: String
  /// What stands there.
  public var found: String?
  /// What should stand there.
  public var expected: String?
  /// What the author can do.
  public var remedy: String?
  /// More lines.
  public var notes: [Note]

  /// A diagnostic.
  public init(
    _ severity: Severity, _ id: String, at location: SourceLocation?, _ summary: String,
    found: String? = nil, expected: String? = nil, remedy: String? = nil, notes: [Note] = []
  ) {
    self.id = id
    self.severity = severity
    self.location = location
    self.summary = summary
    self.found = found
    self.expected = expected
    self.remedy = remedy
    self.notes = notes
  }
}
