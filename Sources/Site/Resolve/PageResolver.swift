package import Diagnostics
import Markdown
package import Queries

/// Works out what stands on a page: values, claims, figures, citations, links.
///
/// One resolver serves one thread, as it holds a database session.
package struct PageResolver {
  private let context: SiteContext
  private let session: QuerySession
  private let diagnostics: DiagnosticCollector
  private let shared: SharedResults
  private let texts = PartTexts()
  private let writer: ValueWriter

  /// A resolver for the pages of a site.
  package init(
    _ context: SiteContext, session: QuerySession, into diagnostics: DiagnosticCollector
  ) {
    self.context = context
    self.session = session
    self.diagnostics = diagnostics
    shared = SharedResults(context.data)
    writer = ValueWriter(context)
  }

  /// A page with everything worked out; faults of the author are reported, and the rest goes on.
  package func resolve(_ plan: PagePlan) -> ResolvedPage {
    // 1. The text, with the parts that it includes.
    let loader = PartLoader(context: context, texts: texts, diagnostics: diagnostics)
    guard let text = loader.load(plan) else {
      let title = plan.frontMatter.title ?? ""
      return ResolvedPage(
        plan: plan, title: title, titleHTML: SiteHTML(HTMLEscaping.escape(title)),
        description: plan.frontMatter.description, body: SiteHTML())
    }

    // 2. The queries of the text, which may be used above and below the place where they stand.
    let data = PageData(
      context.data, row: plan.row, queries: queries(of: text), session: session, shared: shared,
      into: diagnostics)
    let page = PageDraft(context, plan: plan, data: data, writer: writer, into: diagnostics)

    // 3. Parts whose condition does not hold vanish, heading and all.
    page.settleInclusions(of: text)

    // 4. Values first: headings, links, claims and captions around them are then complete.
    page.putValues(in: text)
    data.startTrace()
    let title = page.title(in: text)
    let description = page.description()
    let headReads = page.headReads(of: text)

    // 5. Everything else, in the order of the text, so that numbers count up.
    page.nameHeadings(of: text)
    page.nameFigures(of: text)
    page.putConstructs(of: text)

    // 6. The HTML, cut at what stays open.
    return page.resolved(
      title: title, description: description, headReads: headReads, text: text)
  }

  private func queries(of text: PagePart) -> [NamedQuery] {
    text.queries.map { name, fence, path in
      NamedQuery(
        name: name, sql: fence.body, path: path, origin: fence.bodyOrigin,
        columnShift: fence.columnShift)
    }
  }
}

extension PageDraft {
  /// What title and description have read: the trace, and of a title in the text all that the page reads.
  fileprivate func headReads(of text: PagePart) -> [String: Set<String>] {
    let isInText = plan.frontMatter.title == nil
    let holdsValue = text.tree.constructs.codeSpans.contains { $0.isValue && $0.context.inHeading }
    return isInText && holdsValue ? data.reads : data.traced.reads
  }

  /// The finished page.
  fileprivate func resolved(
    title: InlineText, description: String?, headReads: [String: Set<String>], text: PagePart
  ) -> ResolvedPage {
    ResolvedPage(
      plan: plan, title: title.plain, titleHTML: places.siteHTML(title.html),
      description: description, body: places.siteHTML(text.tree.render()), contents: contents,
      figures: figures, evidence: evidence.entries, notes: notes.entries, claims: claims,
      sources: sources.sorted(by: inByteOrder), reads: data.reads, headReads: headReads,
      queries: data.own.values.sorted { inByteOrder($0.name, $1.name) }, uses: data.uses,
      links: links, anchors: anchors)
  }
}
