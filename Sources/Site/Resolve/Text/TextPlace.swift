import Diagnostics
import Documents

/// Where a text of the author stands, so that a fault in the middle of it has a place of its own.
struct TextPlace: Sendable {
  /// The file as diagnostics print it.
  var path: String
  /// The place of the text.
  var range: SourceRange
  /// Whether the text stands there as it is, on one line, so that places in it can be counted.
  var isVerbatim: Bool

  /// A text of `count` scalars at a place.
  init(_ path: String, _ range: SourceRange, count: Int) {
    self.path = path
    self.range = range
    isVerbatim =
      range.start.line == range.end.line && range.end.column - range.start.column == count
  }

  /// The place of a string in YAML or JSON: without the quotes, where it stands in some.
  init(_ path: String, _ node: DocumentNode) {
    let count = (node.string ?? "").unicodeScalars.count
    self.init(path, node.range, count: count)
    let isQuoted =
      range.start.line == range.end.line && range.end.column - range.start.column == count + 2
    guard isQuoted else { return }
    isVerbatim = true
    range.start.column += 1
    range.end.column -= 1
  }

  /// All of the text.
  var location: SourceLocation { SourceLocation(path, range) }

  /// A part of the text, in scalars; all of it where places cannot be counted.
  func location(_ part: Range<Int>?) -> SourceLocation {
    guard let part, isVerbatim else { return location }
    var start = range.start
    start.column += part.lowerBound
    var end = range.start
    end.column += part.upperBound
    return SourceLocation(path, SourceRange(start, end))
  }

  /// The same place for a part of the text that is a text of its own.
  func part(_ part: Range<Int>) -> TextPlace {
    TextPlace(path, location(part).range, count: isVerbatim ? part.count : -1)
  }
}
