extension GeneratedPages {
  /// The page that a server shows for an address that is not there.
  var notFound: GeneratedPage {
    GeneratedPage(
      output: "404.html", template: "404", title: words(.notFound),
      description: description(
        .notFoundDescription, ["site": context.configuration.title]),
      maker: "the page for what is not found", isIndexed: false
    ) { _, _ in }
  }
}
