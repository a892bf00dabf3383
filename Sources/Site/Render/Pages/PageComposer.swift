import Markdown

/// Puts a page together: the values that its template sees.
struct PageComposer: Sendable {
  let context: RenderContext

  private var site: ResolvedSite { context.site }

  /// Whether the pages are those of an edition that is kept: search engines are to lead to the latest.
  private var isKept: Bool { site.configuration.isFrozen }

  /// The HTML of a page of the author.
  ///
  /// - Parameters:
  ///   - number: the page, by its place in the plan.
  ///   - generated: what the generator adds at its address.
  func html(ofPage number: Int, with generated: GeneratedPage?) -> String {
    let page = site.pages[number]
    let matter = page.plan.frontMatter
    let addresses = PageAddresses(of: page.plan.output, site)
    let template = Self.template(of: page.plan, generated)
    let crumbs = generated?.crumbs ?? crumbs(of: page.plan.output)
    var values = frame(
      page.plan.output, addresses, title: page.title, description: page.description,
      crumbs: crumbs)
    values[.kind] = template
    values[.heading] = addresses.html(page.titleHTML)
    values[.body] = addresses.html(page.body)
    values[.edition] = context.editionLine(matter) + context.dataTo(page.reads)
    if page.showsContents { values[.contents] = page.contentsHTML(addresses) }
    values[.notes] = context.notes(of: page, addresses)
    values[.evidence] = context.evidence(of: page, addresses)
    values[.lineage] = context.lineage(of: page, addresses)
    values[.tags] = tags(matter.tags, addresses)
    values[.og_type] = page.plan.output == "index.html" ? "website" : "article"
    values.set(.draft, page.plan.isHeldBack)
    values.set(
      .noindex, isKept || page.plan.isHeldBack || page.plan.output == "404.html")
    if template == "profile" { values[.kicker] = crumbs.last?.label }
    if page.plan.output != "404.html" {
      let citation = Citation(page, in: site.context)
      values[.citation] = citation.text
      values[.bibtex] = citation.bibTeX
    }
    setNeighbours(of: number, &values, addresses)
    generated?.fill(&values, addresses)
    var data = StructuredData(configuration: context.configuration)
    data.article = article(page)
    data.dataset = generated?.dataset()
    data.crumbs = crumbs + [(site.label(of: number), page.plan.output)]
    values[.structured_data] = structured(data)
    return context.templates.render(template, values) ?? ""
  }

  /// The HTML of a page that is generated alone.
  func html(of page: GeneratedPage) -> String {
    let addresses = PageAddresses(of: page.output, site)
    let crumbs = page.crumbs ?? crumbs(of: page.output)
    var values = frame(
      page.output, addresses, title: page.title, description: page.description, crumbs: crumbs)
    if let title = page.documentTitle {
      values[.document_title] = "\(title) – \(context.configuration.title)"
    }
    values[.kind] = page.template
    values[.heading] = HTMLEscaping.escape(page.title)
    values[.edition] = context.editionLine(nil)
    values[.og_type] = "website"
    values.set(.noindex, isKept || !page.isIndexed)
    page.fill(&values, addresses)
    var data = StructuredData(configuration: context.configuration)
    data.dataset = page.dataset()
    data.crumbs = crumbs + [(page.title, page.output)]
    values[.structured_data] = structured(data)
    return context.templates.render(page.template, values) ?? ""
  }

  /// The page at an old address: it leads to the new one, by itself and by a link.
  func html(of redirect: Redirect) -> String {
    let page = site.pages[redirect.page]
    let addresses = PageAddresses(of: redirect.output, site)
    var values = frame(
      redirect.output, addresses, title: page.title, description: page.description, crumbs: [])
    values[.document_title] = "\(context.words(.moved)): \(page.title)"
    values[.kind] = "redirect"
    values[.canonical] = context.configuration.address(of: page.plan.output)
    values[.target] = addresses.to(page.plan.output)
    values[.copy] = nil
    values[.og_type] = "website"
    values.set(.noindex, true)
    return context.templates.render("redirect", values) ?? ""
  }

