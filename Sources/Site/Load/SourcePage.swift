import Diagnostics

/// A Markdown file of `Content/` as loaded: its front matter decoded, its body as written.
struct SourcePage: Sendable {
  /// The file, relative to `Content/`.
  var source: String
  /// The file as diagnostics print it.
  var path: String
  /// The front matter.
  var frontMatter: FrontMatter
  /// The Markdown after it.
  var body: Substring
  /// The place of the body's first character.
  var bodyOrigin: SourcePosition

  /// The key in the name of a file that stands for many pages: `iso3` of `countries/[iso3].md`.
  var rowKey: String? {
    let name = SitePath.name(source)
    guard name.utf8.first == UInt8(ascii: "["), name.hasSuffix("].md") else { return nil }
    return String(name.dropFirst().dropLast("].md".count))
  }
}
