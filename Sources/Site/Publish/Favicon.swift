/// `favicon.svg`: the first letter of the site's title, in light and dark.
enum Favicon {
  /// The image for a title.
  static func svg(_ title: String) -> String {
    let letter = title.first { $0.isLetter || $0.isNumber }.map { $0.uppercased() } ?? "•"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
      <style>
      rect { fill: #0b4f9e } text { fill: #ffffff }
      @media (prefers-color-scheme: dark) { rect { fill: #8ec1ff } text { fill: #14181d } }
      </style>
      <rect width="32" height="32"/>
      <text x="16" y="23" text-anchor="middle" font-family="Georgia, serif" font-size="21" \
      font-weight="700">\(XMLText.escape(letter))</text>
      </svg>

      """
  }
}
