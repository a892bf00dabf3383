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

  /// The text broken at blanks into lines of at most a width; a word that is wider is broken behind its
  /// hyphens and slashes, and stands alone where it has none.
  func wrapped(_ text: String, to limit: Double, font: Font) -> [String] {
    guard limit > 0 else { return [text] }
    let blank = width(" ", font: font)
    var lines: [String] = []
    var (line, used) = ("", 0.0)
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      for (place, piece) in pieces(of: word, to: limit, font: font).enumerated() {
        let needed = width(piece, font: font)
        let before = place == 0 ? blank : 0
        if line.isEmpty {
          (line, used) = (piece, needed)
        } else if used + before + needed <= limit {
          line += (place == 0 ? " " : "") + piece
          used += before + needed
        } else {
          lines.append(line)
          (line, used) = (piece, needed)
        }
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// A word that fits in one piece; a wider one in the pieces that end with a hyphen or slash.
  private func pieces(of word: Substring, to limit: Double, font: Font) -> [String] {
    if width(String(word), font: font) <= limit { return [String(word)] }
    var pieces: [String] = [""]
    for character in word {
      if let last = pieces.last?.last, last == "-" || last == "/" { pieces.append("") }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }

  /// The least width to which a text can be wrapped without cutting a word.
  func leastWidth(_ text: String, font: Font) -> Double {
    text.split(separator: " ").flatMap { pieces(of: $0, to: 0, font: font) }
      .reduce(0) { max($0, width($1, font: font)) }
  }
}
