/// Writes diagnostics as text for one kind of reader: a person, a program, a continuous build.
///
/// Formatters are pure: the same diagnostics and sources give the same bytes.
public protocol DiagnosticFormatter: Sendable {
  /// The whole report of `diagnostics`, in the order given, ending with a line break unless it is
  /// empty.
  func report(_ diagnostics: [Diagnostic]) -> String
}

extension Diagnostic {
  /// The message in one line: `summary, found X, expected Y; remedy`.
  public var message: String {
    var text = summary
    if let found { text += ", found \(found)" }
    if let expected { text += ", expected \(expected)" }
    if let remedy { text += "; \(remedy)" }
    return text
  }
}
