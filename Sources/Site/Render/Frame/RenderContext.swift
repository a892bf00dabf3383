import Diagnostics

/// What all pages of a site are rendered with; made once, read by all threads.
final class RenderContext: Sendable {
  let site: ResolvedSite
  let templates: TemplateRenderer
  let words: Words
  let texts: SiteTexts
  /// Who uses which source and table.
  let uses: UseIndex
  /// In which editions figures have moved.
  let revisions: FigureRevisions
  /// The pictures that stand for pages.
  let previews: PreviewImages
  private let frames: [String: FolderFrame]

  init(
    _ site: ResolvedSite, templates library: TemplateLibrary, folders: Set<String>,
    into diagnostics: DiagnosticCollector
  ) {
    self.site = site
    words = site.context.words
    templates = TemplateRenderer(library, words: words, into: diagnostics)
    texts = SiteTexts(language: site.configuration.language)
    uses = UseIndex(site)
    revisions = FigureRevisions(site.history)
    previews = PreviewImages(site, library, words, texts)
    let parts = FrameParts(site: site, words: words, texts: texts)
    frames = Dictionary(
      uniqueKeysWithValues: folders.map { ($0, FolderFrame($0, parts)) })
  }

  var configuration: SiteConfiguration { site.configuration }

  /// What all pages of a folder share.
  func frame(of output: String) -> FolderFrame? { frames[SitePath.folder(output)] }
}

extension ResolvedSite {
  /// What a page is called in lists: its short name, else that in the navigation, else its title.
  func label(of page: Int) -> String {
    if case .named(let name) = pages[page].plan.frontMatter.navigation { return name }
    return context.outline.navigation.lazy.compactMap { $0.title(of: page) }.first
      ?? pages[page].title
  }
}

extension SiteOutline.Entry {
  /// The name that the entry, or one below it, gives a page.
  fileprivate func title(of page: Int) -> String? {
    if case .output(_, fragment: nil, kind: .page(page)) = target, let title { return title }
    return children.lazy.compactMap { $0.title(of: page) }.first
  }
}
