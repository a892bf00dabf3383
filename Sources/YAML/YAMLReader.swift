package import Diagnostics
package import Documents

/// Reads the YAML that people write by hand (front matter, settings, chart specifications) into the
/// same positioned tree as JSON.
///
/// YAML 1.2 with the core schema's types, less what makes a settings file hard to read: aliases,
/// anchors, tags, second documents, keys that are not texts, and doubled keys are errors.
package enum YAMLReader {
  /// How deep lists and mappings may nest.
  package static let depthLimit = 100
  /// How many bytes a text may have.
  package static let sizeLimit = 4 << 20

  /// How many directives a text may have: LibYAML compares each with all those before it.
  private static let directiveLimit = 100

  /// The value that `text` holds; nil with an error in `diagnostics` where it cannot be read. A text
  /// without content is an empty mapping.
  ///
  /// A forbidden construct that leaves the rest readable is reported without giving up the tree.
  /// `origin` is the place of the text's first character in the file at `path`, and `columnShift` what
  /// the file has in front of each later line.
  package static func read(
    _ text: String, path: String, at origin: SourcePosition = .start, columnShift: Int = 0,
    into diagnostics: DiagnosticCollector
  ) -> DocumentNode? {
    let report = YAMLReport(
      path: path, origin: origin, columnShift: columnShift, diagnostics: diagnostics)
    guard text.utf8.count <= sizeLimit else {
      report.add(
        "yaml.size", SourceRange.start, "a YAML text has at most \(sizeLimit >> 20) MB",
        found: "\(text.utf8.count) bytes")
      return nil
    }
    var text = text
    return text.withUTF8 { bytes in
      if let fault = YAMLCharacters.firstForbidden(in: bytes) {
        report.add(
          "yaml.character", SourceRange(fault.position),
          "YAML texts hold no control characters or Unicode line separators", found: fault.name,
          remedy: "remove it, or write it as an escape in double quotes")
        return nil
      }
      guard YAMLCharacters.directiveCount(in: bytes) <= directiveLimit else {
        report.add(
          "yaml.directives", SourceRange.start,
          "at most \(directiveLimit) lines begin with a per cent sign",
          remedy: "remove the directives, or indent the text")
        return nil
      }
      return YAMLEvents.withParser(of: bytes, report: report) { events in
        YAMLTreeBuilder.document(from: &events, report: report)
      }
    }
  }
}

/// Takes errors at places of the YAML text and hands them on at places of the file.
struct YAMLReport {
  let path: String
  let origin: SourcePosition
  let columnShift: Int
  let diagnostics: DiagnosticCollector

  /// A place of the text as a place of the file.
  func shifted(_ range: SourceRange) -> SourceRange {
    range.shifted(to: origin, columnShift: columnShift)
  }

  func add(
    _ id: String, _ range: SourceRange, _ summary: String, found: String? = nil,
    expected: String? = nil, remedy: String? = nil, note: (text: String, range: SourceRange)? = nil
  ) {
    diagnostics.add(
      Diagnostic(
        .error, id, at: SourceLocation(path, shifted(range)), summary, found: found,
        expected: expected, remedy: remedy,
        notes: note.map {
          [.init($0.text, at: SourceLocation(path, shifted($0.range)))]
        } ?? []))
  }
}
