import Diagnostics

/// The files of `Content/`, sorted by what they are.
struct ContentTree: Sendable {
  /// `*.md` files that are pages, or stand for many.
  var pages: [String] = []
  /// Files published as they are.
  var copied: [String] = []
  /// `queries/*.sql`.
  var queries: [String] = []
  /// `checks/*.sql`.
  var checks: [String] = []
  /// Files in `data/` that are no pages: the package and its tables, and what nobody names.
  var data: [String] = []
  /// Files whose name, or a folder's, begins with `_`: parts of pages.
  var parts: [String] = []
  /// Whether there is a `site.yaml`.
  var hasConfiguration = false

  /// The site's configuration.
  static let configuration = "site.yaml"

  /// Sorts the entries of `Content/`; what cannot be a file of a site is reported.
  init(_ files: SiteFiles, into diagnostics: DiagnosticCollector) throws {
    for entry in try files.list() {
      let place = SourceLocation(files.printedPath(entry.path))
      guard entry.kind == .file else {
        if !Self.isHidden(entry.path) {
          diagnostics.add(Self.notAFile(entry, at: place))
        }
        continue
      }
      if entry.path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
        diagnostics.add(
          .init(
            .error, "content.name", at: place, "the name of a file holds a control character",
            remedy: "rename the file"))
        continue
      }
      sort(entry.path)
    }
  }

  private mutating func sort(_ path: String) {
    if path == Self.configuration {
      hasConfiguration = true
    } else if Self.isHidden(path) {
      return
    } else if path.utf8.first == UInt8(ascii: "_") || path.contains("/_") {
      parts.append(path)
    } else if path.hasPrefix("queries/") {
      if path.hasSuffix(".sql") { queries.append(path) }
    } else if path.hasPrefix("checks/") {
      if path.hasSuffix(".sql") { checks.append(path) }
    } else if path.hasPrefix("editions/") {
      // A frozen edition is published as it was frozen; its record beside it is not.
      if path.dropFirst("editions/".count).utf8.contains(UInt8(ascii: "/")) { copied.append(path) }
    } else if path.hasSuffix(".md") {
      pages.append(path)
    } else if path.hasPrefix("data/") {
      data.append(path)
    } else {
      copied.append(path)
    }
  }

  /// Whether the name of the file, or of a folder above it, begins with a dot.
  private static func isHidden(_ path: String) -> Bool {
    path.utf8.first == UInt8(ascii: ".") || path.contains("/.")
  }

  private static func notAFile(_ entry: SiteFiles.Entry, at place: SourceLocation) -> Diagnostic {
    .init(
      .error, "content.kind", at: place, "only files and folders can be content",
      found: entry.kind == .link ? "a symbolic link" : "a device, socket or pipe",
      remedy: entry.kind == .link ? "put the file itself there" : "take it away")
  }
}
