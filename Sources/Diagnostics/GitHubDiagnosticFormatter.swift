/// The report that GitHub Actions turns into annotations: one workflow command a diagnostic.
///
///     ::error file=data/prices.csv,line=3,col=7,endColumn=10,title=table.type::a cell is not a …
///
/// Escaping is that of the workflow commands: `%`, CR and LF in messages, also `,` and `:` in
/// properties.
public struct GitHubDiagnosticFormatter: DiagnosticFormatter {
  /// A formatter.
  public init() {}

  /// The whole report, see `DiagnosticFormatter.report(_:)`.
  public func report(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(command).joined()
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    var properties: [String] = []
    if let location = diagnostic.location {
      let (start, end) = (location.range.start, location.range.end)
      properties.append("file=\(property(location.path))")
      properties.append("line=\(start.line)")
      properties.append("col=\(start.column)")
      // GitHub takes an end column on the same line only.
      if end.line == start.line, end.column > start.column {
        properties.append("endColumn=\(end.column)")
      }
    }
    properties.append("title=\(property(diagnostic.id))")
    let text = ([diagnostic.message] + diagnostic.notes.map(remark)).joined(separator: "\n")
    return "::\(name(of: diagnostic.severity)) \(properties.joined(separator: ","))"
      + "::\(message(text))\n"
  }

  private func remark(_ note: Diagnostic.Note) -> String {
    guard let location = note.location else { return "note: \(note.message)" }
    let start = location.range.start
    return "\(location.path):\(start.line):\(start.column): note: \(note.message)"
  }

  private func name(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private func message(_ text: String) -> String {
    escaped(text) { $0 == "%" || $0 == "\r" || $0 == "\n" }
  }

  private func property(_ text: String) -> String {
    escaped(text) { $0 == "%" || $0 == "\r" || $0 == "\n" || $0 == ":" || $0 == "," }
  }

  private func escaped(_ text: String, where isSpecial: (Unicode.Scalar) -> Bool) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isSpecial(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out.append(contentsOf: (digits.count == 1 ? "%0\(digits)" : "%\(digits)").unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }
}
