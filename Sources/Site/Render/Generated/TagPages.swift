import Markdown

extension GeneratedPages {
  /// A page for each tag and one for all.
  var tags: [GeneratedPage] {
    if site.tags.isEmpty { return [] }
    let index = GeneratedPage(
      output: "tags/index.html", template: "tags", title: words(.tags),
      description: description(.tagsDescription, ["site": context.configuration.title]),
      maker: "the tags"
    ) { [context] values, addresses in
      var html = HTMLWriter()
      for tag in context.site.tags {
        html.open("li")
        html.link(tag.output, addresses, text: tag.name)
        html.text(" (\(context.texts.count(tag.pages.count)))")
        html.close("li")
      }
      values[.list] = html.html
    }
    return [index] + site.tags.map(page)
  }

  private func page(of tag: ResolvedSite.Tag) -> GeneratedPage {
    let title = words(.tags) + ": " + tag.name
    return GeneratedPage(
      output: tag.output, template: "tag", title: tag.name, documentTitle: title,
      description: description(
        .tagDescription,
        [
          "tag": tag.name, "count": context.texts.count(tag.pages.count),
          "site": context.configuration.title,
        ]),
      maker: "the tag \(tag.name)",
      crumbs: [(words(.home), "index.html"), (words(.tags), "tags/index.html")]
    ) { [context] values, addresses in
      values[.kicker] = context.words(.tags)
      values[.list] = context.list(ofPages: tag.pages, addresses)
    }
  }
}
