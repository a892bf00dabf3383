import Diagnostics
import Markdown

extension PageDraft {
  /// Puts a link in place: where it leads, checked; a claim as its words.
  func put(_ link: MarkdownLink, of part: PagePart) {
    switch link.kind {
    case .check: return put(claim: link, of: part)
    case .refused: return
    case .relative, .fragment, .external, .mail: break
    }
    let place = part.location(link.range)
    guard
      let href = href(link.destination, from: part.folder, at: place)
    else { return }
    var opening = HTMLWriter()
    let title = link.title.isEmpty ? nil : link.title
    switch href {
    case .external(let address):
      opening.open("a", [("href", address), ("rel", "noopener"), ("title", title)])
    case .mark(let mark, let figure):
      opening.open("a", [("href", mark), ("title", title)])
      if let figure, isReference(part.tree.plainText(link.node)) {
        part.tree.replace(
          link.node, html: opening.html + places.mark(.figureNumber(figure)) + "</a>")
        return
      }
    }
    part.tree.replaceTags(of: link.node, opening: opening.html, closing: "</a>")
  }

  /// What a link's `href` is.
  enum Href {
    /// An address of another site.
    case external(String)
    /// A mark for an address of this site, with the figure's id where it leads to one.
    case mark(String, figure: String?)
  }

  /// Where a link leads, checked now or noted to be checked when all pages are known; nil after a report.
  func href(_ written: String, from folder: String, at place: SourceLocation) -> Href? {
    if written.hasPrefix("#fig-") {
      let id = figureID(named: String(written.dropFirst(5)))
      links.append(
        PendingLink(output: "", fragment: "fig-" + id, written: written, location: place))
      return .mark(places.mark(.figureAddress(id)), figure: id)
    }
    guard
      let target = context.index.resolve(
        written, from: folder, page: plan.output, at: place, into: diagnostics)
    else { return nil }
    switch target {
    case .external(let address): return .external(WebAddress.encoded(address))
    case .output(let output, let fragment, let kind):
      if fragment != nil || kind == .generated {
        links.append(
          PendingLink(output: output, fragment: fragment, written: written, location: place))
      }
      let figure = fragment.flatMap { $0.hasPrefix("fig-") ? String($0.dropFirst(4)) : nil }
      return .mark(addressMark(target.siteAddress ?? output), figure: figure)
    }
  }

  /// Whether a link's text asks for the figure's number.
  private func isReference(_ text: String) -> Bool {
    text == "Figure" || text == "Table" || text == "figure" || text == "table"
  }
}

/// Addresses of other sites as HTML holds them.
enum WebAddress {
  /// The address with blanks, controls, quotes and all beyond ASCII percent-encoded; escapes and marks of
  /// URLs stay.
  static func encoded(_ address: String) -> String {
    let isPlain = address.utf8.allSatisfy(isPlain)
    if isPlain { return address }
    var text = ""
    for byte in address.utf8 {
      if Self.isPlain(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F...0xFF, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"):
      false
    default: true
    }
  }
}
