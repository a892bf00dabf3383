import Diagnostics
import Queries
import Tables

/// Plans a site: its pages, the index that links are resolved in, and the reading order.
struct SitePlanner {
  let input: BuildInput
  let content: ContentLoader.Content
  let data: SiteData
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
        navigation: content.configuration.navigation, index: index, into: diagnostics),
      data: data, files: input.content, includesDrafts: input.includesDrafts)
  }

  /// Files of tables with the outputs that stand for them.
  private var publishedTables: [String: String] {
    var outputs: [String: String] = [:]
    for table in data.tables { outputs[table.source] = "data/\(table.name).csv" }
    if let path = data.packagePath { outputs[path] = "data/datapackage.json" }
    return outputs
  }

  /// The rows that `each` names: those of a query of the whole site, or of a table.
  private func rows(of name: String, at place: SourceLocation, _ session: QuerySession)
    -> DataTable?
  {
    if let query = data.queries.first(where: { $0.name == name }) {
      return session.run(query, scope: .site, into: diagnostics)?.table
    }
    if let table = data.table(name) { return table.table }
    diagnostics.add(
      .unknownName(
        "page.each", name, what: "query",
        among: data.queries.map(\.name) + data.tables.map(\.name), at: place))
    return nil
  }
}
