import Diagnostics

/// What all pages of a site are rendered with; made once, read by all threads.
final class RenderContext: Sendable {
  let site: ResolvedSite
  let templates: TemplateRenderer
  let words: Words
  let texts: SiteTexts
  /// Who uses which source and table.
  let uses: UseIndex
  /// Images and stylesheets of the theme, by path.
  let assets: Set<String>
  private let frames: [String: FolderFrame]

  init(
    _ site: ResolvedSite, templates library: TemplateLibrary, folders: Set<String>,
    into diagnostics: DiagnosticCollector
  ) {
    self.site = site
    words = library.strings.words(for: site.configuration.language)
    templates = TemplateRenderer(library, words: words, into: diagnostics)
    texts = SiteTexts(language: site.configuration.language)
    uses = UseIndex(site)
    assets = Set(library.assets.map(\.path))
    let parts = FrameParts(site: site, words: words, texts: texts)
    frames = Dictionary(
      uniqueKeysWithValues: folders.map { ($0, FolderFrame($0, parts)) })
  }

  var configuration: SiteConfiguration { site.configuration }

  /// What all pages of a folder share.
  func frame(of output: String) -> FolderFrame? { frames[SitePath.folder(output)] }

  /// What a page is called in lists: its short name, else its title.
  func label(of number: Int) -> String {
    site.pages[number].label
  }
}

extension ResolvedPage {
  /// What the page is called in lists and navigation: its short name, else its title.
  var label: String {
    if case .named(let name) = plan.frontMatter.navigation { name } else { title }
  }
}
