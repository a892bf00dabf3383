import Diagnostics
import Documents
import Markdown

extension PageDraft {
  /// The title: that of the front matter, or the one `#` heading that opens the text.
  func title(in text: PagePart) -> InlineText {
    var tops: [(part: PagePart, heading: MarkdownHeading)] = []
    for part in text.shown {
      tops += part.tree.constructs.headings.filter { $0.level == 1 }.map { (part, $0) }
    }
    if let written = plan.frontMatter.title {
      for (part, heading) in tops {
        report(
          "page.title", part.location(heading.range), "the page has a title already",
          found: "`title` in the front matter and a `#` heading", remedy: "write `##` here")
      }
      let range = plan.frontMatter.range(of: "title")
      return self.text(
        written,
        at: TextPlace(plan.path, DocumentNode(.string(written), range)))
    }
    guard let (part, heading) = tops.first, part === text, opens(heading, text) else {
      report(
        "page.title",
        tops.first.map { $0.part.location($0.heading.range) } ?? plan.location(.start),
        "the page has no title", expected: "`title` in the front matter, or a `#` heading first")
      return InlineText(plain: plan.output, html: HTMLEscaping.escape(plan.output))
    }
    for (part, heading) in tops.dropFirst() {
      report(
        "page.title", part.location(heading.range), "a page has one `#` heading, its title",
        remedy: "write `##` here")
    }
    let title = InlineText(
      plain: part.tree.plainText(heading.node), html: part.tree.innerHTML(heading.node))
    part.tree.remove(heading.node)
    return title
  }

  /// The description with its values put in, plain.
  func description() -> String? {
    plan.frontMatter.description.map {
      let range = plan.frontMatter.range(of: "description")
      return text($0, at: TextPlace(plan.path, DocumentNode(.string($0), range))).plain
    }
  }

  /// Whether nothing but blank lines stands above a heading.
  private func opens(_ heading: MarkdownHeading, _ text: PagePart) -> Bool {
    let lines = heading.range.start.line - plan.bodyOrigin.line
    return plan.body.split(
      maxSplits: max(lines, 0), omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).prefix(max(lines, 0)).allSatisfy { $0.allSatisfy(\.isWhitespace) }
  }
}
