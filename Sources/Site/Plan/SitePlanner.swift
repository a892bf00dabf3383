import Diagnostics
import Queries
import Tables

/// Plans a site: its pages, the index that links are resolved in, and the reading order.
struct SitePlanner {
  let input: BuildInput
  let content: ContentLoader.Content
  let data: SiteData
  let strings: ThemeStrings
  let diagnostics: DiagnosticCollector

  /// All that pages are resolved with.
  func plan() throws -> SiteContext {
    let session = try data.store.session()
    let plan = PagePlanner(
      edition: content.configuration.edition?.published, includesDrafts: input.includesDrafts,
      rows: { rows(of: $0, at: $1, session) }, diagnostics: diagnostics
    ).plan(content.pages)
    let index = SiteIndex(plan, content.tree, tables: publishedTables)
    var builder = OutlineBuilder(plan.pages)
    return SiteContext(
      configuration: content.configuration, plan: plan, index: index,
      outline: builder.build(
        navigation: content.configuration.navigation, footer: content.configuration.footer,
        index: index, into: diagnostics),
      data: data, files: input.content, drawings: input.drawings,
      includesDrafts: input.includesDrafts,
      words: strings.words(for: content.configuration.language),
      drawsPreviews: PreviewImages.areMade(
        for: content.configuration, pages: plan.pages.count, input.previews))
  }

  /// Files of tables with the outputs that stand for them.
  private var publishedTables: [String: String] {
    var outputs: [String: String] = [:]
    for table in data.tables { outputs[table.source] = "data/\(table.name).csv" }
    for path in data.files { outputs[path] = path }
    if let path = data.packagePath { outputs[path] = "data/datapackage.json" }
    return outputs
  }

  /// The rows that `each` names: those of a query of the whole site, or of a table. The page's own
  /// queries are not among them, as they may ask for the row.
  private func rows(of name: String, at place: SourceLocation, _ session: QuerySession)
    -> DataTable?
  {
    session.read(name, at: place, into: diagnostics)?.table
  }
}
