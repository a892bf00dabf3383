import Markdown

extension RenderContext {
  /// When a page was published and up to when its data go: groups of a `dl`.
  ///
  /// - Parameter matter: what the page says of itself; nil for a generated page.
  func editionLine(_ matter: FrontMatter?) -> String {
    let edition = configuration.edition
    var html = HTMLWriter()
    let published = matter?.date ?? edition?.published
    let updated = matter?.updated.flatMap { $0 == published ? nil : $0 }
    group(.published, published, &html)
    group(.updated, updated, &html)
    group(.dataAsOf, edition?.dataAsOf, &html)
    if let id = edition?.id {
      open(.edition, &html)
      html.text(id)
      close(&html)
    }
    group(.nextUpdate, edition?.next, &html)
    if let matter, !matter.authors.isEmpty {
      open(.by, &html)
      for (place, author) in matter.authors.enumerated() {
        if place > 0 { html.text(", ") }
        let person = configuration.people[author]
        html.link(external: person?.url, text: person?.name ?? author)
      }
      close(&html)
    }
    return html.html
  }

  /// When an earlier edition was published and up to when its data go: groups of a `dl`.
  func line(of edition: SiteConfiguration.Edition) -> String {
    var html = HTMLWriter()
    group(.published, edition.published, &html)
    group(.dataAsOf, edition.dataAsOf, &html)
    return html.html
  }

  private func group(_ word: Word, _ day: String?, _ html: inout HTMLWriter) {
    guard let day else { return }
    open(word, &html)
    html.raw(texts.time(day))
    close(&html)
  }

  private func open(_ word: Word, _ html: inout HTMLWriter) {
    html.open("div")
    html.element("dt", text: words(word))
    html.open("dd")
  }

  private func close(_ html: inout HTMLWriter) {
    html.close("dd")
    html.close("div")
  }
}
