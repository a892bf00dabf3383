public import Diagnostics

/// Reads JSON (RFC 8259) into a tree whose every key and value knows its place.
///
/// Stricter than the RFC asks for: names in an object are unique, numbers are finite, escapes of
/// lone surrogates are refused, nesting stops at `depthLimit` and texts at `sizeLimit`.
public enum JSONReader {
  /// How deep lists and objects may nest.
  public static let depthLimit = 200
  /// How many bytes a text may have.
  public static let sizeLimit = 16 << 20

  /// The value that `text` holds, or nil with an error in `diagnostics` where it is not JSON.
  ///
  /// A doubled name is an error too, but the tree is given all the same, with the first value.
  /// `origin` is the place of the text's first character in the file at `path`, and `columnShift`
  /// what the file has in front of each later line.
  public static func read(
    _ text: String, path: String, at origin: SourcePosition = .start, columnShift: Int = 0,
    into diagnostics: DiagnosticCollector
  ) -> DocumentNode? {
    guard text.utf8.count <= sizeLimit else {
      diagnostics.add(
        Diagnostic(
          .error, "json.size", at: SourceLocation(path, SourceRange(origin)),
          "a JSON text has at most \(sizeLimit >> 20) MB", found: "\(text.utf8.count) bytes"))
      return nil
    }
    var text = text
    return text.withUTF8 { bytes in
      var parser = JSONParser(bytes)
      let result = Result { () throws(JSONFault) in try parser.document() }
      for fault in parser.faults {
        diagnostics.add(fault.diagnostic(path: path, origin: origin, columnShift: columnShift))
      }
      switch result {
      case .success(let node):
        return origin == .start && columnShift == 0
          ? node : node.shifted(to: origin, columnShift: columnShift)
      case .failure(let fault):
        diagnostics.add(fault.diagnostic(path: path, origin: origin, columnShift: columnShift))
        return nil
      }
    }
  }
}

/// Why a text is not JSON, with the place inside the text.
struct JSONFault: Error {
  var id: String
  var range: SourceRange
  var summary: String
  var found: String?
  var expected: String?
  var remedy: String?
  var first: SourceRange?

  func diagnostic(path: String, origin: SourcePosition, columnShift: Int) -> Diagnostic {
    func location(_ range: SourceRange) -> SourceLocation {
      SourceLocation(path, range.shifted(to: origin, columnShift: columnShift))
    }
    return Diagnostic(
      .error, id, at: location(range), summary, found: found, expected: expected, remedy: remedy,
      notes: first.map { [.init("the first one stands here", at: location($0))] } ?? [])
  }
}

extension DocumentNode {
  /// The tree with all places moved as `SourcePosition.shifted(to:columnShift:)` moves one.
  func shifted(to origin: SourcePosition, columnShift: Int) -> DocumentNode {
    let range = range.shifted(to: origin, columnShift: columnShift)
    switch value {
    case .null, .boolean, .number, .string:
      return DocumentNode(value, range)
    case .list(let nodes):
      return DocumentNode(
        .list(nodes.map { $0.shifted(to: origin, columnShift: columnShift) }), range)
    case .mapping(let mapping):
      let entries = mapping.entries.map {
        DocumentMapping.Entry(
          key: $0.key, keyRange: $0.keyRange.shifted(to: origin, columnShift: columnShift),
          value: $0.value.shifted(to: origin, columnShift: columnShift))
      }
      return DocumentNode(.mapping(DocumentMapping(entries)), range)
    }
  }
}
