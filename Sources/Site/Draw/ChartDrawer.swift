package import Charts
package import Diagnostics
import Documents
package import Tables
import YAML

/// Draws specifications that stand in files of their own.
package struct ChartDrawer: Sendable {
  /// The files that `url` data may come from; nil where none may.
  package var root: SiteFiles?
  /// Tables by the names that `data: {"name": …}` asks for.
  package var tables: [String: DataTable] = [:]
  /// What the drawing is for.
  package var options = ChartOptions()

  /// A drawer.
  package init(root: SiteFiles?) {
    self.root = root
  }

  /// Draws one specification.
  ///
  /// - Parameters:
  ///   - bytes: the specification, YAML or JSON in UTF-8.
  ///   - path: the file as diagnostics name it; ending in `.json` it is read as JSON, else as YAML, of which
  ///     JSON is a part.
  ///   - folder: the folder below the root from which `url` data is named.
  /// - Returns: nil where there is an error.
  package func draw(
    _ bytes: [UInt8], path: String, folder: String, into diagnostics: DiagnosticCollector
  ) -> RenderedChart? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      diagnostics.add(
        Diagnostic(
          .error, "chart.encoding", at: SourceLocation(path),
          "a specification is a text in UTF-8", remedy: "save the file in UTF-8"))
      return nil
    }
    let isJSON = path.hasSuffix(".json") || text.first { !$0.isWhitespace } == "{"
    let node =
      isJSON
      ? JSONReader.read(text, path: path, into: diagnostics)
      : YAMLReader.read(text, path: path, into: diagnostics)
    guard let node, !diagnostics.hasErrors else { return nil }
    var options = options
    if let root { options.load = Self.loader(root, from: folder) }
    return Chart.render(node, path: path, data: tables, options: options, into: diagnostics)
  }

  /// Reads what a `url` names, from the specification's folder and below the root.
  private static func loader(_ root: SiteFiles, from folder: String)
    -> @Sendable (String) -> [UInt8]?
  {
    { url in
      guard !url.hasPrefix("/"), let path = SitePath.resolve(url, from: folder) else { return nil }
      return try? root.read(path)
    }
  }
}
