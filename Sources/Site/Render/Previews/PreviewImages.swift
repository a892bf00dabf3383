import Diagnostics

/// The pictures that stand for the pages of a site where they are shared.
///
/// The pages of the author and those of charts have pictures of their own. All others, and those of a site
/// with very many pages, share the picture of the landing page, else that of the theme.
struct PreviewImages: Sendable {
  /// Up to how many pages a site's pages have pictures of their own.
  static let pageLimit = 300
  /// The theme's picture, among its assets.
  static let standard = "preview.png"
  private static let folder = "assets/previews/"

  /// A picture as a page refers to it.
  struct Image: Sendable {
    var output: String
    var width: Int?
    var height: Int?
    /// What it shows.
    var alternative: String
  }

  private let site: ResolvedSite
  private let words: Words
  private let texts: SiteTexts
  private let theme: TemplateLibrary.Asset?
  private let makesOwn: Bool

  /// The pictures of a site.
  init(_ site: ResolvedSite, _ library: TemplateLibrary, _ words: Words, _ texts: SiteTexts) {
    self.site = site
    self.words = words
    self.texts = texts
    theme = library.assets.first { $0.path == Self.standard }
    makesOwn = site.context.drawsPreviews
  }

  /// Whether the pages of a site are to have pictures of their own; they need an address on the web.
  static func areMade(for configuration: SiteConfiguration, pages: Int, _ maker: PreviewMaker)
    -> Bool
  {
    guard case .png = maker else { return false }
    return configuration.url != nil && !configuration.isFrozen && pages <= pageLimit
  }

  /// The page whose picture an output in the folder of pictures is.
  static func page(of output: String) -> String? {
    guard output.hasPrefix(folder), output.hasSuffix(".png") else { return nil }
    return String(output.dropFirst(folder.count).dropLast(".png".count)) + ".html"
  }

  /// The picture that stands for a page; nil where there is none.
  func image(of page: String) -> Image? {
    if makesOwn {
      for page in [page, "index.html"] {
        guard let card = card(of: page) else { continue }
        return Image(
          output: Self.output(of: page), width: Int(PreviewCard.width),
          height: Int(PreviewCard.height), alternative: alternative(of: card, page))
      }
    }
    return theme.map { theme in
      let size = ImageSize(theme.bytes)
      return Image(
        output: "assets/" + theme.path, width: size?.width, height: size?.height,
        alternative: site.configuration.title)
    }
  }

  /// The files: each page's own picture. Where one cannot be made, the theme's picture takes its place.
  func outputs(_ maker: PreviewMaker, into diagnostics: DiagnosticCollector) -> [PlannedOutput] {
    guard makesOwn, case .png(let png) = maker else { return [] }
    let pages = site.pages.map(\.plan.output) + site.figures.ids.map { "figures/\($0).html" }
    return pages.compactMap { page in
      card(of: page).map { card in
        PlannedOutput(Self.output(of: page), maker: "the preview of \(page)") { [theme] in
          do {
            return .bytes(try png(card.svg))
          } catch {
            diagnostics.add(
              Diagnostic(
                .warning, "preview.failed", at: nil, "the preview of `\(page)` could not be made",
                found: "\(error)", remedy: "the picture of the theme takes its place"))
            return .bytes(theme?.bytes ?? [])
          }
        }
      }
    }
  }

  // MARK: Cards

  private static func output(of page: String) -> String {
    folder + SitePath.replacingExtension(page, ".html", with: ".png")
  }

  private func card(of output: String) -> PreviewCard? {
    let configuration = site.configuration
    var card = PreviewCard(site: configuration.title, title: "")
    card.edition = configuration.edition.map { edition in
      words(.editionOf, ["id": edition.id, "date": texts.date(edition.published)])
    }
    if let number = site.context.index.page(at: output), output != "404.html" {
      let page = site.pages[number]
      card.title = page.title
      card.description = page.description
      card.chart =
        page.figures.lazy.compactMap { figure in
          figure.preview.map { .init(title: figure.title, svg: $0) }
        }.first
      return card
    }
    guard output.hasPrefix("figures/"), let figure = figure(at: output), let svg = figure.preview
    else { return nil }
    card.title = figure.title.isEmpty ? site.figures[figure.id]?.label ?? "" : figure.title
    card.chart = .init(title: nil, svg: svg)
    return card
  }

  private func figure(at output: String) -> Figure? {
    site.figure(String(output.dropFirst("figures/".count).dropLast(".html".count)))
  }

  /// The title, and what the chart shows.
  private func alternative(of card: PreviewCard, _ output: String) -> String {
    guard card.chart != nil else { return "\(card.title) – \(card.site)" }
    let number = site.context.index.page(at: output)
    let figure =
      number.map { site.pages[$0].figures.first { $0.preview != nil } } ?? figure(at: output)
    let parts = [card.title, card.chart?.title, figure?.description].compactMap { $0 }
    return GeneratedPages.shortened(parts.joined(separator: ". "), to: Self.alternativeLength)
  }

  /// How many characters readers of alternative texts of shared pictures take.
  private static let alternativeLength = 420
}
