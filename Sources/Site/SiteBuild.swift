import Diagnostics
import Queries

/// One run of the generator: files in, a site out.
///
/// Faults of the author are collected and end the run before anything is published; failures of the
/// environment are thrown. The same input gives the same bytes, whatever the number of threads.
package struct SiteBuild: Sendable {
  /// What is read, and how.
  package let input: BuildInput

  /// A build.
  package init(_ input: BuildInput) {
    self.input = input
  }

  /// Builds the site and hands every file to `output`; publishes it if there is no error.
  package func run(into output: some OutputConsumer) throws -> BuildReport {
    let diagnostics = DiagnosticCollector(
      warnings: input.freezing == nil ? .keep : .raise(EditionFreeze.raisedWarnings))
    var timer = StepTimer(clock: input.clock)
    input.drawings?.begin()

    // 1. Load: configuration, pages, SQL files, templates.
    var content = try ContentLoader(
      files: input.content, workers: input.workers, diagnostics: diagnostics
    ).load()
    content.settleEdition(input)
    let templates = try TemplateLibrary.load(input.templates, into: diagnostics)
    timer.finish("load")

    // 2. Import: tables, checked, into the database that queries read.
    let data = try DataLoader(input: input, content: content, diagnostics: diagnostics).load()
    timer.finish("import")

    // 3. Plan: which pages there are and where links lead. Needs 2 for the pages of rows.
    let context = try SitePlanner(
      input: input, content: content, data: data, strings: templates.strings,
      diagnostics: diagnostics
    ).plan()
    content.pages = []
    timer.finish("plan")

    // 4. Resolve: values, claims, figures, citations and links of each page; data tests. Needs 3. Then what has
    // moved since the editions that are frozen.
    var site = try resolve(context, into: diagnostics)
    site.tests = try DataTests(store: context.data.store, diagnostics: diagnostics)
      .run(content.checks)
    let archive = try EditionArchive(input.content, into: diagnostics)
    site.history = try archive.history(of: site)
    timer.finish("resolve")

    // 5. Plan the outputs: one maker for each file. Needs 4 for figures.
    let renderer = SiteRenderer(
      site, templates: templates, previews: input.previews, into: diagnostics)
    let outputs = OutputPlanner(site: site, content: content, diagnostics: diagnostics)
      .plan(renderer)

    // 6. Check what only the whole site can tell: links, ids, titles, sources. Needs 5.
    SiteChecker(site: site, outputs: outputs, diagnostics: diagnostics).check()
    try archive.check(site, outputs, content, input, into: diagnostics)
    timer.finish("check")

    // 7. Render and write, each file as soon as it is made; publish if nothing is wrong.
    let summary = try write(outputs, site, to: output, diagnostics)
    timer.finish("write")
    return BuildReport(
      diagnostics: diagnostics.sorted, published: summary, site: site, timings: timer.timings)
  }

  func resolve(_ context: SiteContext, into diagnostics: DiagnosticCollector) throws
    -> ResolvedSite
  {
    let pages = try parallelMap(context.plan.pages, workers: input.workers) {
      PageResolver(context, session: try context.data.store.session(), into: diagnostics)
    } _: { resolver, _, plan in
      resolver.resolve(plan)
    }
    var context = context
    context.plan.pages = pages.map(\.plan)
    return ResolvedSite(
      context: context, pages: pages,
      figures: FigureDirectory(pages) { context.words($0 == .table ? .table : .figure) },
      tags: TagIndex(pages, sequence: context.outline.sequence, into: diagnostics).tags)
  }

  /// What publishing did; nil where an error kept the site from being published.
  private func write(
    _ outputs: OutputPlan, _ site: ResolvedSite, to output: some OutputConsumer,
    _ diagnostics: DiagnosticCollector
  ) throws -> PublishSummary? {
    if diagnostics.hasErrors { return nil }
    try output.begin(keep: site.configuration.keep)
    do {
      _ = try parallelMap(outputs.outputs, workers: input.workers) { _, planned in
        try output.write(planned.make(), to: planned.path)
      }
      guard !diagnostics.hasErrors else {
        output.abandon()
        return nil
      }
      return try output.publish()
    } catch {
      output.abandon()
      throw error
    }
  }
}
