package import Diagnostics
import Queries

/// A site as far as it can be looked into without publishing it: for `explain` and `query`.
extension SiteBuild {
  /// The site with every page resolved; faults are reported, and what can be resolved is.
  package func lineage(into diagnostics: DiagnosticCollector) throws -> SiteLineage {
    var content = try ContentLoader(
      files: input.content, workers: input.workers, diagnostics: diagnostics
    ).load()
    content.settleEdition(input)
    let data = try DataLoader(input: input, content: content, diagnostics: diagnostics).load()
    let templates = try TemplateLibrary.load(input.templates, into: diagnostics)
    let context = try SitePlanner(
      input: input, content: content, data: data, strings: templates.strings,
      diagnostics: diagnostics
    ).plan()
    let checks = content.checks.map { NamedQuery(name: $0.name, sql: $0.text, path: $0.path) }
    return try SiteLineage(resolve(context, into: diagnostics), checks: checks)
  }

  /// The tables and queries of the site alone.
  package func data(into diagnostics: DiagnosticCollector) throws -> SiteData {
    var content = try ContentLoader(
      files: input.content, workers: input.workers, diagnostics: diagnostics
    ).load()
    content.settleEdition(input)
    return try DataLoader(input: input, content: content, diagnostics: diagnostics).load()
  }
}
