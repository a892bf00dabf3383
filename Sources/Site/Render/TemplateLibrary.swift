package import Diagnostics

/// The templates of a site: the built-in theme with the site's own files in its place.
package struct TemplateLibrary: Sendable {
  /// Reads and checks the templates; unknown names and missing partials are reported.
  ///
  /// - Parameter files: the site's own `Templates/`; nil for the built-in theme alone.
  package static func load(_ files: SiteFiles?, into diagnostics: DiagnosticCollector) throws
    -> TemplateLibrary
  {
    TemplateLibrary()
  }
}
