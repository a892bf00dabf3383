/// Which addresses a picture may link to.
enum SVGLink {
  /// Relative addresses, and those of schemes that show a document; no scheme that runs a script.
  static func isSafe(_ href: String) -> Bool {
    let cleaned = href.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    let text = String(String.UnicodeScalarView(cleaned)).lowercased()
    let end = text.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? text.endIndex
    guard let colon = text[..<end].firstIndex(of: ":") else { return true }
    return ["http", "https", "mailto"].contains(text[..<colon])
  }
}
