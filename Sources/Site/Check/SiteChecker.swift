import Diagnostics
import Queries

/// Checks what only the whole site can tell.
struct SiteChecker {
  let site: ResolvedSite
  let outputs: OutputPlan
  let diagnostics: DiagnosticCollector

  /// Checks links, figures, titles, and the data tests of `checks/`.
  func check(_ tests: [ContentLoader.SQLFile]) throws {
    checkFigures()
    checkTitles()
    for page in site.pages {
      for link in page.links { check(link) }
    }
    checkAddress()
    try DataTests(site: site, diagnostics: diagnostics).run(tests)
  }

  // MARK: Links

  private func check(_ link: PendingLink) {
    if link.output.isEmpty { return checkFigure(link) }
    guard let number = site.context.index.page(at: link.output) else {
      return checkGenerated(link)
    }
    guard let fragment = link.fragment, !site.pages[number].anchors.contains(fragment) else {
      return
    }
    reportFragment(link, fragment, among: site.pages[number].anchors)
  }

  /// A link to a figure by its anchor, on whatever page it stands.
  private func checkFigure(_ link: PendingLink) {
    let id = String((link.fragment ?? "").dropFirst("fig-".count))
    if site.figures[id] != nil { return }
    diagnostics.add(
      .init(
        .error, "link.figure", at: link.location, "a link names a figure that is not there",
        found: "`\(link.written)`",
        remedy: NearMiss.suggestion(for: id, among: site.figures.ids).map {
          "did you mean `#fig-\($0)`?"
        }))
  }

  /// A link to a file that the generator makes. The places within it are its own affair, except those of
  /// sources.
  private func checkGenerated(_ link: PendingLink) {
    guard outputs.contains(link.output) else {
      let near = NearMiss.suggestion(for: link.output, among: outputs.outputs.lazy.map(\.path))
      diagnostics.add(
        .init(
          .error, "link.missing", at: link.location, "a link leads to nothing",
          found: "`\(link.written)`", expected: "a page, a file or an output of the site",
          remedy: near.map { "did you mean `/\($0)`?" }))
      return
    }
    guard link.output == "sources.html", let fragment = link.fragment,
      site.context.data.sources[fragment] == nil
    else { return }
    reportFragment(link, fragment, among: Set(site.context.data.sources.ids))
  }

  private func reportFragment(_ link: PendingLink, _ fragment: String, among ids: Set<String>) {
    diagnostics.add(
      .init(
        .error, "link.fragment", at: link.location, "a link names a place that is not on the page",
        found: "`\(link.written)`",
        remedy: NearMiss.suggestion(for: fragment, among: ids).map { "did you mean `#\($0)`?" }
          ?? "name the id of a heading, figure or note of \(link.output)"))
  }

  // MARK: Figures, titles, address

  private func checkFigures() {
    var first: [String: SourceLocation] = [:]
    for page in site.pages {
      for figure in page.figures {
        guard let other = first[figure.id] else {
          first[figure.id] = figure.location
          continue
        }
        diagnostics.add(
          .init(
            .error, "figure.id", at: figure.location, "two figures have the same id",
            found: "`\(figure.id)`", remedy: "give one of them another name",
            notes: [.init("the other stands here", at: other)]))
      }
    }
  }

  /// Pages of rows must differ in their titles; other pages should.
  private func checkTitles() {
    var first: [String: PagePlan] = [:]
    for page in site.pages where !page.title.isEmpty {
      guard let other = first.updateValue(page.plan, forKey: page.title) else { continue }
      let areRows = page.plan.row != nil && other.row?.template == page.plan.row?.template
      diagnostics.add(
        .init(
          areRows ? .error : .warning, "page.title",
          at: page.plan.location(page.plan.frontMatter.range(of: "title")),
          "two pages have the same title", found: "\"\(page.title)\"",
          remedy: areRows ? "put a value of the row into the title" : "say how they differ",
          notes: [.init("\(other.output) and \(page.plan.output)")]))
    }
  }

  private func checkAddress() {
    guard site.configuration.url == nil else { return }
    diagnostics.add(
      .init(
        .warning, "site.url",
        at: SourceLocation(site.context.files.printedPath(ContentTree.configuration)),
        "the site has no address, so canonical links, feed and sitemap are left out",
        remedy: "add `url: https://…/` once it is known"))
  }
}
