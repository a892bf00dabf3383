/// `llms.txt`: what the site is and which pages it has, as Markdown for language models (llmstxt.org).
struct SiteSummary: Sendable {
  let context: RenderContext

  /// The text: the site, its chapters with their findings, and where the data are.
  var text: String {
    let site = context.site
    var text = "# \(line(site.configuration.title))\n\n"
    if let description = site.configuration.description { text += "> \(line(description))\n\n" }
    if let edition = site.configuration.edition {
      text += context.words(
        .editionOf, ["id": edition.id, "date": context.texts.date(edition.published)])
      text += ". \(context.words(.dataAsOf)): \(context.texts.date(edition.dataAsOf)).\n\n"
    }
    text += "## \(context.words(.chapters))\n\n"
    for number in site.context.outline.sequence {
      let page = site.pages[number]
      text += item(page.title, page.plan.output, page.description)
    }
    text += "\n## \(context.words(.reference))\n\n"
    for (output, label) in StandingPages(site: site, words: context.words).links
    where output != PrintVolumes.output(0) {
      text += item(label, output, nil)
    }
    return text
  }

  /// A page by its copy, which is easier to read for those who read this.
  private func item(_ title: String, _ page: String, _ description: String?) -> String {
    let output = (context.configuration.hasCopies ? PageCopy.output(of: page) : nil) ?? page
    let address =
      context.configuration.address(of: output) ?? RelativeAddress.from("llms.txt", to: output)
    return "- [\(line(title))](\(address))" + (description.map { ": \(line($0))" } ?? "") + "\n"
  }

  /// A text on one line, without what would end the link's text.
  private func line(_ text: String) -> String {
    // Nearly all are on one line and without brackets; of other scripts only the long way knows.
    if text.utf8.allSatisfy({ 0x20..<0x5B ~= $0 || 0x5E..<0x7F ~= $0 }) { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
      .replacing("[", with: "\\[").replacing("]", with: "\\]")
  }
}
