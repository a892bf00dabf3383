package import Diagnostics

/// The templates of a site: the built-in theme with the site's own files in its place.
package struct TemplateLibrary: Sendable {
  /// A file of the theme that pages refer to: the stylesheet, an image.
  struct Asset: Sendable {
    /// Its path below `Templates/`, and below `assets/` in the output.
    var path: String
    /// The content.
    var bytes: [UInt8]
    /// The site's own file; nil for one of the built-in theme.
    var location: SourceLocation?
  }

  /// The templates by name.
  private(set) var templates: [String: TemplateSource] = [:]
  /// The other files, by path in the order of bytes.
  private(set) var assets: [Asset] = []
  /// The fixed words by language.
  private(set) var strings = ThemeStrings()

  /// The name of a template for `template:` in front matter; parts of templates, which begin with `_`,
  /// are none.
  var pageTemplates: [String] {
    templates.keys.filter { !$0.hasPrefix("_") }.sorted(by: inByteOrder)
  }

  /// Reads and checks the templates; unknown names and missing partials are reported.
  ///
  /// - Parameter files: the site's own `Templates/`; nil for the built-in theme alone.
  package static func load(_ files: SiteFiles?, into diagnostics: DiagnosticCollector) throws
    -> TemplateLibrary
  {
    var library = TemplateLibrary()
    let builtIn = SiteFiles.inMemory(BuiltInTheme.files, label: "Templates")
    try library.read(builtIn, isBuiltIn: true, into: diagnostics)
    if let files { try library.read(files, isBuiltIn: false, into: diagnostics) }
    library.assets.sort { inByteOrder($0.path, $1.path) }
    TemplateCheck(
      templates: library.templates, words: library.strings.keys, diagnostics: diagnostics
    ).run()
    return library
  }

  private mutating func read(
    _ files: SiteFiles, isBuiltIn: Bool, into diagnostics: DiagnosticCollector
  ) throws {
    for entry in try files.list() where entry.kind == .file {
      let path = entry.path
      if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      let printed = files.printedPath(path)
      if path == "strings.yaml" {
        guard let text = try files.text(path, into: diagnostics) else { continue }
        strings.read(text, path: printed, into: diagnostics)
      } else if path.hasSuffix(".mustache") {
        guard let text = try files.text(path, into: diagnostics) else { continue }
        add(text, name: String(path.dropLast(".mustache".count)), path: printed, diagnostics)
      } else {
        assets.removeAll { $0.path == path }
        assets.append(
          Asset(
            path: path, bytes: try files.read(path),
            location: isBuiltIn ? nil : SourceLocation(printed)))
      }
    }
  }

  private mutating func add(
    _ text: String, name: String, path: String, _ diagnostics: DiagnosticCollector
  ) {
    let scanner = TemplateScanner(text)
    if let range = scanner.unclosed {
      diagnostics.add(
        Diagnostic(
          .error, "template.tag", at: SourceLocation(path, range), "a tag is not ended",
          remedy: "add `}}`"))
    }
    templates[name] = TemplateSource(name: name, path: path, text: text, tags: scanner.tags)
  }
}
