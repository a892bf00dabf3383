import Markdown

extension GeneratedPages {
  /// All pages one after the other, for paper, in one document or several.
  var print: [GeneratedPage] {
    let volumes = PrintVolumes(site)
    return volumes.outputs.enumerated().map { number, output in
      GeneratedPage(
        output: output, template: "print", title: context.configuration.title,
        documentTitle: PrintPage.name(of: number, in: volumes, words),
        description: description(.printDescription, ["site": context.configuration.title]),
        maker: "the page for printing", isIndexed: false
      ) { [context] values, _ in
        let page = PrintPage(context, volumes: volumes, number: number)
        values[.kicker] = volumes.pages.count > 1 ? page.name : nil
        values[.contents] = page.contents
        values[.parts] = page.parts
        values[.list] = page.html
      }
    }
  }
}

/// Pages of a site one after the other, with ids and links of their own.
struct PrintPage {
  private let context: RenderContext
  private let volumes: PrintVolumes
  /// The volume, counted from zero.
  private let number: Int
  private let addresses: PageAddresses
  /// The pages with the prefixes of their ids, in reading order.
  private let pages: [(number: Int, prefix: String)]

  init(_ context: RenderContext, volumes: PrintVolumes, number: Int) {
    self.context = context
    self.volumes = volumes
    self.number = number
    let before = volumes.pages[..<number].reduce(0) { $0 + $1.count }
    pages = volumes.pages[number].enumerated().map { ($1, "p\(before + $0 + 1)-") }
    let prefixes = pages.map { (context.site.pages[$0.number].plan.output, $0.prefix) }
    addresses = PageAddresses(
      of: PrintVolumes.output(number), holding: Dictionary(prefixes) { first, _ in first },
      context.site)
  }

  /// What a volume is called: `All pages for printing, part 2 of 8`.
  static func name(of number: Int, in volumes: PrintVolumes, _ words: Words) -> String {
    guard volumes.pages.count > 1 else { return words(.print) }
    return words(
      .printPart, ["number": String(number + 1), "count": String(volumes.pages.count)])
  }

  /// What the volume is called.
  var name: String { Self.name(of: number, in: volumes, context.words) }

  /// The other volumes as list items, each with the titles of its pages.
  var parts: String {
    var html = HTMLWriter()
    for other in volumes.pages.indices where volumes.pages.count > 1 {
      html.open("li")
      let part = context.words(.part, ["number": String(other + 1)])
      if other == number {
        html.element("strong", text: part)
      } else {
        html.link(PrintVolumes.output(other), addresses, text: part)
      }
      let titles = volumes.pages[other].map { context.site.label(of: $0) }
      html.text(": " + titles.joined(separator: "; "))
      html.close("li")
    }
    return html.html
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
