/// The report that a person reads in a terminal.
///
///     data/prices.csv:3:7: error: a cell is not a number, found "n/a", expected 12.5; … [table.type]
///       2020,n/a
///            ^~~
///     1 error
public struct TextDiagnosticFormatter: DiagnosticFormatter {
  /// The text of a file by its path, or nil where the line cannot be shown.
  public var source: @Sendable (String) -> String?
  /// Whether ANSI colours are used.
  public var usesColor: Bool
  /// How many diagnostics are printed before the rest is only counted.
  public var limit: Int

  /// A formatter that shows lines of `source`.
  public init(
    usesColor: Bool = false, limit: Int = 200,
    source: @escaping @Sendable (_ path: String) -> String? = { _ in nil }
  ) {
    self.source = source
    self.usesColor = usesColor
    self.limit = limit
  }

  /// The whole report, see `DiagnosticFormatter.report(_:)`.
  public func report(_ diagnostics: [Diagnostic]) -> String {
    let (shown, left) = withinLimit(diagnostics)
    var files: [String: SourceFile?] = [:]
    var out = ""
    for diagnostic in shown {
      append(diagnostic, to: &out, files: &files)
    }
    if !left.isEmpty {
      out += "… and \(left.count) more (\(DiagnosticCounts(left)))\n"
    }
    if !diagnostics.isEmpty {
      out += "\(DiagnosticCounts(diagnostics))\n"
    }
    return out
  }

  /// What is printed and what is only counted; errors go first, so that no flood of warnings hides
  /// them, and both parts keep their order.
  private func withinLimit(_ diagnostics: [Diagnostic]) -> (shown: [Diagnostic], left: [Diagnostic])
  {
    guard diagnostics.count > limit else { return (diagnostics, []) }
    let byWeight = diagnostics.indices.sorted {
      (diagnostics[$0].severity, $0) < (diagnostics[$1].severity, $1)
    }
    let kept = max(limit, 0)
    return (
      byWeight.prefix(kept).sorted().map { diagnostics[$0] },
      byWeight.dropFirst(kept).sorted().map { diagnostics[$0] }
    )
  }

  private func append(
    _ diagnostic: Diagnostic, to out: inout String, files: inout [String: SourceFile?]
  ) {
    appendHeading(
      diagnostic.severity, diagnostic.location, diagnostic.message, id: diagnostic.id, to: &out)
    appendExcerpt(diagnostic.location, to: &out, files: &files)
    for note in diagnostic.notes {
      if note.location == nil { out += "  " }
      appendHeading(.note, note.location, note.message, id: nil, to: &out)
      appendExcerpt(note.location, to: &out, files: &files)
    }
  }

  private func appendHeading(
    _ severity: Severity, _ location: SourceLocation?, _ message: String, id: String?,
    to out: inout String
  ) {
    if let location {
      let start = location.range.start
      let place = "\(visible(location.path)):\(start.line):\(start.column):"
      out += styled(place, .bold) + " "
    }
    out += styled("\(severity.rawValue):", style(of: severity)) + " " + visible(message)
    if let id { out += " [\(id)]" }
    out += "\n"
  }

  private func appendExcerpt(
    _ location: SourceLocation?, to out: inout String, files: inout [String: SourceFile?]
  ) {
    guard let location else { return }
    let path = location.path
    if files[path] == nil {
      files[path] = .some(source(path).map { SourceFile(path: path, text: $0) })
    }
    guard let file = files[path] ?? nil, let line = file.line(location.range.start.line),
      let excerpt = SourceExcerpt(line: line, range: location.range)
    else { return }
    out += "  \(excerpt.text)\n  \(excerpt.padding)\(styled(excerpt.caret, .green))\n"
  }

  private enum Style: String {
    case bold = "1"
    case red = "1;31"
    case magenta = "1;35"
    case cyan = "1;36"
    case green = "1;32"
  }

  private func style(of severity: Severity) -> Style {
    switch severity {
    case .error: .red
    case .warning: .magenta
    case .note: .cyan
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// The text in one line and without characters that a terminal would obey: a quoted cell or file
/// name must not move the cursor or turn the writing direction.
private func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    case _ where isUnprintable(scalar):
      out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out
}
