/// Ids made from texts, each once: a second one of the same text gets `-2`, and so on.
struct UniqueIDs {
  private var taken: Set<String> = []
  private var nextSuffix: [String: Int] = [:]

  /// Takes an id as it is; false where it is taken.
  mutating func take(_ id: String) -> Bool { taken.insert(id).inserted }

  /// An id for a text: its slug of at most `limit` characters after a prefix.
  mutating func id(_ prefix: String, for text: String, limit: Int = 60) -> String {
    var slug = Slug.of(text)
    if slug.unicodeScalars.count > limit {
      slug = String(String.UnicodeScalarView(slug.unicodeScalars.prefix(limit)))
      while slug.last == "-" { slug.removeLast() }
    }
    let base = prefix + (slug.isEmpty ? "1" : slug)
    if taken.insert(base).inserted { return base }
    var suffix = nextSuffix[base] ?? 2
    while !taken.insert("\(base)-\(suffix)").inserted { suffix += 1 }
    nextSuffix[base] = suffix + 1
    return "\(base)-\(suffix)"
  }
}
