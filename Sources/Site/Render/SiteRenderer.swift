package import Diagnostics

/// Makes the HTML of a site: its pages and the pages that the generator adds.
package struct SiteRenderer: Sendable {
  private let site: ResolvedSite
  private let library: TemplateLibrary
  private let composer: PageComposer
  private let generated: [GeneratedPage]

  /// A renderer of a resolved site; faults of templates are reported while it is made.
  package init(
    _ site: ResolvedSite, templates: TemplateLibrary, into diagnostics: DiagnosticCollector
  ) {
    self.site = site
    library = templates
    var folders: Set = ["", "figures", "data", "tags"]
    for page in site.pages { folders.insert(SitePath.folder(page.plan.output)) }
    folders.formUnion(site.context.outline.folders.keys)
    let context = RenderContext(site, templates: templates, folders: folders, into: diagnostics)
    composer = PageComposer(context: context)
    generated = GeneratedPages(context: context).all
    checkTemplates(into: diagnostics)
  }

  /// Every HTML file, stylesheet and theme file, each with what makes it.
  package func outputs() -> [PlannedOutput] {
    var additions: [String: GeneratedPage] = [:]
    for page in generated { additions[page.output] = page }
    var outputs = site.pages.indices.map { number in
      let page = site.pages[number].plan
      let addition = additions.removeValue(forKey: page.output)
      return PlannedOutput(
        page.output, maker: "the page \(page.source)", at: page.location(.start),
        isIndexed: page.isHeldBack ? false : addition.flatMap { $0.isIndexed ? nil : false },
        modified: lastChange(of: page)
      ) { [composer] in .text(composer.html(ofPage: number, with: addition)) }
    }
    for page in generated where additions[page.output] != nil {
      outputs.append(
        PlannedOutput(
          page.output, maker: page.maker, at: page.location, isIndexed: page.isIndexed,
          modified: site.configuration.edition?.published
        ) { [composer] in .text(composer.html(of: page)) })
    }
    outputs.append(
      PlannedOutput("llms.txt", maker: "the summary of the site") {
        [summary = SiteSummary(context: composer.context)] in .text(summary.text)
      })
    for asset in library.assets {
      outputs.append(
        PlannedOutput("assets/" + asset.path, maker: "the theme", at: asset.location) {
          .bytes(asset.bytes)
        })
    }
    return outputs
  }

  /// When a page last changed: as its author says, or with the data of an edition, whichever is later.
  private func lastChange(of page: PagePlan) -> String? {
    [page.frontMatter.updated, site.history.lastChanges[page.output]].compactMap(\.self)
      .max(by: inByteOrder)
  }

  /// A page may only name a template that is there.
  private func checkTemplates(into diagnostics: DiagnosticCollector) {
    let known = library.pageTemplates
    for page in site.pages {
      guard let name = page.plan.frontMatter.template, !known.contains(name) else { continue }
      let matter = page.plan.frontMatter
      diagnostics.add(
        .unknownName(
          "page.template", name, what: "template", among: known,
          at: page.plan.location(matter.range(of: "template"))))
    }
  }
}
