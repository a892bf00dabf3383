package import Diagnostics

/// Makes the HTML of a site: its pages and the pages that the generator adds.
package struct SiteRenderer: Sendable {
  private let site: ResolvedSite
  private let library: TemplateLibrary
  private let composer: PageComposer
  private let generated: [GeneratedPage]
  private let previews: PreviewMaker
  private let diagnostics: DiagnosticCollector

  /// A renderer of a resolved site; faults of templates are reported while it is made.
  package init(
    _ site: ResolvedSite, templates: TemplateLibrary, previews: PreviewMaker = .none,
    into diagnostics: DiagnosticCollector
  ) {
    self.site = site
    self.previews = previews
    self.diagnostics = diagnostics
    library = templates
    var folders: Set = ["", "figures", "data", "tags"]
    for page in site.pages { folders.insert(SitePath.folder(page.plan.output)) }
    folders.formUnion(site.context.outline.folders.keys)
    let context = RenderContext(site, templates: templates, folders: folders, into: diagnostics)
    composer = PageComposer(context: context)
    generated = GeneratedPages(context: context).all
    checkTemplates()
    checkPreviews()
  }

  /// Every page with its copy, and every file of the theme and for machines, each with what makes it.
  package func outputs() -> [PlannedOutput] {
    var additions: [String: GeneratedPage] = [:]
    for page in generated { additions[page.output] = page }
    var outputs = site.pages.indices.flatMap { number in
      let page = site.pages[number].plan
      let addition = additions.removeValue(forKey: page.output)
      return self.outputs(
        page.output, maker: "the page \(page.source)", at: page.location(.start),
        isIndexed: page.isHeldBack ? false : addition.flatMap { $0.isIndexed ? nil : false },
        modified: lastChange(of: page)
      ) { [composer] in composer.html(ofPage: number, with: addition) }
    }
    for page in generated where additions[page.output] != nil {
      outputs += self.outputs(
        page.output, maker: page.maker, at: page.location, isIndexed: page.isIndexed,
        modified: site.configuration.edition?.published
      ) { [composer] in composer.html(of: page) }
    }
    outputs += composer.context.previews.outputs(previews, into: diagnostics)
    outputs += redirects()
    outputs.append(
      PlannedOutput("llms.txt", maker: "the summary of the site") {
        [summary = SiteSummary(context: composer.context)] in .text(summary.text)
      })
    if site.configuration.hasSearch {
      outputs.append(
        PlannedOutput(SearchIndex.output, maker: "the search") {
          [search = SearchGathering(context: composer.context, generated: generated)] in
          .text(search.index().script)
        })
    }
    for asset in library.assets
    where asset.path != SearchIndex.program || site.configuration.hasSearch {
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

  /// A page and, where the site has them, its plain-Markdown copy, which is made of it.
  private func outputs(
    _ output: String, maker: String, at location: SourceLocation?, isIndexed: Bool?,
    modified: String?, html: @escaping @Sendable () -> String
  ) -> [PlannedOutput] {
    func page(_ html: @escaping @Sendable () -> String) -> PlannedOutput {
      PlannedOutput(
        output, maker: maker, at: location, isIndexed: isIndexed, modified: modified
      ) { .text(html()) }
    }
    guard site.configuration.hasCopies, let copy = PageCopy.output(of: output) else {
      return [page(html)]
    }
    let text = SharedText(html)
    let address = site.configuration.address(of: output)
    return [
      page(text.take),
      PlannedOutput(copy, maker: "the copy of \(maker)", at: location) {
        .text(PageCopy(output: output, address: address).text(of: text.take()))
      },
    ]
  }

  /// Previews that are wanted need a program.
  private func checkPreviews() {
    guard case .missing(let program) = previews, site.configuration.url != nil else { return }
    diagnostics.add(
      Diagnostic(
        .warning, "preview.program", at: nil, "the pages have no previews of their own",
        found: "no program `\(program)`",
        remedy: "install it (Debian: `librsvg2-bin`); until then the theme's picture stands for all"
      ))
  }

  /// The pages at old addresses.
  private func redirects() -> [PlannedOutput] {
    site.context.plan.redirects.map { redirect in
      PlannedOutput(
        redirect.output, maker: "an old address of \(site.pages[redirect.page].plan.source)",
        at: redirect.location, isIndexed: false
      ) { [composer] in .text(composer.html(of: redirect)) }
    }
  }

  /// A page may only name a template that is there.
  private func checkTemplates() {
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
