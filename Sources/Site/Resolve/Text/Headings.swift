import Diagnostics
import Markdown

/// The names of a page's headings.
struct HeadingNames {
  /// The ids by part, in the order of its headings.
  fileprivate(set) var ids: [Int: [String]] = [:]
  /// The level of the last heading put in place; 1 is the title.
  fileprivate(set) var level = 1
}

extension PageDraft {
  /// Gives every heading its id: those that the author wrote first, so that the others step aside.
  func nameHeadings(of text: PagePart) {
    var slugger = HeadingSlugger()
    let parts = text.shown
    for part in parts {
      for heading in part.tree.constructs.headings {
        guard let id = heading.explicitID else { continue }
        if !slugger.reserve(id) {
          report(
            "heading.id", part.location(heading.range), "two headings of the page have the same id",
            found: "`{#\(id)}`", remedy: "give one of them another")
        }
      }
    }
    for part in parts {
      for heading in part.tree.constructs.headings {
        let id = heading.explicitID ?? slugger.id(for: heading.literalText)
        headings.ids[part.number, default: []].append(id)
        anchors.insert(id)
        _ = ids.take(id)
      }
    }
  }

  /// Puts a heading in place with its id and takes it into the contents.
  func putHeading(_ number: Int, of part: PagePart) {
    let heading = part.tree.constructs.headings[number]
    guard heading.level > 1, let id = headings.ids[part.number]?[number] else { return }
    if heading.level > headings.level + 1 {
      diagnostics.add(
        Diagnostic(
          .warning, "heading.level", at: part.location(heading.range),
          "a heading leaves out a level", found: "level \(heading.level) below \(headings.level)",
          expected: String(repeating: "#", count: headings.level + 1)))
    }
    headings.level = heading.level
    let text = part.tree.plainText(heading.node)
    let inner = part.tree.innerHTML(heading.node)
    if heading.level <= 3 {
      contents.append(
        ContentsEntry(
          level: heading.level, id: id, html: places.siteHTML(WithoutLinks.html(inner)),
          text: text))
    }
    let tag = "h\(heading.level)"
    part.tree.replace(
      heading.node, html: "<\(tag) id=\"\(HTMLEscaping.escape(id))\">\(inner)</\(tag)>", text: text)
  }
}

/// Takes links out of HTML that may not hold any, such as an entry of the contents.
enum WithoutLinks {
  /// The HTML without the tags of `a` elements and the numbers of notes; what stands in links stays.
  ///
  /// Works byte by byte: a combining mark after a tag would join its last character.
  static func html(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var next = 0
    while next < bytes.count {
      let rest = bytes[next...]
      if bytes[next] != UInt8(ascii: "<") {
        kept.append(bytes[next])
        next += 1
      } else if rest.starts(with: "<sup><a class=\"note-ref\"".utf8) {
        next = end(of: "</sup>", in: bytes, from: next)
      } else if rest.starts(with: "<a ".utf8) || rest.starts(with: "</a>".utf8) {
        next = end(of: ">", in: bytes, from: next)
      } else {
        kept.append(bytes[next])
        next += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The place behind the next `mark`, or the end.
  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var index = start
    while index + mark.count <= bytes.count {
      if bytes[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
      index += 1
    }
    return bytes.count
  }
}
