/// The plain-Markdown copy of a page: what it says, with every value in place, for readers and programs
/// that want words and tables without the frame.
///
/// It is made from the finished page, so that it says the same, in the same order and language: the main
/// part without what only leads around, drawings as their titles with the tables behind them.
struct PageCopy {
  /// The page, from the site's root.
  let output: String
  /// The page's address on the web, where the site has one.
  let address: String?

  /// The copy's output, beside the page: `production.md`. Nil for pages without: the pages for printing,
  /// which hold others, the page of no address, and pages beside whose copy another file has that name.
  static func output(of page: String) -> String? {
    guard !PrintVolumes.isOutput(page), page != "404.html", page.hasSuffix(".html") else {
      return nil
    }
    let copy = SitePath.replacingExtension(page, ".html", with: ".md")
    return copy == "data/README.md" || copy.hasSuffix("-readme.md") ? nil : copy
  }

  /// The page whose copy an output is.
  static func page(of copy: String) -> String? {
    guard copy.hasSuffix(".md") else { return nil }
    let page = SitePath.replacingExtension(copy, ".md", with: ".html")
    return output(of: page) == copy ? page : nil
  }

  /// The Markdown of the finished page.
  func text(of html: String) -> String {
    let main = MarkupReader.main(of: html)
    let blocks = CopyBlocks(page: String(SitePath.name(output))).blocks(main)
    return (blocks + [address.map { "<\($0)>" }].compactMap(\.self)).joined(separator: "\n\n")
      + "\n"
  }
}
