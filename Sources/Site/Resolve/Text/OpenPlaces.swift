/// The addresses and figure numbers of a page that stay open while its Markdown is rendered.
///
/// The renderer makes one text of the page, so each open place is written as a mark, a number between
/// two control characters, and the finished text is cut at the marks. Control characters of the author
/// that happen to form one show an address of the page itself, and nothing else.
struct OpenPlaces {
  private var parts: [SiteHTML.Part] = []

  private static let opening: UInt8 = 1
  private static let closing: UInt8 = 2

  /// What is written in the place of a part.
  mutating func mark(_ part: SiteHTML.Part) -> String {
    parts.append(part)
    return "\u{1}\(parts.count - 1)\u{2}"
  }

  /// A text with open parts, as one text with marks.
  mutating func marked(_ html: SiteHTML) -> String {
    html.parts.map { part in
      if case .html(let html) = part { html } else { mark(part) }
    }.joined()
  }

  /// A finished text, cut at its marks.
  func siteHTML(_ text: String) -> SiteHTML {
    if parts.isEmpty { return SiteHTML(text) }
    var text = text
    return text.withUTF8(siteHTML)
  }

  private func siteHTML(_ bytes: UnsafeBufferPointer<UInt8>) -> SiteHTML {
    var html = SiteHTML()
    var done = 0
    var next = 0
    while let open = bytes[next...].firstIndex(of: Self.opening) {
      next = open + 1
      guard let (part, after) = part(in: bytes, from: next) else { continue }
      html.append(String(decoding: bytes[done..<open], as: UTF8.self))
      html.append(part)
      (done, next) = (after, after)
    }
    html.append(String(decoding: bytes[done...], as: UTF8.self))
    return html
  }

  /// The part whose number stands at `start`, and the place behind its mark.
  private func part(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (SiteHTML.Part, Int)? {
    var number = 0
    var index = start
    while index < bytes.count, bytes[index] != Self.closing {
      guard case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[index], number <= parts.count
      else { return nil }
      number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    guard index < bytes.count, index > start, parts.indices.contains(number) else { return nil }
    return (parts[number], index + 1)
  }
}
