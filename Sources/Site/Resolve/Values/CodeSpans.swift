import Markdown
import Tables

extension PageDraft {
  /// Puts the values of a text and of its parts in place.
  func putValues(in text: PagePart) {
    for part in text.shown {
      var words = BlockWords(part.tree)
      for span in part.tree.constructs.codeSpans where span.isValue {
        put(span, of: part, &words)
      }
    }
  }

  private func put(_ span: MarkdownCodeSpan, of part: PagePart, _ words: inout BlockWords) {
    let place = TextPlace(part.path, span.range, count: span.text.unicodeScalars.count)
    guard let value = value(span.text, at: place) else { return }
    let context = span.context
    guard let cell = value.cell, !context.inImage else {
      part.tree.replace(span.node, text: value.text)
      valueTexts[span.node] = value.text
      return
    }
    let id = evidenceID(of: cell, shown: value.text, at: place.location)
    let mark =
      context.inHeading || value.status.mark == nil
      ? nil : value.mark(beside: words.around(span), in: self.context.configuration)
    var html = HTMLWriter()
    if context.inLink || context.inHeading || context.inCell {
      html.text(value.text)
    } else {
      html.open("a", [("class", "value"), ("href", addressMark(ofAnchor: id))])
      html.text(value.text)
      html.close("a")
    }
    if let mark { html.raw(self.context.words.markHTML(mark)) }
    let said = value.text + (mark?.mark.map { " " + $0 } ?? "")
    part.tree.replace(span.node, html: html.html, text: said)
    valueTexts[span.node] = said
  }
}

/// The words of the paragraphs, headings and cells that hold values, without the references.
private struct BlockWords {
  private let tree: MarkdownTree
  private var words: [MarkdownNode: String] = [:]

  init(_ tree: MarkdownTree) {
    self.tree = tree
  }

  /// What the block around a value says.
  mutating func around(_ span: MarkdownCodeSpan) -> String {
    if let known = words[span.block] { return known }
    var text = tree.plainText(span.block)
    for other in tree.constructs.codeSpans where other.isValue && other.block == span.block {
      text = text.replacing(other.text, with: " ")
    }
    words[span.block] = text
    return text
  }
}
