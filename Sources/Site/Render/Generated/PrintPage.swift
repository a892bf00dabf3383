import Markdown

extension GeneratedPages {
  /// Up to how many pages a site can be printed in one.
  static let printLimit = 300

  /// All pages in one, for paper.
  var print: [GeneratedPage] {
    guard PrintPage.isMade(for: site) else { return [] }
    return [
      GeneratedPage(
        output: PrintPage.output, template: "print", title: context.configuration.title,
        documentTitle: words(.print),
        description: description(.printDescription, ["site": context.configuration.title]),
        maker: "the page for printing", isIndexed: false
      ) { [context] values, _ in
        let page = PrintPage(context)
        values[.contents] = page.contents
        values[.list] = page.html
      }
    ]
  }
}

/// The pages of a site one after the other, with ids and links of their own.
struct PrintPage {
  static let output = "print.html"

  private let context: RenderContext
  private let addresses: PageAddresses
  /// The pages with the prefixes of their ids, in reading order.
  private let pages: [(number: Int, prefix: String)]

  /// Whether a site is small enough to be printed in one; an edition that is kept for good is not kept twice.
  static func isMade(for site: ResolvedSite) -> Bool {
    !site.configuration.isFrozen
      && (2...GeneratedPages.printLimit).contains(site.context.outline.sequence.count)
  }

  init(_ context: RenderContext) {
    self.context = context
    pages = context.site.context.outline.sequence.enumerated().map { ($1, "p\($0 + 1)-") }
    let prefixes = pages.map { (context.site.pages[$0.number].plan.output, $0.prefix) }
    addresses = PageAddresses(
      of: Self.output, holding: Dictionary(prefixes) { first, _ in first }, context.site)
  }

  /// The titles of the pages as list items.
  var contents: String {
    var html = HTMLWriter()
    for (number, _) in pages {
      let page = context.site.pages[number]
      html.open("li")
      html.link(page.plan.output, addresses, text: page.title)
      html.close("li")
    }
    return html.html
  }

  /// Each page with title, standfirst, text and notes.
  var html: String {
    var html = HTMLWriter()
    for (number, prefix) in pages {
      let page = context.site.pages[number]
      let paper = PaperHTML(page, addresses)
      // The pages of rows are many and short: each need not begin on a sheet of its own.
      let kind = page.plan.row == nil ? "chapter" : "chapter of-row"
      html.open("section", [("class", kind), ("aria-labelledby", prefix + "title")])
      html.open("h2", [("id", prefix + "title")])
      html.raw(addresses.html(page.titleHTML))
      html.close("h2")
      if let description = page.description {
        html.element("p", [("class", "standfirst")], text: description)
      }
      html.open("div", [("class", "prose")])
      html.raw(Embedding.html(paper.html(addresses.html(page.body)), prefix: prefix))
      html.close("div")
      let notes = context.notes(of: page, addresses)
      if !notes.isEmpty {
        html.open("ol", [("class", "notes")])
        html.raw(Embedding.html(paper.html(notes), prefix: prefix))
        html.close("ol")
      }
      html.close("section")
    }
    return html.html
  }
}
