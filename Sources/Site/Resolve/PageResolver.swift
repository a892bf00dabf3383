package import Diagnostics
package import Queries

/// Works out what stands on a page: values, claims, figures, citations, links.
///
/// One resolver serves one thread, as it holds a database session.
package struct PageResolver {
  private let context: SiteContext
  private let session: QuerySession
  private let diagnostics: DiagnosticCollector

  /// A resolver for the pages of a site.
  package init(
    _ context: SiteContext, session: QuerySession, into diagnostics: DiagnosticCollector
  ) {
    self.context = context
    self.session = session
    self.diagnostics = diagnostics
  }

  /// A page with everything worked out; faults of the author are reported, and the rest goes on.
  package func resolve(_ plan: PagePlan) -> ResolvedPage {
    let title = plan.frontMatter.title ?? ""
    return ResolvedPage(
      plan: plan, title: title, titleHTML: SiteHTML(title),
      description: plan.frontMatter.description, body: SiteHTML(String(plan.body)))
  }
}
