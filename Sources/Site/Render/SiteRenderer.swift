package import Diagnostics

/// Makes the HTML of a site: its pages and the pages that the generator adds.
package struct SiteRenderer: Sendable {
  private let site: ResolvedSite

  /// A renderer of a resolved site; faults of templates are reported while it renders.
  package init(
    _ site: ResolvedSite, templates: TemplateLibrary, into diagnostics: DiagnosticCollector
  ) {
    self.site = site
  }

  /// Every HTML file, stylesheet and theme file, each with what makes it.
  package func outputs() -> [PlannedOutput] {
    site.pages.map { page in
      PlannedOutput(
        page.plan.output, maker: "the page \(page.plan.source)",
        at: page.plan.location(.start), isIndexed: page.plan.isHeldBack ? false : nil,
        modified: page.plan.frontMatter.updated
      ) { [figures = site.figures] in
        .text(page.body.html(at: page.plan.output, figures: figures))
      }
    }
  }
}
