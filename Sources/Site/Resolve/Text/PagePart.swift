import Diagnostics
import Markdown

/// A Markdown text of a page: its own, or a part that is put in.
final class PagePart {
  /// Its place among the page's texts, the page's own being 0.
  let number: Int
  /// The file, relative to `Content/`.
  let source: String
  /// The file as diagnostics print it.
  let path: String
  /// The tree.
  let tree: MarkdownTree
  /// The parts put in, with the fence that each replaces, in order.
  var inclusions: [Inclusion] = []
  private let text: Substring
  private let origin: SourcePosition

  /// A part put in the place of a fence.
  struct Inclusion {
    var fence: MarkdownFence
    var part: PagePart
    /// The condition under which it is put in.
    var condition: (sql: String, place: TextPlace)?
    /// Whether the condition holds.
    var isShown = true
  }

  init(
    number: Int, source: String, path: String, tree: MarkdownTree, text: Substring,
    origin: SourcePosition
  ) {
    self.number = number
    self.source = source
    self.path = path
    self.tree = tree
    self.text = text
    self.origin = origin
  }

  /// The folder from which its links are resolved.
  var folder: String { SitePath.folder(source) }

  /// A place in the file.
  func location(_ range: SourceRange) -> SourceLocation { SourceLocation(path, range) }

  /// The place of a text within a range of the file; the range where it does not stand there as it is.
  func place(of wanted: String, in range: SourceRange) -> TextPlace {
    let whole = TextPlace(path, range, count: -1)
    guard range.start.line == range.end.line else { return whole }
    let line = range.start.line - origin.line
    guard line >= 0, let content = lines.dropFirst(line).first else { return whole }
    let scalars = Array(content.unicodeScalars)
    let target = Array(wanted.unicodeScalars)
    let shift = line == 0 ? origin.column : 1
    let first = range.start.column - shift
    let last = min(range.end.column - shift, scalars.count) - target.count
    guard first >= 0, first <= last, !target.isEmpty else { return whole }
    for start in first...last where scalars[start..<start + target.count].elementsEqual(target) {
      let begin = SourcePosition(line: range.start.line, column: start + shift)
      let end = SourcePosition(line: range.start.line, column: start + shift + target.count)
      return TextPlace(path, SourceRange(begin, end), count: target.count)
    }
    return whole
  }

  /// The lines of the text; only pages with claims need them.
  private lazy var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)

  /// The queries that stand in the text and in its parts, with names; in the order of the text.
  var queries: [(name: String, fence: MarkdownFence, path: String)] {
    tree.constructs.fences.filter { $0.language == "sql" && !$0.arguments.isEmpty }
      .map { ($0.arguments, $0, path) } + inclusions.flatMap(\.part.queries)
  }
}
