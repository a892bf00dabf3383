package import Diagnostics

/// A query as the author wrote it, with its place.
package struct NamedQuery: Hashable, Sendable {
  /// The name by which values, fences and other queries refer to it.
  package var name: String
  /// One SELECT.
  package var sql: String
  /// The file that holds it, relative to the site's folder.
  package var path: String
  /// Where the first character of `sql` stands in the file.
  package var origin: SourcePosition
  /// What the container adds in front of every later line: the indentation of a fence in a list.
  package var columnShift: Int

  /// A query; in a file of its own it begins at the file's start.
  package init(
    name: String, sql: String, path: String, origin: SourcePosition = .start, columnShift: Int = 0
  ) {
    self.name = name
    self.sql = sql
    self.path = path
    self.origin = origin
    self.columnShift = columnShift
  }

  /// The place in the file of a range of bytes of `sql`.
  func location(_ range: Range<Int>) -> SourceLocation {
    let start = position(range.lowerBound)
    let places = SourceRange(start, position(max(range.lowerBound, range.upperBound)))
    return SourceLocation(path, places.shifted(to: origin, columnShift: columnShift))
  }

  /// The place in `sql` of a byte: columns count Unicode scalars.
  private func position(_ offset: Int) -> SourcePosition {
    var place = SourcePosition.start
    for byte in sql.utf8.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        place = SourcePosition(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }
}
