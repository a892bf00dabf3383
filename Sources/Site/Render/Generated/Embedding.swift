/// Makes the HTML of a page fit into another: ids of its own, headings one level down.
enum Embedding {
  /// What precedes ids of the page. Links have been written for the other page already.
  private static let references = [
    " id=\"", " aria-labelledby=\"", " aria-describedby=\"", " headers=\"", "url(#",
  ]

  /// The HTML with a prefix before every id and every reference to one.
  ///
  /// Quotes in texts are written as references, so that what looks like an attribute is one.
  static func html(_ html: String, prefix: String) -> String {
    var result = ""
    result.reserveCapacity(html.utf8.count + html.utf8.count / 16)
    var rest = html[...]
    while let place = rest.utf8.firstIndex(where: isStart) {
      result += rest[..<place]
      rest = rest[place...]
      if let level = heading(rest) {
        let digit = rest.utf8[level] - UInt8(ascii: "0")
        result += rest[..<level]
        result += String(min(digit + 1, 6))
        rest = rest[rest.utf8.index(after: level)...]
      } else if let name = references.first(where: { rest.utf8.starts(with: $0.utf8) }) {
        let value = rest.dropFirst(name.count).prefix { $0 != "\"" && $0 != ")" }
        result += name
        result += value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
        rest = rest[value.endIndex...]
      } else {
        let next = rest.utf8.index(after: place)
        result += rest[..<next]
        rest = rest[next...]
      }
    }
    return result + rest
  }

  private static func isStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "u")
  }

  /// The place of the level in `<h2` or `</h2`.
  private static func heading(_ html: Substring) -> String.Index? {
    var name = html.utf8.dropFirst()
    guard html.utf8.first == UInt8(ascii: "<") else { return nil }
    if name.first == UInt8(ascii: "/") { name = name.dropFirst() }
    guard name.first == UInt8(ascii: "h"), let digit = name.dropFirst().first,
      (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(digit)
    else { return nil }
    return name.index(after: name.startIndex)
  }
}
