package import Diagnostics

/// A file that the build will write, and how it is made.
package struct PlannedOutput: Sendable {
  /// The path, from the site's root.
  package var path: String
  /// What makes it, in words for a collision: `the page countries/china.md`.
  package var maker: String
  /// The place of the author's text that asks for it, if one does.
  package var location: SourceLocation?
  /// Whether it is a file of the author's, copied as it is, which wins over one made by default.
  package var isCopied = false
  /// Whether it is a page for readers and search engines: listed in the sitemap.
  package var isIndexed: Bool
  /// The day of its last change, for the sitemap: `YYYY-MM-DD`, where known.
  package var modified: String?
  /// Makes the content; called once, on any thread.
  package var make: @Sendable () throws -> OutputContent

  /// A file to be written. An HTML file is listed in the sitemap unless `isIndexed` says no.
  package init(
    _ path: String, maker: String, at location: SourceLocation? = nil, isCopied: Bool = false,
    isIndexed: Bool? = nil, modified: String? = nil,
    make: @escaping @Sendable () throws -> OutputContent
  ) {
    self.path = path
    self.maker = maker
    self.location = location
    self.isCopied = isCopied
    self.isIndexed = isIndexed ?? (path.hasSuffix(".html") && path != "404.html" && !isCopied)
    self.modified = modified
    self.make = make
  }
}

/// Every file of a build, each with one maker.
package struct OutputPlan: Sendable {
  /// The files in the order they were added.
  package private(set) var outputs: [PlannedOutput] = []
  /// Places by path without case, which also ignores the Unicode form.
  private var places: [String: Int] = [:]

  /// Files that the author may replace by one of the same name.
  private static let replaceable: Set<String> = ["robots.txt", "favicon.svg"]

  /// A plan without files.
  package init() {}

  /// Whether a path is planned.
  package func contains(_ path: String) -> Bool {
    places[path.lowercased()].map { outputs[$0].path == path } ?? false
  }

  /// Takes one file. A second maker of a path, or of one that differs only in case or Unicode form, is an
  /// error that names both.
  package mutating func add(_ output: PlannedOutput, into diagnostics: DiagnosticCollector) {
    guard let place = places[output.path.lowercased()] else {
      places[output.path.lowercased()] = outputs.count
      outputs.append(output)
      return
    }
    let other = outputs[place]
    if Self.replaceable.contains(output.path), other.path == output.path,
      other.isCopied != output.isCopied
    {
      if output.isCopied { outputs[place] = output }
      return
    }
    report(output, other, into: diagnostics)
  }

  private func report(
    _ output: PlannedOutput, _ other: PlannedOutput, into diagnostics: DiagnosticCollector
  ) {
    let isSame = output.path.utf8.elementsEqual(other.path.utf8)
    let rule =
      isSame ? "two makers write the same file" : "two files differ only in case or Unicode form"
    diagnostics.add(
      .init(
        .error, "output.collision", at: output.location ?? other.location, rule,
        found: isSame ? "`\(output.path)`" : "`\(output.path)` and `\(other.path)`",
        remedy: "rename one of them",
        notes: [
          .init("made by \(other.maker)", at: other.location),
          .init("made by \(output.maker)", at: output.location),
        ]))
  }
}
