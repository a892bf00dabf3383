/// How a page's Markdown is read and rendered.
package struct MarkdownOptions: Sendable {
  /// The parts of GitHub-flavoured Markdown beyond CommonMark.
  ///
  /// Bare links and the tag filter are not offered: the system's library has a memory error in the
  /// first, and the second is no sanitiser.
  package struct Extensions: OptionSet, Sendable {
    /// One bit for each extension.
    package let rawValue: Int
    /// The extensions with these bits.
    package init(rawValue: Int) { self.rawValue = rawValue }
    /// Pipe tables.
    package static let table = Extensions(rawValue: 1)
    /// `~~struck~~`.
    package static let strikethrough = Extensions(rawValue: 2)
    /// `- [x]` items.
    package static let tasklist = Extensions(rawValue: 4)
    /// `[^1]` notes.
    package static let footnotes = Extensions(rawValue: 8)
    /// All of them.
    package static let all: Extensions = [.table, .strikethrough, .tasklist, .footnotes]
  }

  /// Raw HTML passes through; otherwise it is left out with a warning.
  package var allowsRawHTML = false
  /// Straight quotes, `--`, `---` and `...` become typographic ones.
  package var smart = true
  /// The extensions in use.
  package var extensions: Extensions = .all
  /// A code block's class holds its whole info string, not its first word.
  package var fullInfoString = false
  /// Tables say their alignment in `style` attributes.
  package var tableStyleAttributes = false
  /// The headings of alerts; kinds that are missing use `AlertKind.label`.
  package var alertLabels: [AlertKind: String] = [:]
  /// What is refused before parsing.
  package var limits = MarkdownLimits()

  /// The defaults: everything but raw HTML.
  package init() {}
}
