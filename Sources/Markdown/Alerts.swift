/// Turns block quotes that are alerts into `aside` elements.
enum Alerts {
  /// Puts an `aside` with a heading in the place of a block quote and takes its first line out.
  /// Returns the new node; nil where the quote is gone.
  static func convert(
    _ quote: MarkdownNode, _ kind: AlertKind, _ options: MarkdownOptions
  ) -> MarkdownNode? {
    var html = HTMLWriter()
    let label = options.alertLabels[kind] ?? kind.label
    html.open("aside", [("class", "alert alert-\(kind.rawValue)"), ("role", "note")])
    html.raw("\n")
    html.element("p", [("class", "alert-title")], text: label)
    guard let aside = CMark.custom(isInline: false, before: html.html, after: "</aside>") else {
      return nil
    }
    guard quote.replace(with: aside) else { return nil }
    quote.moveChildren(to: aside)
    guard let first = aside.firstChild else { return aside }
    while let child = first.firstChild {
      child.unlink()
      if child.kind == .softBreak || child.kind == .lineBreak { break }
    }
    if first.firstChild == nil { first.unlink() }
    return aside
  }
}
