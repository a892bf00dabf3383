/// Which addresses a picture may link to.
enum SVGLink {
  /// Relative addresses, and those of schemes that show a document; no scheme that runs a script.
  static func isSafe(_ href: String) -> Bool {
    let text = cleaned(href)
    let end = text.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? text.endIndex
    guard let colon = text[..<end].firstIndex(of: ":") else { return true }
    return ["http", "https", "mailto"].contains(text[..<colon])
  }

  /// Whether a picture may be shown from an address: a relative one, one of the web, or the picture
  /// itself as `data:`.
  static func isSafePicture(_ address: String) -> Bool {
    let text = cleaned(address)
    return text.hasPrefix("data:image/") || isSafe(address) && !text.hasPrefix("mailto:")
  }

  private static func cleaned(_ address: String) -> String {
    let scalars = address.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    return String(String.UnicodeScalarView(scalars)).lowercased()
  }
}
