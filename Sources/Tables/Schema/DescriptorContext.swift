import Diagnostics
import Documents

/// Where a descriptor comes from and where its faults go.
struct DescriptorContext {
  let path: String
  let diagnostics: DiagnosticCollector

  /// Adds an error at a place of the descriptor.
  func error(
    _ id: String, at location: SourceLocation?, _ summary: String, found: String? = nil,
    expected: String? = nil, remedy: String? = nil
  ) {
    diagnostics.add(
      Diagnostic(
        .error, id, at: location, summary, found: found, expected: expected, remedy: remedy))
  }

  /// Adds the error that a name is none of those known.
  func unknown(
    _ id: String, _ name: String, what: String, among known: [String], at node: DocumentNode?
  ) {
    diagnostics.add(
      .unknownName(id, name, what: what, among: known, at: node.map(location)))
  }

  /// The place of a node.
  func location(_ node: DocumentNode) -> SourceLocation { SourceLocation(path, node.range) }

  /// A strict reader of a mapping.
  func reader(_ node: DocumentNode, _ what: String) -> MappingReader? {
    MappingReader(node, path: path, what: what, into: diagnostics)
  }
}

extension MappingReader {
  /// Reports the keys that nobody asked for, but for the custom ones that the Data Package standard
  /// allows: namespaced (`dc:title`), or of a tool (`$schema`, `_cache`).
  mutating func finishDescriptor() {
    for key in mapping.keys where key.contains(":") || key.hasPrefix("$") || key.hasPrefix("_") {
      _ = node(key)
    }
    finish()
  }

  /// Asks for keys whose values mean nothing here.
  mutating func ignore(_ keys: String...) {
    for key in keys { _ = node(key) }
  }

  /// A text of one Unicode scalar, such as a delimiter.
  mutating func scalar(_ key: String, _ context: DescriptorContext) -> Unicode.Scalar? {
    guard let text = string(key) else { return nil }
    if let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 { return scalar }
    context.error(
      "package.character", at: location(key), "`\(key)` is one character", found: "`\(text)`")
    return nil
  }
}
