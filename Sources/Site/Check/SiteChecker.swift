import Diagnostics
import Queries

/// Checks what only the whole site can tell.
struct SiteChecker {
  private let site: ResolvedSite
  private let outputs: OutputPlan
  private let diagnostics: DiagnosticCollector
  /// Outputs that are no pages of the author, for suggestions; not too many of them.
  private let generated: [String]
  /// The places that the generator makes on pages which others link to, by output; of other pages they are
  /// its own affair.
  private let generatedAnchors: [String: Set<String>]

  init(site: ResolvedSite, outputs: OutputPlan, diagnostics: DiagnosticCollector) {
    self.site = site
    self.outputs = outputs
    self.diagnostics = diagnostics
    generated = Array(
      outputs.outputs.lazy.map(\.path).filter(ReservedOutputs.contains).prefix(2000))
    generatedAnchors = Self.anchors(of: site)
  }

  /// Checks links, figures, titles, sources and their age.
  func check() {
    checkFigures()
    checkTitles()
    for page in site.pages {
      for link in page.links { check(link) }
    }
    checkAddress()
    FreshnessCheck(
      configuration: site.configuration, data: site.context.data, diagnostics: diagnostics
    ).run()
    OverdueCheck(
      configuration: site.configuration, data: site.context.data, diagnostics: diagnostics
    ).run()
    RegisterCheck(data: site.context.data, diagnostics: diagnostics).run()
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
    let generated = generatedAnchors[link.output] ?? []
    if generated.contains(fragment) { return }
    reportFragment(link, fragment, among: site.pages[number].anchors.union(generated))
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

  /// A link to a file that the generator makes.
  private func checkGenerated(_ link: PendingLink) {
    guard outputs.contains(link.output) else {
      let near = NearMiss.suggestion(for: link.output, among: generated)
      diagnostics.add(
        .init(
          .error, "link.missing", at: link.location, "a link leads to nothing",
          found: "`\(link.written)`", expected: "a page, a file or an output of the site",
          remedy: near.map { "did you mean `/\($0)`?" }))
      return
    }
    guard let fragment = link.fragment, let anchors = generatedAnchors[link.output],
      !anchors.contains(fragment)
    else { return }
    reportFragment(link, fragment, among: anchors)
  }

  /// The places on the pages of sources, disagreements and changes.
  private static func anchors(of site: ResolvedSite) -> [String: Set<String>] {
    let index = site.context.data.disagreements
    let changes = site.history.changes.flatMap { diff in
      ["edition-" + diff.new.id] + diff.figures.map(diff.entryID)
    }
    return [
      "sources.html": Set(site.context.data.sources.ids),
      DisagreementIndex.output: Set(index.entries.map(\.id) + index.tables),
      "changes.html": Set(changes),
    ]
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
