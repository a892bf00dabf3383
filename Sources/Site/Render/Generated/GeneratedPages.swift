/// The pages that the generator adds to those of the author.
struct GeneratedPages {
  let context: RenderContext

  /// All of them; each group is empty where the site has nothing for it.
  var all: [GeneratedPage] {
    sections + figures + data + sources + tags + disagreements + changes + editions
      + records
      + [alphabet, notFound] + print
  }

  var site: ResolvedSite { context.site }
  var words: Words { context.words }

  /// A description from a pattern of words, as search engines like them: at most 160 characters.
  func description(_ word: Word, _ values: KeyValuePairs<String, String> = [:]) -> String {
    Self.shortened(words(word, values))
  }

  /// A text cut after a word, so that it has at most as many characters.
  static func shortened(_ text: String, to length: Int = 160) -> String {
    guard text.unicodeScalars.count > length else { return text }
    let head = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length - 1)))
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<end] + "…"
  }
}
