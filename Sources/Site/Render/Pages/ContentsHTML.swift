import Markdown

extension ResolvedPage {
  /// Whether the page shows its contents: by its front matter, else with more than three headings of
  /// level 2.
  var showsContents: Bool {
    switch plan.frontMatter.contents {
    case .always: !contents.isEmpty
    case .never: false
    case .automatic: contents.count { $0.level == 2 } > 3
    }
  }

  /// The headings of level 2, each with those of level 3 below it, as list items.
  func contentsHTML(_ addresses: PageAddresses) -> String {
    var html = HTMLWriter()
    var rest = contents[...]
    while let entry = rest.popFirst() {
      html.open("li")
      write(entry, &html, addresses)
      let below = entry.level == 2 ? rest.prefix { $0.level > 2 } : []
      if !below.isEmpty {
        html.open("ol")
        for entry in below {
          html.open("li")
          write(entry, &html, addresses)
          html.close("li")
        }
        html.close("ol")
        rest = rest.dropFirst(below.count)
      }
      html.close("li")
    }
    return html.html
  }

  private func write(
    _ entry: ContentsEntry, _ html: inout HTMLWriter, _ addresses: PageAddresses
  ) {
    html.open("a", [("href", addresses.to("\(plan.output)#\(entry.id)"))])
    html.raw(addresses.html(entry.html))
    html.close("a")
  }
}
