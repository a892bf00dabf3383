package import Diagnostics
package import Documents

/// What `site.yaml` says of figures and pages that earlier editions have and this one has not:
///
///     retired:
///       figures: {world-old: merged into the figure of all countries}
///       pages: {china-2024.html: the profile has taken its place}
package struct Retirements: Sendable {
  /// One thing that is gone.
  package struct Entry: Sendable, Hashable {
    /// The id of the figure, or the address of the page.
    package var name: String
    /// Why, for readers.
    package var reason: String
    /// Where it is said.
    package var location: SourceLocation
  }

  /// Figures by id.
  package private(set) var figures: [Entry] = []
  /// Pages by their address from the root of the output.
  package private(set) var pages: [Entry] = []

  /// Nothing retired.
  package init() {}

  /// Reads the key `retired` of `site.yaml` strictly.
  package init(_ node: DocumentNode?, path: String, into diagnostics: DiagnosticCollector) {
    guard let node,
      var reader = MappingReader(node, path: path, what: "`retired`", into: diagnostics)
    else { return }
    figures = Self.entries("figures", &reader, path, diagnostics)
    pages = Self.entries("pages", &reader, path, diagnostics)
    reader.finish()
  }

  private static func entries(
    _ key: String, _ reader: inout MappingReader, _ path: String,
    _ diagnostics: DiagnosticCollector
  ) -> [Entry] {
    guard let node = reader.node(key), !node.isNull else { return [] }
    guard let mapping = node.mapping else {
      diagnostics.add(reasonMissing(SourceLocation(path, node.range), found: node.kind))
      return []
    }
    return mapping.entries.compactMap { entry in
      let location = SourceLocation(path, entry.keyRange)
      guard let reason = entry.value.string, !reason.isEmpty else {
        diagnostics.add(reasonMissing(location, found: "`\(entry.key)` without words"))
        return nil
      }
      return Entry(name: entry.key, reason: reason, location: location)
    }
  }

  private static func reasonMissing(_ location: SourceLocation, found: String) -> Diagnostic {
    Diagnostic(
      .error, "site.retired", at: location, "what is retired has a reason, for readers",
      found: found, expected: "`name: reason`")
  }
}
