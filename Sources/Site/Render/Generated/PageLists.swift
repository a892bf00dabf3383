import Markdown

extension RenderContext {
  /// Pages as list items with title and description.
  func list(ofPages numbers: some Sequence<Int>, _ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    for number in numbers { writeItem(forPage: number, &html, addresses) }
    return html.html
  }

  /// A page as a list item with title and description.
  func writeItem(forPage number: Int, _ html: inout HTMLWriter, _ addresses: PageAddresses) {
    let page = site.pages[number]
    html.item(page.title, page.description, page.plan.output, addresses)
  }

  /// The pages and folders of a folder as list items.
  func list(of children: [SiteOutline.Child], _ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    for child in children {
      switch child {
      case .page(let number): writeItem(forPage: number, &html, addresses)
      case .folder(let path):
        guard let folder = site.context.outline.folders[path] else { continue }
        if let index = folder.index {
          writeItem(forPage: index, &html, addresses)
        } else {
          let name = SiteOutline.heading(ofFolder: String(SitePath.name(path)))
          html.item(name, nil, folder.output, addresses)
        }
      }
    }
    return html.html
  }

  /// The pages and figures that use a source or a table, as list items.
  func list(of uses: [UseIndex.Use], _ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    for use in uses {
      let page = site.pages[use.page]
      html.open("li")
      html.link(page.plan.output, addresses, text: site.label(of: use.page))
      if !use.figures.isEmpty {
        html.text(use.isText ? ": \(words(.inText)); " : ": ")
        for (place, figure) in use.figures.enumerated() {
          if place > 0 { html.text("; ") }
          writeReference(to: page.figures[figure], of: page, &html, addresses)
        }
      }
      html.close("li")
    }
    return html.html
  }

  private func writeReference(
    to figure: Figure, of page: ResolvedPage, _ html: inout HTMLWriter, _ addresses: PageAddresses
  ) {
    let label = site.figures[figure.id]?.label ?? figure.title
    let text = figure.title.isEmpty ? label : "\(label), \(figure.title)"
    html.link("\(page.plan.output)#\(figure.anchor)", addresses, text: text)
  }
}

extension HTMLWriter {
  /// Writes a list item that leads to a page.
  mutating func item(
    _ title: String, _ description: String?, _ output: String, _ addresses: PageAddresses
  ) {
    open("li")
    link(output, addresses, text: title)
    if let description { element("p", text: description) }
    close("li")
  }

  /// Writes a group of a `dl`.
  mutating func fact(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    fact(name) { $0.text(value) }
  }

  /// Writes a group of a `dl` whose value is HTML.
  mutating func fact(_ name: String, _ value: (inout HTMLWriter) -> Void) {
    open("div")
    element("dt", text: name)
    open("dd")
    value(&self)
    close("dd")
    close("div")
  }
}