  /// The template of a page: the one it names, else by what it is.
  static func template(of plan: PagePlan, _ generated: GeneratedPage?) -> String {
    if let name = plan.frontMatter.template { return name }
    if let generated { return generated.template }
    if plan.output == "index.html" { return "landing" }
    if plan.row != nil { return "profile" }
    return SitePath.name(plan.output) == "index.html" ? "section" : "page"
  }

  // MARK: Parts

  /// The page for search engines; nothing in a frozen edition, as these are to find the latest.
  private func structured(_ data: StructuredData) -> String? {
    context.configuration.isFrozen ? nil : data.html
  }

  private func crumbs(of output: String) -> [(label: String, output: String)] {
    (context.frame(of: output)?.crumbs ?? []).filter { $0.output != output }
  }

  /// What the frame of a page needs.
  private func frame(
    _ output: String, _ addresses: PageAddresses, title: String, description: String?,
    crumbs: [(label: String, output: String)]
  ) -> TemplateValues {
    let configuration = context.configuration
    let parts = FrameParts(site: site, words: context.words, texts: context.texts)
    let frame =
      output == "404.html"
      ? FolderFrame(addresses, folder: "", parts)
      : context.frame(of: output) ?? FolderFrame(SitePath.folder(output), parts)
    var values = frame.values
    values[.title] = title
    values[.document_title] =
      title == configuration.title ? title : "\(title) – \(configuration.title)"
    values[.description] = description
    values[.standfirst] = description
    values[.canonical] = output == "404.html" ? nil : configuration.address(of: output)
    values[.navigation] = frame.navigation(of: output)
    setImage(of: output, &values)
    values[.copy] =
      configuration.hasCopies ? PageCopy.output(of: output).map(addresses.to) : nil
    values[.footer_links] = frame.footer(of: output)
    if crumbs.count > 1 { values[.breadcrumb] = breadcrumb(crumbs, addresses) }
    return values
  }

  /// The picture that stands for the page, where the site has an address on the web.
  private func setImage(of output: String, _ values: inout TemplateValues) {
    guard let image = context.previews.image(of: output),
      let address = context.configuration.address(of: image.output)
    else { return }
    values[.image] = address
    values[.image_width] = image.width.map(String.init)
    values[.image_height] = image.height.map(String.init)
    values[.image_alternative] = image.alternative
  }

  private func breadcrumb(
    _ crumbs: [(label: String, output: String)], _ addresses: PageAddresses
  ) -> String {
    var html = HTMLWriter()
    for crumb in crumbs {
      html.open("li")
      html.link(crumb.output, addresses, text: crumb.label)
      html.close("li")
    }
    return html.html
  }

  private func tags(_ tags: [String], _ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    for tag in tags {
      html.open("li")
      html.link("tags/\(Slug.of(tag)).html", addresses, text: tag)
      html.close("li")
    }
    return html.html
  }

  private func setNeighbours(
    of number: Int, _ values: inout TemplateValues, _ addresses: PageAddresses
  ) {
    func link(_ neighbour: Int?, _ direction: String, _ word: Word) -> String? {
      guard let neighbour else { return nil }
      let page = site.pages[neighbour]
      var html = HTMLWriter()
      html.open("a", [("href", addresses.to(page.plan.output)), ("rel", direction)])
      html.element("span", [("class", "direction")], text: context.words(word))
      html.text(" \(page.title)")
      html.close("a")
      return html.html
    }
    let outline = site.context.outline
    guard outline.previous.indices.contains(number) else { return }
    values[.previous] = link(outline.previous[number], "prev", .previousPage)
    values[.next] = link(outline.next[number], "next", .nextPage)
  }

  private func article(_ page: ResolvedPage) -> StructuredData.Article {
    let matter = page.plan.frontMatter
    return StructuredData.Article(
      headline: page.title, description: page.description, output: page.plan.output,
      published: matter.date ?? context.configuration.edition?.published,
      modified: matter.updated,
      authors: matter.authors.map { context.configuration.people[$0] ?? .init(name: $0) },
      keywords: matter.tags, isReport: page.plan.output == "index.html")
  }
}
