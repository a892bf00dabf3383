/// Why a format string is refused.
public struct FormatError: Error, Hashable, Sendable {
  /// The format string.
  public let specifier: String
  /// What is wrong with it, in one clause.
  public let reason: String

  init(_ specifier: String, _ reason: String) {
    self.specifier = specifier
    self.reason = reason
  }
}
