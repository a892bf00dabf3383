import Diagnostics
import Tables

/// Gathers every file of a site with what makes it.
struct OutputPlanner {
  let site: ResolvedSite
  let content: ContentLoader.Content
  let diagnostics: DiagnosticCollector

  /// The files: HTML from the renderer, copies, data, downloads, and what machines read.
  func plan(_ renderer: SiteRenderer) -> OutputPlan {
    var plan = OutputPlan()
    let groups = [
      renderer.outputs(), copies(), downloads(), tables(), records(), computedEditions(),
    ]
    for output in groups.joined() { plan.add(output, into: diagnostics) }
    let sitemap = Sitemap(plan.outputs, site.configuration)
    if site.configuration.url != nil {
      plan.add(made("sitemap.xml", "the sitemap") { sitemap.xml ?? "" }, into: diagnostics)
    }
    return plan
  }

  /// A text that the generator makes by itself.
  private func made(
    _ path: String, _ maker: String, _ text: @escaping @Sendable () -> String
  ) -> PlannedOutput {
    PlannedOutput(path, maker: maker) { .text(text()) }
  }

  private func copies() -> [PlannedOutput] {
    let files = site.context.files
    return (content.tree.copied + site.context.data.files).map { path in
      PlannedOutput(
        path, maker: "the file \(files.printedPath(path))",
        at: SourceLocation(files.printedPath(path)), isCopied: true
      ) { .bytes(try files.read(path)) }
    }
  }

  private func downloads() -> [PlannedOutput] {
    site.figures.ids.flatMap { id -> [PlannedOutput] in
      guard let place = site.figures[id], let figure = site.figure(id), figure.isPublished else {
        return []
      }
      let download = FigureDownload(
        figure: figure, page: site.pages[place.page].plan.output, context: site.context)
      let readme = FigureReadme(figure: figure, page: site.pages[place.page], site: site)
      var files = download.files
      files.append((FigureReadme.name(of: figure), { readme.text }))
      if site.configuration.isFrozen {
        files.append(
          (figure.id + ".html", { FigureAddress(figure: figure, place: place, site: site).html }))
      }
      return files.map { name, make in
        PlannedOutput("figures/" + name, maker: "the figure \(id)", at: figure.location) {
          .text(make())
        }
      }
    }
  }

  private func tables() -> [PlannedOutput] {
    DataOutputs(site: site).files.map { name, make in
      PlannedOutput("data/" + name, maker: "the data package") { .text(make()) }
    }
  }

  /// What earlier editions have beside their frozen files: the records, and all files of those that were
  /// computed from the data alone.
  private func computedEditions() -> [PlannedOutput] {
    if site.configuration.isFrozen { return [] }
    return site.history.frozen.flatMap { record in
      RecordFiles(record: record).files.map { path, make in
        made(path, "the edition \(record.id)", make)
      }
    }
  }

  /// Feed, robots, icon and the record of the edition.
  private func records() -> [PlannedOutput] {
    let site = site
    let (feed, figures) = (AtomFeed(site), FigureFeed(site))
    var outputs = [
      made("robots.txt", "the generator") { Sitemap.robots(site.configuration) },
      made("favicon.svg", "the generator") { Favicon.svg(site.configuration.title) },
      made("edition.json", "the record of the edition") { EditionFile(site: site).json },
    ]
    let sources = SourceExport(register: site.context.data.sources)
    if !sources.register.entries.isEmpty {
      outputs += [
        made(SourceExport.bibTeXOutput, "the register of sources") { sources.bibTeX },
        made(SourceExport.cslOutput, "the register of sources") { sources.cslJSON },
      ]
    }
    if feed.isPublished { outputs.append(made("feed.xml", "the feed") { feed.xml ?? "" }) }
    if figures.isPublished {
      outputs.append(made("figures.xml", "the feed of figures") { figures.xml ?? "" })
    }
    return outputs
  }
}
