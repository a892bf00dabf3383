/// The report that a program reads: one JSON object on one line per diagnostic, inside one list.
///
///     {"errors":1,"warnings":0,"notes":0,"diagnostics":[
///     {"id":"…","severity":"error","path":"…","line":3,"column":7,"endLine":3,"endColumn":10,
///      "summary":"…","found":"…","expected":"…","remedy":"…","notes":[{"message":"…"}]}
///     ]}
///
/// What a diagnostic does not have is left out. Lines and columns count from 1, columns in Unicode
/// scalars; the end is the place after the last character.
public struct JSONDiagnosticFormatter: DiagnosticFormatter {
  /// A formatter.
  public init() {}

  /// The whole report, see `DiagnosticFormatter.report(_:)`.
  public func report(_ diagnostics: [Diagnostic]) -> String {
    let counts = DiagnosticCounts(diagnostics)
    var out = "{\"errors\":\(counts.errors),\"warnings\":\(counts.warnings)"
    out += ",\"notes\":\(counts.notes),\"diagnostics\":["
    for (index, diagnostic) in diagnostics.enumerated() {
      out += index == 0 ? "\n" : ",\n"
      append(diagnostic, to: &out)
    }
    out += diagnostics.isEmpty ? "]}\n" : "\n]}\n"
    return out
  }

  private func append(_ diagnostic: Diagnostic, to out: inout String) {
    out += "{"
    append("id", diagnostic.id, to: &out)
    append("severity", diagnostic.severity.rawValue, to: &out)
    append(diagnostic.location, to: &out)
    append("summary", diagnostic.summary, to: &out)
    append("found", diagnostic.found, to: &out)
    append("expected", diagnostic.expected, to: &out)
    append("remedy", diagnostic.remedy, to: &out)
    if !diagnostic.notes.isEmpty {
      out += ",\"notes\":["
      for (index, note) in diagnostic.notes.enumerated() {
        out += index == 0 ? "{" : ",{"
        append("message", note.message, to: &out)
        append(note.location, to: &out)
        out += "}"
      }
      out += "]"
    }
    out += "}"
  }

  private func append(_ location: SourceLocation?, to out: inout String) {
    guard let location else { return }
    let (start, end) = (location.range.start, location.range.end)
    append("path", location.path, to: &out)
    out += ",\"line\":\(start.line),\"column\":\(start.column)"
    out += ",\"endLine\":\(end.line),\"endColumn\":\(end.column)"
  }

  /// Appends a member unless the value is nil, with a comma unless it is the object's first.
  private func append(_ key: String, _ value: String?, to out: inout String) {
    guard let value else { return }
    if !out.hasSuffix("{") { out += "," }
    out += "\"\(key)\":"
    JSONText.appendQuoted(value, to: &out)
  }
}
