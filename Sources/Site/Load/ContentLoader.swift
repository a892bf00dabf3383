import Diagnostics
import Documents
import Markdown
import YAML

/// Reads `Content/`: configuration, pages, SQL files. All faults are collected; what can be read is.
struct ContentLoader: Sendable {
  let files: SiteFiles
  let workers: Int
  let diagnostics: DiagnosticCollector

  /// What was read.
  struct Content: Sendable {
    var configuration: SiteConfiguration
    var tree: ContentTree
    /// The pages, by path in the order of bytes.
    var pages: [SourcePage]
    /// The texts of `queries/*.sql`.
    var queries: [SQLFile]
    /// The texts of `checks/*.sql`.
    var checks: [SQLFile]
  }

  /// An SQL file.
  struct SQLFile: Sendable {
    /// Its name without extension.
    var name: String
    /// The file as diagnostics print it.
    var path: String
    /// Its text.
    var text: String
  }

  /// Reads everything but the tables.
  func load() throws -> Content {
    let tree = try ContentTree(files, into: diagnostics)
    return Content(
      configuration: try configuration(tree),
      tree: tree,
      pages: try parallelMap(tree.pages, workers: workers) { try page($1) }.compactMap { $0 },
      queries: try tree.queries.compactMap(sql),
      checks: try tree.checks.compactMap(sql))
  }

  private func configuration(_ tree: ContentTree) throws -> SiteConfiguration {
    let path = files.printedPath(ContentTree.configuration)
    guard tree.hasConfiguration else {
      diagnostics.add(
        .init(
          .error, "site.missing", at: SourceLocation(path), "the site has no `site.yaml`",
          remedy: "make one with at least `title: …`"))
      return SiteConfiguration(title: "")
    }
    guard let text = try files.text(ContentTree.configuration, into: diagnostics),
      let node = YAMLReader.read(text, path: path, into: diagnostics)
    else { return SiteConfiguration(title: "") }
    return SiteConfiguration.decode(node, path: path, into: diagnostics)
      ?? SiteConfiguration(title: "")
  }

  private func page(_ source: String) throws -> SourcePage? {
    let path = files.printedPath(source)
    guard let text = try files.text(source, into: diagnostics) else { return nil }
    let parts = Markdown.FrontMatter.split(text, path: path, into: diagnostics)
    var matter = FrontMatter()
    if let yaml = parts.yaml {
      let node = YAMLReader.read(
        String(yaml), path: path, at: parts.yamlOrigin, into: diagnostics)
      // A page whose front matter cannot be read stays known, so that links to it are not faults too.
      matter =
        node.flatMap { FrontMatter.decode($0, path: path, into: diagnostics) } ?? FrontMatter()
    } else {
      matter.checkDescription(path, into: diagnostics)
    }
    return SourcePage(
      source: source, path: path, frontMatter: matter, body: parts.body,
      bodyOrigin: parts.bodyOrigin)
  }

  private func sql(_ source: String) throws -> SQLFile? {
    guard let text = try files.text(source, into: diagnostics) else { return nil }
    return SQLFile(
      name: String(SitePath.name(source).dropLast(".sql".count)),
      path: files.printedPath(source), text: text)
  }
}
