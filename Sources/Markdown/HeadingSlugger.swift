package import Diagnostics

/// Gives headings their ids by GitHub's rule and keeps them unique within a page.
///
/// The rule: lower case; letters, marks, digits and connecting punctuation of every script, hyphens
/// and blanks stay; blanks become hyphens; an id that is taken gets `-1`, `-2` and so on. Constant
/// time for each heading, whatever the number of equal ones.
package struct HeadingSlugger: Sendable {
  private var taken: Set<String> = []
  private var nextSuffix: [String: Int] = [:]

  /// A page without ids.
  package init() {}

  /// Takes an id that the author wrote; false where the page has it already. Written ids are to be
  /// taken before the first computed one, so that those step aside.
  package mutating func reserve(_ id: String) -> Bool {
    taken.insert(id).inserted
  }

  /// The id of a heading with this literal text (values left out); `section` where nothing is left.
  package mutating func id(for literalText: String) -> String {
    let slug = Self.slug(String(Substring(literalText.utf8.trimmed())))
    let base = slug.isEmpty ? "section" : slug
    if taken.insert(base).inserted { return base }
    var suffix = nextSuffix[base] ?? 1
    while !taken.insert("\(base)-\(suffix)").inserted { suffix += 1 }
    nextSuffix[base] = suffix + 1
    return "\(base)-\(suffix)"
  }

  /// The ids of a page's headings, in their order: the written ones first come first served, the others
  /// computed around them. An id written twice is an error at the second heading, which then gets a
  /// computed one.
  package mutating func ids(
    for headings: [MarkdownHeading], path: String, into diagnostics: DiagnosticCollector
  ) -> [String] {
    let written = headings.map { heading -> String? in
      guard let id = heading.explicitID else { return nil }
      if reserve(id) { return id }
      diagnostics.add(
        Diagnostic(
          .error, "markdown.duplicate-id", at: SourceLocation(path, heading.range),
          "the id is taken on this page", found: "`{#\(id)}`", remedy: "choose another id"))
      return nil
    }
    var ids: [String] = []
    for (heading, id) in zip(headings, written) {
      ids.append(id ?? self.id(for: heading.literalText))
    }
    return ids
  }

  /// The slug of a text, before it is made unique.
  package static func slug(_ text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-", "_": slug.append(scalar)
      case "A"..."Z": slug.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      case " ": slug.append("-")
      case _ where scalar.isASCII: continue
      default:
        if isWord(scalar) {
          slug.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
      }
    }
    return String(slug)
  }

  /// Unicode's word characters (UTS 18, annex C): what `\p{Word}` matches.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic || scalar.properties.isJoinControl { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      return true
    default: return false
    }
  }
}
