extension TextMetrics {
  /// The text cut to a width, with an ellipsis at the end, or at the beginning for `keepsEnd`.
  ///
  /// A limit of 0 or less means none. If not even the ellipsis fits, it stands alone.
  func truncated(
    _ text: String, to limit: Double, font: Font, ellipsis: String = "…", keepsEnd: Bool = false
  ) -> String {
    guard limit > 0, width(text, font: font) > limit else { return text }
    let room = limit - width(ellipsis, font: font)
    let characters = Array(text)
    // The longest part that fits, by bisection: widths grow with every character.
    var (low, high) = (0, characters.count)
    while low < high {
      let middle = (low + high + 1) / 2
      let part = keepsEnd ? characters.suffix(middle) : characters.prefix(middle)
      if width(String(part), font: font) < room { low = middle } else { high = middle - 1 }
    }
    return keepsEnd
      ? ellipsis + String(characters.suffix(low)) : String(characters.prefix(low)) + ellipsis
  }

  /// The text broken at blanks into lines of at most a width; a word that is wider stands alone.
  func wrapped(_ text: String, to limit: Double, font: Font) -> [String] {
    guard limit > 0 else { return [text] }
    let blank = width(" ", font: font)
    var lines: [String] = []
    var (line, used) = ("", 0.0)
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let needed = width(String(word), font: font)
      if line.isEmpty {
        (line, used) = (String(word), needed)
      } else if used + blank + needed <= limit {
        line += " " + word
        used += blank + needed
      } else {
        lines.append(line)
        (line, used) = (String(word), needed)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
