import Diagnostics
import Markdown

extension PageDraft {
  /// Puts an image in place; one alone in a paragraph with a caption is a figure.
  func put(image: MarkdownLink, of part: PagePart) {
    let place = part.location(image.range)
    let isDecorative = image.title == "alt: decorative"
    let alternative = isDecorative ? "" : part.tree.plainText(image.node)
    if alternative.isEmpty, !isDecorative {
      report(
        "image.alternative", place, "an image has no alternative text",
        expected: "`![what it shows](\(image.destination))`",
        remedy: "write it, or the title \"alt: decorative\" where there is nothing to say")
    }
    warnAboutDigits(typedText(of: image, in: part), at: place)
    guard let source = address(of: image, in: part, at: place) else { return }
    var html = HTMLWriter()
    html.open(
      "img",
      [
        ("src", source.address), ("alt", alternative), ("width", source.size.map { "\($0.width)" }),
        ("height", source.size.map { "\($0.height)" }),
      ])
    guard let paragraph = image.aloneIn, !image.title.isEmpty, !isDecorative else {
      part.tree.replace(image.node, html: html.html, text: alternative)
      return
    }
    let base = SitePath.replacingExtension(plan.output, ".html", with: "")
    let id = ids.id("fig-", for: base + " image")
    var figure = Figure(
      id: String(id.dropFirst("fig-".count)), kind: .image, title: image.title,
      content: places.siteHTML(html.html), location: place)
    figure.number = nextNumber(.image)
    figure.titleHTML = SiteHTML(HTMLEscaping.escape(image.title))
    figure.description = alternative
    figures.append(figure)
    anchors.insert(figure.anchor)
    let frame = FigureHTML(context).frame(
      figure, level: headings.level + 1, on: plan.output)
    part.tree.replace(paragraph, html: places.marked(frame), text: alternative)
  }

  /// The alternative text that the author typed: without its values.
  private func typedText(of image: MarkdownLink, in part: PagePart) -> String {
    let spans = part.tree.constructs.codeSpans.filter {
      $0.isValue && image.range.start <= $0.range.start && $0.range.end <= image.range.end
    }
    return spans.reduce(into: part.tree.plainText(image.node)) { text, span in
      guard let shown = valueTexts[span.node], let range = text.firstRange(of: shown) else {
        return
      }
      text.replaceSubrange(range, with: " ")
    }
  }

  /// Digits typed in a text that is not seen go stale unnoticed.
  func warnAboutDigits(_ typed: String, at location: SourceLocation) {
    guard let number = TypedNumbers.numbers(in: typed).first else { return }
    diagnostics.add(
      Diagnostic(
        .warning, "text.hidden-number", at: location,
        "a number is typed in a text that is not seen, and goes stale unnoticed",
        found: "`\(number.text)`", remedy: "put a value in its place: `` `= name.column` ``"))
  }

  /// The address of an image of this site, with its size where the file tells it.
  private func address(
    of image: MarkdownLink, in part: PagePart, at place: SourceLocation
  ) -> (address: String, size: ImageSize?)? {
    if image.kind == .external || image.kind == .mail {
      report(
        "image.external", place, "an image of another site is not shown",
        found: "`\(image.destination)`", remedy: "put the file into `Content/`")
      return nil
    }
    if case .refused = image.kind { return nil }
    guard
      let target = context.index.resolve(
        image.destination, from: part.folder, page: plan.output, at: place, into: diagnostics)
    else { return nil }
    switch target {
    case .output(let output, _, .file):
      return (addressMark(output), (try? context.files.read(output)).flatMap(ImageSize.init))
    case .output(let output, let fragment, .generated):
      links.append(
        PendingLink(
          output: output, fragment: fragment, written: image.destination, location: place))
      return (addressMark(output), nil)
    default:
      report(
        "image.target", place, "an image is no file of `Content/`",
        found: "`\(image.destination)`")
      return nil
    }
  }
}
